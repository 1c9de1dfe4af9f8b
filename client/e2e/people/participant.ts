import { expect, type Locator, type Page } from '@playwright/test'
import { m } from '../../src/paraglide/messages.js'
import type { Locale } from '../../src/paraglide/runtime.js'
import { beginningWith } from './words.ts'

/** What somebody says of themselves on joining. */
export interface Myself {
  readonly name: string
  readonly organization: string
  /** As the form names it. */
  readonly group: string
}

/** Somebody who takes part, on a phone, in a language. */
export class Participant {
  readonly page: Page
  readonly name: string
  readonly now: Locator
  readonly turn: Locator
  readonly list: Locator
  readonly speakerTime: Locator
  readonly segmentTime: Locator
  readonly #myself: Myself
  readonly #in: { readonly locale: Locale }

  constructor(page: Page, myself: Myself, locale: Locale = 'en') {
    this.page = page
    this.name = myself.name
    this.#myself = myself
    this.#in = { locale }
    const region = (name: string) => page.getByRole('region', { name, exact: true })
    this.now = region(m.participant_now({}, this.#in))
    this.turn = region(m.participant_my_turn({}, this.#in))
    this.list = region(m.participant_list({}, this.#in))
    this.speakerTime = page.getByRole('timer', { name: m.participant_speaker_left({}, this.#in) })
    this.segmentTime = page.getByRole('timer', { name: m.participant_segment_left({}, this.#in) })
  }

  /** The large button at the thumb. */
  get hand(): Locator {
    const { page } = this
    const labels = [
      m.participant_hand_raise,
      m.participant_hand_raised,
      m.participant_you_next,
      m.participant_hand_yield,
      m.participant_hand_closed,
      m.participant_hand_not_started,
      m.participant_hand_break,
    ].map((label) => page.getByRole('button', { name: beginningWith(label({}, this.#in)) }))
    return labels.reduce((any, one) => any.or(one)).last()
  }

  /** Opens the link, with its code, and says who one is. */
  async joinBy(link: string): Promise<void> {
    await this.page.goto(link)
    await this.#sayWhoIAm()
  }

  /** Joins a meeting that has no stakeholder groups. */
  async joinWithoutGroup(link: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel(m.join_name({}, this.#in)).fill(this.name)
    await this.page.getByRole('button', { name: m.join_enter({}, this.#in) }).click()
    await expect(this.now).toBeVisible()
  }

  /** Types the code on the page of that address. */
  async joinByCode(address: string, code: string): Promise<void> {
    await this.page.goto(address)
    await this.typeCode(code)
  }

  /** Types the code where the page asks for it, and says who one is. */
  async typeCode(code: string): Promise<void> {
    await this.page.getByLabel(m.join_code({}, this.#in)).fill(code)
    await this.page.getByRole('button', { name: m.join_continue({}, this.#in) }).click()
    await this.#sayWhoIAm()
  }

  async raiseHand(topic?: string): Promise<void> {
    if (topic !== undefined) {
      await this.page.getByRole('button', { name: m.participant_topic_add({}, this.#in) }).click()
      await this.page.getByLabel(m.participant_topic_label({}, this.#in)).fill(topic)
    }
    await this.pressHand()
    await expect(this.turn).toBeVisible()
  }

  /** Presses the hand to raise it, whatever comes of it. */
  pressHand(): Promise<void> {
    return this.#press(m.participant_hand_raise({}, this.#in))
  }

  async lowerHand(): Promise<void> {
    await this.hand.click()
    await this.#press(m.participant_lower_confirm({}, this.#in))
  }

  async yieldFloor(): Promise<void> {
    await this.#press(m.participant_hand_yield({}, this.#in))
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: m.participant_yield_confirm({}, this.#in) }).click()
  }

  async seesSegment(title: string): Promise<void> {
    await expect(this.now.getByRole('heading', { name: title, exact: true })).toBeVisible()
  }

  /** Who has the floor, when it is not me. */
  async seesFloor(name: string | null): Promise<void> {
    if (name === null)
      return expect(
        this.now.getByText(m.participant_floor_empty({}, this.#in), { exact: true }),
      ).toBeVisible()
    await expect(this.now.getByText(name, { exact: true })).toBeVisible()
  }

  async seesFloorIsMine(): Promise<void> {
    await this.seesTurn(m.participant_you_speak({}, this.#in))
  }

  async seesIAmNext({ withinMs }: { readonly withinMs?: number } = {}): Promise<void> {
    await this.seesTurn(m.participant_you_next({}, this.#in), withinMs)
  }

  async seesPlace(place: number): Promise<void> {
    await this.seesTurn(m.participant_place({ place }, this.#in))
  }

  async seesHand(label: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: beginningWith(label) })).toBeVisible()
  }

  /** The heading of what is said of my own turn. */
  async seesTurn(words: string, timeout?: number): Promise<void> {
    const heading = this.turn.getByRole('heading', { name: words, exact: true })
    await expect(heading).toBeVisible({ timeout })
  }

  /** The head of the list, in order. */
  async seesList(names: readonly string[]): Promise<void> {
    const rows = this.list.getByRole('listitem')
    await expect(rows).toHaveCount(names.length)
    for (const [index, name] of names.entries()) await expect(rows.nth(index)).toContainText(name)
  }

  /** What somebody on the list wants to speak about. */
  async seesTopic(topic: string): Promise<void> {
    await expect(this.list.getByText(topic, { exact: true })).toBeVisible()
  }

  async seesNotStarted(): Promise<void> {
    await this.seesHand(m.participant_hand_not_started({}, this.#in))
  }

  async seesGuidingPoint(point: string): Promise<void> {
    const words = this.now.getByText(point, { exact: true })
    if (!(await words.isVisible()))
      await this.now.getByText(m.participant_guiding_points({}, this.#in), { exact: true }).click()
    await expect(words).toBeVisible()
  }

  /** For how long I may speak, in my row of the list. */
  async seesLimit(limit: string): Promise<void> {
    await expect(this.list.getByRole('listitem').filter({ hasText: this.name })).toContainText(limit)
  }

  async seesSession(title: RegExp): Promise<void> {
    await expect(this.now.getByText(title)).toBeVisible()
  }

  async seesResumesAt(time: string): Promise<void> {
    await expect(this.now.getByText(m.participant_resumes_at({ time }, this.#in))).toBeVisible()
  }

  async seesEnd(words: string): Promise<void> {
    await expect(this.now.getByText(words, { exact: true })).toBeVisible()
  }

  /** A sentence about where the meeting is. */
  async seesSentence(words: string): Promise<void> {
    await expect(this.now.getByText(words, { exact: true })).toBeVisible()
  }

  /** The segments of the programme, in order. */
  async seesProgramme(titles: readonly string[]): Promise<void> {
    const programme = this.page.getByRole('group').filter({
      has: this.page.getByRole('heading', { name: m.participant_programme({}, this.#in) }),
    })
    const inOrder = async () => (await programme.innerText()).match(new RegExp(titles.join('|'), 'g'))
    await expect.poll(inOrder).toEqual(titles)
  }

  /** Somebody on the panel of the segment that runs. */
  async seesOnPanel(name: string): Promise<void> {
    const panel = this.page.getByRole('region', { name: m.participant_panel({}, this.#in), exact: true })
    await expect(panel.getByText(name, { exact: true })).toBeVisible()
  }

  async seesNotice(text: string): Promise<void> {
    await expect(this.page.getByText(text, { exact: true })).toBeVisible()
  }

  async seesNoNotice(text: string): Promise<void> {
    await expect(this.page.getByText(text, { exact: true })).toHaveCount(0)
  }

  async #sayWhoIAm(): Promise<void> {
    const { name, organization, group } = this.#myself
    await this.page.getByLabel(m.join_name({}, this.#in)).fill(name)
    await this.page.getByLabel(m.join_organization({}, this.#in)).fill(organization)
    await this.page.getByLabel(m.join_group({}, this.#in)).selectOption(group)
    await this.page.getByRole('button', { name: m.join_enter({}, this.#in) }).click()
    await expect(this.now).toBeVisible()
  }

  async #press(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: beginningWith(name) })
      .last()
      .click()
  }
}
