/** For tests: stands in for the browser's Web Audio, which no simulated page has, and writes down what would be heard. */
export class RecordedAudio {
  opened = 0
  closed = 0
  #tones: { readonly hz: number; readonly at: number; isConnected: boolean }[] = []

  /** The tones that are, or will be, heard: in Hz, and when in seconds. */
  get heard(): readonly (readonly [hz: number, at: number])[] {
    return this.#tones.filter(({ isConnected }) => isConnected).map(({ hz, at }) => [hz, at])
  }

  readonly open = (): AudioContext => {
    this.opened++
    const context = {
      currentTime: 0,
      destination: {},
      createOscillator: () => this.#oscillator(),
      createGain: () => ({ gain: { value: 1, setTargetAtTime: () => {} }, connect: () => ({}) }),
      resume: () => Promise.resolve(),
      close: () => Promise.resolve(void this.closed++),
    }
    return context as unknown as AudioContext
  }

  #oscillator() {
    const frequency = { value: 0 }
    let tone: { isConnected: boolean } | undefined
    return {
      frequency,
      connect: (next: unknown) => next,
      disconnect: () => {
        if (tone) tone.isConnected = false
      },
      start: (at: number) => {
        const started = { hz: frequency.value, at, isConnected: true }
        tone = started
        this.#tones.push(started)
      },
      stop: () => {},
    }
  }
}
