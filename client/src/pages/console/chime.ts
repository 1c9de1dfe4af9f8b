const TONES_HZ = [880, 660]
const TONE_S = 0.35
const LOUDNESS = 0.2

/** Two soft tones. Silent where the browser allows no sound before the first click on the page. */
export function chime(): void {
  const audio = new AudioContext()
  for (const [at, tone] of TONES_HZ.entries()) {
    const oscillator = new OscillatorNode(audio, { frequency: tone })
    const volume = new GainNode(audio, { gain: LOUDNESS })
    const startsAt = audio.currentTime + at * TONE_S
    volume.gain.setTargetAtTime(0, startsAt + TONE_S / 2, TONE_S / 4)
    oscillator.connect(volume).connect(audio.destination)
    oscillator.start(startsAt)
    oscillator.stop(startsAt + 2 * TONE_S)
    if (at === TONES_HZ.length - 1) oscillator.onended = () => void audio.close()
  }
}
