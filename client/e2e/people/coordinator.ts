import { expect, type Locator, type Page } from '@playwright/test'
import { m } from '../../src/paraglide/messages.js'
import { beginningWith } from './words.ts'

const en = { locale: 'en' } as const

/** What a form of a segment asks for; what is left out stays as it is. */
export interface SegmentWish {
  readonly title?: string
  readonly kind?: 'Plenary' | 'Panel' | 'Open floor' | 'Break'
  readonly minutes?: number
  readonly speakingLimit?: string
  /** A time of day at which it starts whatever went before. */
  readonly fixedStart?: string
  readonly guidingPoints?: readonly string[]
}

/** Whoever plans a meeting: on the home page, and on the plan page of the meeting. */
export class Coordinator {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Creates a meeting on the home page and reads the links, which are shown only now. */
  async create(
    address: string,
    programme: 'Consultation' | 'Empty',
    title: string,
  ): Promise<Readonly<Record<'coordinator' | 'participant' | 'screen', string>>> {
    await this.page.goto(address)
    await this.page.getByText(programme, { exact: true }).click()
    await this.page.getByLabel(m.home_meeting_title({}, en), { exact: true }).fill(title)
    await this.page.getByRole('button', { name: m.home_create({}, en) }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: m.home_links_title({}, en) })).toBeVisible()
    const link = (role: string) => this.page.getByRole('textbox', { name: role, exact: true }).inputValue()
    return {
      coordinator: await link(m.home_link_coordinator({}, en)),
      participant: await link(m.home_link_participant({}, en)),
      screen: await link(m.home_link_screen({}, en)),
    }
  }

  /** From the links to the console, and from there to the plan. */
  async openPlan(): Promise<void> {
    await this.page.getByRole('link', { name: m.home_open_console({}, en) }).click()
    await this.page.getByRole('link', { name: m.console_do_open_plan({}, en) }).click()
    await expect(this.page.getByRole('heading', { name: m.plan_programme({}, en) })).toBeVisible()
  }

  async addSession(title: string): Promise<void> {
    await this.page.getByLabel(m.plan_new_session({}, en)).fill(title)
    await this.page.getByRole('button', { name: m.plan_add_session({}, en) }).click()
    await expect(this.#session(title)).toBeVisible()
  }

  async addSegment(session: string, wish: SegmentWish & { readonly title: string }): Promise<void> {
    const block = this.#session(session)
    await block.getByRole('button', { name: m.plan_add_segment({}, en) }).click()
    const form = block.getByRole('form', { name: m.plan_add_segment({}, en) })
    await this.#fill(form, wish)
    await form.getByRole('button', { name: m.plan_add_segment({}, en) }).click()
    await expect(this.#row(wish.title)).toBeVisible()
  }

  async editSegment(title: string, wish: SegmentWish): Promise<void> {
    await this.#open(title)
    const form = this.page.getByRole('form', { name: m.plan_segment_edit({ title }, en) })
    await this.#fill(form, wish)
    await form.getByRole('button', { name: m.plan_save({}, en), exact: true }).click()
    await expect(form.getByRole('button', { name: m.plan_save({}, en), exact: true })).toBeHidden()
    await this.#open(wish.title ?? title, false)
  }

  async moveSegmentUp(title: string): Promise<void> {
    await this.page.getByRole('button', { name: m.plan_segment_up({ title }, en) }).click()
  }

  /** Puts somebody new on the panel of a segment. */
  async addPanelist(segment: string, name: string): Promise<void> {
    await this.#open(segment)
    await this.page.getByLabel(m.plan_seat_add({}, en)).fill(name)
    await this.page.getByRole('button', { name: m.plan_seat_new({ name }, en) }).click()
    await this.page.getByRole('button', { name: m.plan_seat_add_new({}, en) }).click()
    await expect(this.page.getByRole('button', { name: m.plan_seat_remove({ name }, en) })).toBeVisible()
    await this.#open(segment, false)
  }

  /** The segments in programme order. */
  async seesSegments(titles: readonly string[]): Promise<void> {
    const rows = this.page
      .getByRole('button', { expanded: false })
      .filter({ hasText: /Plenary|Panel|Open floor|Break/ })
    await expect(rows).toHaveCount(titles.length)
    for (const [index, title] of titles.entries()) await expect(rows.nth(index)).toContainText(title)
  }

  async #open(title: string, isOpen = true): Promise<void> {
    const row = this.#row(title)
    if ((await row.getAttribute('aria-expanded')) !== String(isOpen)) await row.click()
  }

  async #fill(form: Locator, wish: SegmentWish): Promise<void> {
    const { title, kind, minutes, speakingLimit, fixedStart, guidingPoints } = wish
    if (title !== undefined) await form.getByLabel(m.plan_title({}, en)).fill(title)
    if (kind !== undefined) await form.getByText(kind, { exact: true }).click()
    if (minutes !== undefined) await form.getByLabel(m.plan_duration({}, en)).fill(String(minutes))
    if (speakingLimit !== undefined) await form.getByLabel(m.plan_speaking_limit({}, en)).fill(speakingLimit)
    if (fixedStart !== undefined) {
      await form.getByText(m.plan_start_fixed({}, en), { exact: true }).click()
      await form.getByLabel(m.plan_fixed_time({}, en), { exact: true }).fill(fixedStart)
    }
    if (guidingPoints !== undefined)
      await form.getByLabel(m.plan_guiding_points({}, en)).fill(guidingPoints.join('\n'))
  }

  #session(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  #row(title: string): Locator {
    return this.page.getByRole('button', { name: beginningWith(title) })
  }
}
