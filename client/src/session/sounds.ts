import { createSubscriber } from 'svelte/reactivity'
import { remember, remembered } from './remembered.ts'

/** A warning before a speaker's time is up; the time is up; somebody's turn is next; the floor is theirs. */
export type Sound = 'warning' | 'zero' | 'next' | 'floor'

/** `waiting`: chosen on this device before, and silent until the first click or key, which browsers ask for. */
export type SoundState = 'off' | 'waiting' | 'on'

const TONE_S = 0.35
const LOUDNESS = 0.2

/** Tones in Hz, one after another: falling is an end, rising a beginning. */
const tones: Readonly<Record<Sound, readonly number[]>> = {
  warning: [880],
  zero: [880, 660],
  next: [587, 880],
  floor: [587, 740, 880],
}

/**
 * The sounds of one page, made on the spot (Web Audio, no files). A page is silent until somebody arms it by a click or
 * a key; the choice stays on this device. Make one for a page, and `close` it with the page.
 */
export class Sounds {
  readonly #openAudio: () => AudioContext
  readonly #listening = new AbortController()
  #audio: AudioContext | null = null
  #changed = () => {}
  readonly #subscribe = createSubscriber((update) => {
    this.#changed = update
  })

  constructor(openAudio = () => new AudioContext()) {
    this.#openAudio = openAudio
    for (const type of ['click', 'keydown'] as const)
      document.addEventListener(type, () => this.#wake(), { signal: this.#listening.signal, capture: true })
  }

  /** Reactive: read it in templates and `$derived`. */
  get state(): SoundState {
    this.#subscribe()
    if (remembered('sounds') === null) return 'off'
    return this.#audio ? 'on' : 'waiting'
  }

  /** From a click or a key of the reader: sounds are heard from now on, beginning with this one. */
  arm(): void {
    remember('sounds', 'on')
    this.#wake()
    this.play('warning')
  }

  disarm(): void {
    remember('sounds', null)
    void this.#audio?.close()
    this.#audio = null
    this.#changed()
  }

  /**
   * Plays in so many ms, also while the page is hidden, where timers come late; nothing on a page that is not armed. The
   * answer takes it back.
   */
  play(sound: Sound, inMs = 0): () => void {
    const audio = this.#audio
    if (!audio) return () => {}
    void audio.resume()
    const startsAt = audio.currentTime + inMs / 1_000
    const ends = tones[sound].map((tone, at) => soundTone(audio, tone, startsAt + at * TONE_S))
    return () => {
      for (const end of ends) end()
    }
  }

  close(): void {
    this.#listening.abort()
    void this.#audio?.close()
    this.#audio = null
  }

  /** Browsers let a page be heard only after somebody has touched it. */
  #wake(): void {
    if (this.#audio || remembered('sounds') === null) return
    this.#audio = this.#openAudio()
    this.#changed()
  }
}

/** A soft tone; what it returns stops it, or keeps it from beginning. */
function soundTone(audio: AudioContext, frequencyHz: number, startsAt: number): () => void {
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  oscillator.frequency.value = frequencyHz
  volume.gain.value = LOUDNESS
  volume.gain.setTargetAtTime(0, startsAt + TONE_S / 2, TONE_S / 4)
  oscillator.connect(volume).connect(audio.destination)
  oscillator.start(startsAt)
  oscillator.stop(startsAt + 2 * TONE_S)
  return () => oscillator.disconnect()
}
