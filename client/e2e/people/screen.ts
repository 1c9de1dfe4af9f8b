import { expect, type Locator, type Page } from '@playwright/test'
import { m } from '../../src/paraglide/messages.js'

const en = { locale: 'en' } as const

/** A projected screen, which nobody touches. */
export class Screen {
  readonly page: Page
  readonly speakerTime: Locator
  readonly segmentTime: Locator
  readonly breakTime: Locator

  constructor(page: Page) {
    this.page = page
    this.speakerTime = page.getByRole('timer', { name: m.screen_speaker_time({}, en) })
    this.segmentTime = page.getByRole('timer', { name: m.screen_segment_time({}, en) })
    this.breakTime = page.getByRole('timer', { name: m.screen_break_time({}, en) })
  }

  async comeBy(link: string): Promise<void> {
    await this.page.goto(link)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** The largest words: a speaker, a segment, "Resumes at 13:00". */
  async seesTitle(words: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: words, exact: true })).toBeVisible()
  }

  async sees(words: string): Promise<void> {
    await expect(this.page.getByText(words, { exact: true }).first()).toBeVisible()
  }

  async seesNoMore(words: string): Promise<void> {
    await expect(this.page.getByText(words, { exact: true })).toHaveCount(0)
  }

  /** Who speaks after the one who has the floor. */
  async seesNext(name: string): Promise<void> {
    const next = this.page.getByRole('paragraph').filter({ hasText: m.screen_next({}, en) })
    await expect(next.getByText(name, { exact: true })).toBeVisible()
  }

  /** Nothing lies outside the screen, and nothing can be scrolled. */
  async fits(): Promise<void> {
    const overflow = await this.page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
      return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight }
    })
    expect(overflow).toEqual({ wide: 0, high: 0 })
  }
}
