import { remember, remembered } from '../../session/remembered.ts'
import { AlertOwner } from '../../session/alert-owner.svelte.ts'
import { Sounds } from '../../session/sounds.ts'
import { alertBetween, vibrations, type AlertMoment } from './alert-moment.ts'

/** Devices that shake are held in a hand; laptops have the function and no motor. */
export function canVibrate(): boolean {
  return 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches
}

/**
 * [F16] Sounds and vibration for my turn, by one page of those that this browser has open. Sound is off until it is armed
 * (F15). Vibration is on for who raised a hand, unless it was chosen otherwise on this device.
 */
export class Alerts {
  readonly sounds = new Sounds()
  readonly #owner: AlertOwner
  #choice = $state.raw(remembered('vibration'))
  #last: AlertMoment | null = null

  constructor(meetingId: string) {
    this.#owner = new AlertOwner(meetingId)
  }

  /** Another tab does it. */
  get isElsewhere(): boolean {
    return !this.#owner.isOwner
  }

  /** Whether sounds are to be heard from this page, by its own choice and for it. */
  get isHeard(): boolean {
    return this.#owner.isOwner && this.sounds.state === 'on'
  }

  vibrates(hasAsked: boolean): boolean {
    return this.#choice === null ? hasAsked : this.#choice === 'on'
  }

  toggleSound(): void {
    if (this.sounds.state === 'on') return this.sounds.disarm()
    this.#owner.take()
    this.sounds.arm()
  }

  chooseVibration(isOn: boolean): void {
    this.#choice = isOn ? 'on' : 'off'
    remember('vibration', this.#choice)
    if (isOn) this.#owner.take()
  }

  /** Called with what is so now. What is so when the page comes makes no sound: it is to be read there. */
  notice(moment: AlertMoment, hasAsked: boolean): void {
    const sound = this.#last && alertBetween(this.#last, moment)
    this.#last = moment
    if (!sound || this.isElsewhere) return
    this.sounds.play(sound)
    // Without a press on this page browsers refuse, and complain.
    if (canVibrate() && this.vibrates(hasAsked) && navigator.userActivation?.hasBeenActive)
      navigator.vibrate([...vibrations[sound]])
  }

  close(): void {
    this.sounds.close()
    this.#owner.close()
  }
}
