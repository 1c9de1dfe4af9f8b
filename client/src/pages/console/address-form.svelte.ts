import { mainScreen } from '@openfloor/shared/meeting/state.ts'
import {
  defaultScreenOptions,
  hideableParts,
  type HideablePart,
  type ScreenOptions,
} from '../screen/screen-options.ts'

/** Colours that video mixers key out, by what the form calls them. */
const keyColours = { green: '00ff00', magenta: 'ff00ff', blue: '0000ff' } as const

/** What stands behind everything: the theme, a usual colour to key out, or one that is written. */
export type Background = 'theme' | keyof typeof keyColours | 'own'

/** The options of a display as somebody puts them together. */
export class AddressForm {
  #options = $state.raw<ScreenOptions>(defaultScreenOptions)
  background = $state<Background>('theme')
  /** Of a background of one's own, as it was typed. */
  colour = $state('')

  /** `screenId`: what the display shows; null: the main screen. */
  constructor(screenId: string | null) {
    this.screenId = screenId ?? mainScreen.id
  }

  /** What the address says. A colour that is none is left out, as a display would do. */
  get options(): ScreenOptions {
    return { ...this.#options, key: this.#key() }
  }

  get screenId(): string {
    return this.#options.screen ?? mainScreen.id
  }

  set screenId(id: string) {
    this.set({ screen: id === mainScreen.id ? null : id })
  }

  /** Whether the colour that was typed is none. */
  get isColourWrong(): boolean {
    return this.background === 'own' && this.#key() === null
  }

  set(changed: Partial<ScreenOptions>): void {
    this.#options = { ...this.#options, ...changed }
  }

  /** Leaves a part out, or in again. */
  hide(part: HideablePart, isHidden: boolean): void {
    const { hide } = this.#options
    this.set({ hide: hideableParts.filter((each) => (each === part ? isHidden : hide.includes(each))) })
  }

  #key(): string | null {
    if (this.background === 'theme') return null
    if (this.background !== 'own') return keyColours[this.background]
    return /^#?([0-9a-f]{6})$/.exec(this.colour.trim().toLowerCase())?.[1] ?? null
  }
}
