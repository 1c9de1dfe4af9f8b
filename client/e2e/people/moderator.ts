import { expect, type Locator, type Page } from '@playwright/test'
import { m } from '../../src/paraglide/messages.js'
import { beginningWith } from './words.ts'

const en = { locale: 'en' } as const

/** Somebody who is added to the list by a moderator. */
interface Deviceless {
  readonly name: string
  readonly organization: string
  readonly topic: string
}

/** A moderator at the console, in English. */
export class Moderator {
  readonly page: Page
  readonly now: Locator
  readonly floor: Locator
  readonly list: Locator
  readonly programme: Locator
  readonly side: Locator
  readonly speakerTime: Locator
  readonly segmentTime: Locator
  /** The line that says why something was not done. */
  readonly said: Locator

  constructor(page: Page) {
    this.page = page
    const region = (name: string) => page.getByRole('region', { name, exact: true })
    this.now = region(m.console_now({}, en))
    this.floor = region(m.console_floor({}, en))
    this.list = region(m.console_list({}, en))
    this.programme = region(m.console_programme({}, en))
    this.side = region(m.console_side({}, en))
    this.speakerTime = page.getByRole('timer', { name: m.console_speaker_time({}, en) })
    this.segmentTime = page.getByRole('timer', { name: m.console_segment_time({}, en) })
    this.said = page.getByRole('contentinfo').getByRole('status')
  }

  async comeBy(link: string): Promise<void> {
    await this.page.goto(link)
    await expect(this.now).toBeVisible()
  }

  async startMeeting(): Promise<void> {
    await this.#press(this.floor, m.console_do_start_meeting({}, en))
    await this.#press(this.#dialog(m.console_ask_start_title({}, en)), m.console_ask_start_yes({}, en))
  }

  async endMeeting(): Promise<void> {
    await this.#press(this.now, m.console_do_end_meeting({}, en))
    await this.#press(this.#dialog(m.console_ask_end_title({}, en)), m.console_ask_end_yes({}, en))
  }

  /** On to the segment that follows. */
  async goOnTo(title: string): Promise<void> {
    await this.#press(this.now, m.console_next_is({ title }, en))
    await this.seesSegment(title)
  }

  async goBackTo(title: string): Promise<void> {
    await this.#press(this.now, m.console_back_to({ title }, en))
    await this.seesSegment(title)
  }

  /** Gives the floor to whom the console proposes. */
  async giveFloorToNext(name: string): Promise<void> {
    await this.pressGiveFloorToNext(name)
    await this.seesFloor(name)
  }

  /** Presses the button of whom the console proposes, whatever comes of it. */
  pressGiveFloorToNext(name: string): Promise<void> {
    return this.#press(this.floor, m.console_give_floor_to({ name }, en))
  }

  /** Gives the floor to somebody in the list or on the panel, in order or not. */
  async giveFloorOutOfOrder(name: string): Promise<void> {
    await this.#pressInRow(name, m.console_give_floor_to({ name }, en))
    await this.seesFloor(name)
  }

  pauseSpeaker(): Promise<void> {
    return this.#press(this.floor, m.console_short_pause({}, en))
  }

  resumeSpeaker(): Promise<void> {
    return this.#press(this.floor, m.console_short_resume({}, en))
  }

  extendSpeaker30s(): Promise<void> {
    return this.#press(this.floor, m.console_short_plus_30s({}, en))
  }

  endIntervention(): Promise<void> {
    return this.#press(this.floor, m.console_short_end({}, en))
  }

  cutOff(): Promise<void> {
    return this.#press(this.floor, m.console_short_cut_off({}, en))
  }

  /** Who was called is not there. */
  markAbsent(name: string): Promise<void> {
    return this.#press(this.floor, m.console_mark_absent({ name }, en))
  }

  /** The speaker yields, and has no device to do it. */
  yieldFor(name: string): Promise<void> {
    return this.#press(this.floor, m.console_yield_for({ name }, en))
  }

  /** Sees a point of order announced, and gives it the floor. */
  async takePointOfOrder(name: string): Promise<void> {
    const foot = this.page.getByRole('contentinfo')
    await expect(foot.getByRole('alert')).toContainText(m.console_order_raised({ name }, en))
    await this.#press(foot, m.console_give_floor_to({ name }, en))
    await this.seesFloor(name)
  }

  /** Sees that a speaker was interrupted with that much left, such as `2:58`. */
  async seesInterrupted(name: string, time: string): Promise<void> {
    await expect(this.floor.getByText(m.console_interrupted_left({ name, time }, en))).toBeVisible()
  }

  /** Ends the point of order; the floor goes back to whom it interrupted. */
  async giveFloorBackTo(name: string): Promise<void> {
    await this.#press(this.floor, m.console_give_back({ name }, en))
    await this.seesFloor(name)
  }

  /** Gives the floor to a panelist for a reply, where the segment keeps time for replies. */
  async giveReplyTo(name: string): Promise<void> {
    const button = this.list.getByRole('button', {
      name: beginningWith(m.console_give_reply_to({ name }, en)),
    })
    if (!(await button.isVisible())) await this.list.getByText(m.console_replies({}, en)).first().click()
    await button.click()
    await this.seesFloor(name)
  }

  hold(name: string): Promise<void> {
    return this.#pressInRow(name, m.console_hold({ name }, en))
  }

  release(name: string): Promise<void> {
    return this.#pressInRow(name, m.console_release({ name }, en))
  }

  lowerHandOf(name: string): Promise<void> {
    return this.#pressInRow(name, m.console_lower_hand({ name }, en))
  }

  /** Drags a row to just before another, with the mouse. */
  async dragBefore(name: string, other: string): Promise<void> {
    const target = this.#row(other)
    await this.#row(name).dragTo(target, { targetPosition: { x: 150, y: 4 } })
  }

  /** Chooses an order by its name and applies it. */
  async orderBy(band: string): Promise<void> {
    await this.#press(this.list, m.console_short_order({}, en))
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel(m.console_policy_band({}, en)).selectOption(band)
    await dialog.locator('button[type="submit"]').click()
    await expect(dialog).toBeHidden()
  }

  /** Pastes names, one a line, and enters those that were understood. */
  async enterNames(names: readonly string[]): Promise<void> {
    await this.#press(this.list, m.console_do_paste_names({}, en))
    const dialog = this.#dialog(m.console_paste_title({}, en))
    await dialog.getByLabel(m.console_paste_label({}, en), { exact: true }).fill(names.join('\n'))
    await dialog.locator('button[type="submit"]').click()
    await expect(dialog).toBeHidden()
  }

  /** Sees words in the row of somebody who waits: a kind, a reason, "On hold". */
  async seesInRow(name: string, words: string): Promise<void> {
    await expect(this.#row(name).filter({ hasText: words })).toHaveCount(1)
  }

  /** Sees the order in force above the list. */
  async seesOrder(policy: string | RegExp): Promise<void> {
    await expect(this.list.getByText(policy)).toBeVisible()
  }

  closeList(): Promise<void> {
    return this.#press(this.list, m.console_short_close({}, en))
  }

  openList(): Promise<void> {
    return this.#press(this.list, m.console_short_open({}, en))
  }

  takeOffTheList(name: string): Promise<void> {
    return this.#pressInRow(name, m.console_remove_request({ name }, en))
  }

  moveUp(name: string): Promise<void> {
    return this.#pressInRow(name, m.console_move_up({ name }, en))
  }

  async addSpeaker({ name, organization, topic }: Deviceless): Promise<void> {
    await this.#press(this.list, m.console_short_add({}, en))
    const dialog = this.#dialog(m.console_add_title({}, en))
    await dialog.getByLabel(m.console_add_name({}, en), { exact: true }).fill(name)
    await dialog.getByLabel(m.join_organization({}, en)).fill(organization)
    await dialog.getByLabel(m.console_add_topic({}, en)).fill(topic)
    await this.#press(dialog, m.console_add_enter({}, en))
    await expect(dialog).toBeHidden()
  }

  /** Sets the speaking limit of the segment, such as `2:00`. */
  async setSpeakingLimit(limit: string): Promise<void> {
    await this.list.getByRole('button', { name: /limit/i }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel(m.console_limit_label({}, en)).fill(limit)
    await this.#press(dialog, m.console_limit_set({}, en))
    await expect(dialog).toBeHidden()
  }

  async notify(to: 'everyone' | 'speaker' | 'screens', text: string): Promise<void> {
    await this.#turnTo(m.console_tab_notices({}, en))
    const audience = {
      everyone: m.console_notice_everyone,
      speaker: m.console_notice_speaker,
      screens: m.console_notice_screens,
    }
    const audiences = this.side.getByRole('group', { name: m.console_notice_to({}, en) })
    await audiences.getByText(audience[to]({}, en), { exact: true }).click()
    await this.side.getByRole('textbox', { name: m.console_notice_text({}, en) }).fill(text)
    await this.side
      .getByLabel(m.console_notice_duration({}, en))
      .selectOption(m.console_notice_open_ended({}, en))
    await this.side.getByRole('button', { name: m.console_notice_send({}, en), exact: true }).click()
    await expect(this.side.getByRole('listitem').filter({ hasText: text })).toBeVisible()
  }

  async withdrawNotice(text: string): Promise<void> {
    await this.#turnTo(m.console_tab_notices({}, en))
    const notice = this.side.getByRole('listitem').filter({ hasText: text })
    await this.#press(notice, m.console_notice_withdraw({}, en))
    await expect(notice).toBeHidden()
  }

  /** Takes back the latest action, which the button names in words such as "closed the list". */
  async undo(what: string): Promise<void> {
    await this.#press(this.page.getByRole('contentinfo'), m.console_undo_what({ what }, en))
  }

  async seesSegment(title: string): Promise<void> {
    await expect(this.now.getByRole('heading', { name: title, exact: true })).toBeVisible()
  }

  async seesFloor(name: string | null): Promise<void> {
    const words = name === null ? m.console_floor_free({}, en) : name
    await expect(this.floor.getByText(words, { exact: true })).toBeVisible()
  }

  async seesFloorWords(words: string): Promise<void> {
    await expect(this.floor.getByText(words, { exact: true })).toBeVisible()
  }

  /** The waiting, in speaking order. */
  async seesList(names: readonly string[]): Promise<void> {
    const grip = /^(\d+)\. (.*)$/
    const grips = this.list.getByRole('button', { name: grip })
    await expect(grips).toHaveCount(names.length)
    for (const [index, name] of names.entries())
      await expect(grips.nth(index)).toHaveAccessibleName(m.console_row({ place: index + 1, name }, en))
  }

  /** The latest intervention on the record: whose it was and how it ended. */
  async seesLatest(name: string, outcome: 'delivered' | 'yielded' | 'cut off' | 'absent'): Promise<void> {
    await this.#turnTo(m.console_tab_recent({}, en))
    const latest = this.side
      .getByRole('list', { name: m.console_tab_recent({}, en) })
      .getByRole('listitem')
      .first()
    await expect(latest).toContainText(name)
    await expect(latest).toContainText(outcome)
  }

  async seesSaid(text: string): Promise<void> {
    await expect(this.said).toHaveText(text)
  }

  #dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }

  async #turnTo(tab: string): Promise<void> {
    await this.side.getByRole('tab', { name: tab }).click()
  }

  #row(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name })
  }

  /** What can be done to a row is shown where the pointer is. */
  async #pressInRow(name: string, action: string): Promise<void> {
    const row = this.#row(name)
    await row.hover()
    await this.#press(row, action)
  }

  async #press(within: Locator, name: string): Promise<void> {
    await within.getByRole('button', { name: beginningWith(name) }).click()
  }
}
