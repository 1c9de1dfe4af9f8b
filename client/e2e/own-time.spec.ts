import { expect, type Page } from '@playwright/test'
import type { Clock } from '@openfloor/shared/clock/clock.ts'
import { m } from '../src/paraglide/messages.js'
import { Api, type Caller } from './harness/api.ts'
import { Cable } from './harness/cable.ts'
import { giveFloorToNext, openFloor, raiseHands, speakers, type Stage } from './harness/meetings.ts'
import { ownSteeredServer } from './harness/steered-server.ts'
import { expectAccessible, expectFits } from './people/accessible.ts'
import { test } from './people/devices.ts'
import { expectCounting } from './people/digits.ts'

const server = ownSteeredServer()
const en = { locale: 'en' } as const
const [first, second, third] = speakers
const phone = { width: 360, height: 740 }
const laptop = { width: 1280, height: 720 }

interface Floor {
  readonly stage: Stage
  /** Second in the list when it begins. */
  readonly me: Caller
  readonly link: string
}

/** Three wait on an open floor, and I am the second. */
async function secondOfThree(): Promise<Floor> {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const [, me] = await raiseHands(api, stage, 3)
  return { stage, me: me!, link: await stage.moderator.personalLink(me!.personId!) }
}

const turn = (page: Page) => page.getByRole('region', { name: m.participant_my_turn({}, en), exact: true })
const says = (page: Page, words: string) => expect(turn(page)).toContainText(words)
const toggle = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const ownDigits = (page: Page) => page.getByRole('timer', { name: m.participant_speaker_left({}, en) })

/** What a device is made to do, as its platform is told: the tones that are heard, and each vibration. */
interface Felt {
  readonly tonesHz: number[]
  readonly vibrations: number[][]
}

/** A tone is heard when its time comes, if it still leads to a running device. */
async function feel(page: Page): Promise<Felt> {
  const felt: Felt = { tonesHz: [], vibrations: [] }
  await page.exposeFunction('toneHeard', (toneHz: number) => felt.tonesHz.push(Math.round(toneHz)))
  await page.exposeFunction('vibrates', (pattern: number[]) => felt.vibrations.push(pattern))
  await page.addInitScript(() => {
    const told = window as unknown as Record<'toneHeard' | 'vibrates', (what: unknown) => void>
    const { start } = OscillatorNode.prototype
    const disconnect: (this: AudioNode) => void = AudioNode.prototype.disconnect
    const cut = new WeakSet<AudioNode>()
    OscillatorNode.prototype.start = function (this: OscillatorNode, when = 0) {
      const inS = Math.max(0, when - this.context.currentTime)
      const listen = () => {
        if (!cut.has(this) && this.context.state === 'running') told.toneHeard(this.frequency.value)
      }
      setTimeout(listen, inS * 1_000)
      start.call(this, when)
    }
    AudioNode.prototype.disconnect = function (this: AudioNode) {
      cut.add(this)
      disconnect.call(this)
    }
    navigator.vibrate = (pattern) => {
      told.vibrates(pattern)
      return true
    }
  })
  return felt
}

const armed = [880]
const tones = { warning: [880], zero: [880, 660], next: [587, 880], floor: [587, 740, 880] }

test.afterEach(({ devices }) => {
  expect(devices.complaints).toEqual([])
})

/** A clock of the server's, in this machine's time. */
async function floorClock(caller: Caller): Promise<Clock> {
  const { clock } = (await caller.view()).view.public.floor!
  return { ...clock, startedAt: clock.startedAt === null ? null : clock.startedAt - server().aheadMs }
}

/** In both colour schemes, on a phone and a laptop. */
async function lookAt(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of [phone, laptop]) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectAccessible(page, `${where}, ${colorScheme}, ${size.width} wide`)
      await expectFits(page, `${where}, ${colorScheme}, ${size.width} wide`)
    }
  }
  await page.setViewportSize(phone)
}

/** Opens the small window that stays above the call; it is a page of its own to the browser. */
async function openFloating(page: Page, name: string): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name, exact: true }).click()
  return opened
}

test('my page is about my time while I speak, from calm to over', async ({ devices }) => {
  const { stage, me, link } = await secondOfThree()
  const page = await devices.bring('phone')
  await page.goto(link)
  await giveFloorToNext(stage)
  await says(page, m.participant_you_next({}, en))
  await lookAt(page, 'next')
  await giveFloorToNext(stage)
  await says(page, m.participant_you_speak({}, en))
  await says(page, m.own_next_person({ name: third.name }, en))
  await expectCounting(await floorClock(me), ownDigits(page))
  await lookAt(page, 'my time')
  await server().pass(130_000, page)
  await says(page, m.clock_under_minutes({ minutes: 1 }, en))
  const text = 'Please speak more slowly for the interpreters.'
  await stage.moderator.must({ type: 'send-notice', to: 'speaker', screenId: null, text, durationMs: null })
  await expect(turn(page).getByRole('alert')).toHaveText(text)
  await server().pass(40_000, page)
  await says(page, m.own_conclude({}, en))
  await lookAt(page, 'to conclude')
  await server().pass(30_000, page)
  await says(page, m.own_over({}, en))
  await lookAt(page, 'my time is over')
})

test('[F12] while a point of order is heard my time stands still, and then goes on', async ({ devices }) => {
  const { stage, link } = await secondOfThree()
  const page = await devices.bring('phone')
  await page.goto(link)
  await giveFloorToNext(stage)
  await giveFloorToNext(stage)
  await says(page, m.participant_you_speak({}, en))
  const other = await new Api(server().address).join(stage, { name: 'Orderly', groupId: 'academia' })
  await other.must({ type: 'raise-hand', segmentId: 'open-floor-1', kind: 'point-of-order' })
  await giveFloorToNext(stage)
  await says(page, m.own_interrupted_by({ name: 'Orderly' }, en))
  await says(page, m.own_stands_still({}, en))
  await lookAt(page, 'interrupted')
  const { floor } = (await stage.moderator.view()).view.public
  await stage.moderator.must({ type: 'end-intervention', interventionId: floor!.interventionId })
  await says(page, m.participant_you_speak({}, en))
})

test('the small window shows my time above a call, and lives through a cut', async ({ devices }) => {
  const { stage, me, link } = await secondOfThree()
  const cable = await Cable.to(Number(new URL(server().address).port))
  const page = await devices.bring('laptop')
  await page.goto(cable.through(link))
  const small = await openFloating(page, m.floating_open({}, en))
  await small.setViewportSize({ width: 320, height: 240 })
  await expect(small.getByRole('main')).toContainText(m.own_next_person({ name: first.name }, en))
  await giveFloorToNext(stage)
  await expect(small.getByRole('heading', { name: first.name })).toBeVisible()
  await expect(small.getByText(m.participant_you_next({}, en))).toBeVisible()
  await giveFloorToNext(stage)
  await expect(small.getByRole('heading', { name: m.participant_you_speak({}, en) })).toBeVisible()
  const digits = small.getByRole('timer', { name: m.own_left({}, en) })
  await expectCounting(await floorClock(me), digits)
  await expectFits(small, 'the small window')
  await expectAccessible(small, 'the small window')
  // Its styles are the page's own files.
  await expect(digits.locator('.digits')).toHaveCSS('font-variant-numeric', /tabular-nums/)

  cable.pull()
  await expect(page.getByText(m.status_silent({}, en))).toBeVisible({ timeout: 12_000 })
  await expect(small.getByText(m.floating_reconnecting({}, en))).toBeVisible()
  await expectCounting(await floorClock(me), digits)
  const text = 'Two minutes more for you.'
  await stage.moderator.must({ type: 'send-notice', to: 'speaker', screenId: null, text, durationMs: null })
  cable.mend()
  await expect(small.getByText(text)).toBeVisible({ timeout: 12_000 })

  await toggle(page, m.floating_open({}, en)).click()
  await expect.poll(() => small.isClosed()).toBe(true)
  await expect(toggle(page, m.floating_open({}, en))).toHaveAttribute('aria-pressed', 'false')
  await cable.end()
  // What a cut says in the console of a browser is the point of it.
  devices.complaints.length = 0
})

test('the small window of the console counts who speaks, and closes by itself with its page', async ({
  devices,
}) => {
  const { stage } = await secondOfThree()
  const page = await devices.bring('laptop')
  await page.goto(stage.links.moderator)
  await giveFloorToNext(stage)
  const small = await openFloating(page, m.floating_hint({}, en))
  await expect(small.getByRole('heading', { name: first.name })).toBeVisible()
  await expect(small.getByText(m.own_next_person({ name: second.name }, en))).toBeVisible()
  await small.close()
  await expect(toggle(page, m.floating_hint({}, en))).toHaveAttribute('aria-pressed', 'false')
  const again = await openFloating(page, m.floating_hint({}, en))
  await expect(again.getByRole('heading', { name: first.name })).toBeVisible()
  await page.goto('about:blank')
  await expect.poll(() => again.isClosed()).toBe(true)
})

test('[F16] sounds are off until a press, then tell my turn and my warnings once each', async ({
  devices,
}) => {
  const { stage, link } = await secondOfThree()
  const page = await devices.bring('laptop')
  const { tonesHz } = await feel(page)
  await page.goto(link)
  const sound = toggle(page, m.alerts_sound({}, en))
  await expect(sound).toHaveAttribute('aria-pressed', 'false')
  await giveFloorToNext(stage)
  await says(page, m.participant_you_next({}, en))
  await sound.click()
  await expect(sound).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => tonesHz).toEqual(armed)
  await giveFloorToNext(stage)
  const heard = [...armed, ...tones.floor]
  await expect.poll(() => tonesHz).toEqual(heard)
  await server().pass(117_000, page)
  heard.push(...tones.warning)
  await expect.poll(() => tonesHz).toEqual(heard)
  await server().pass(58_000, page)
  heard.push(...tones.zero)
  await expect.poll(() => tonesHz).toEqual(heard)
})

test('[F16] sound is remembered, and comes back with the first press; of two tabs one sounds', async ({
  devices,
}) => {
  const { stage, link } = await secondOfThree()
  const page = await devices.bring('laptop')
  const mine = await feel(page)
  await page.goto(link)
  await toggle(page, m.alerts_sound({}, en)).click()
  await page.reload()
  await expect(page.getByText(m.alerts_sound_blocked({}, en))).toBeVisible()
  await page.getByRole('heading', { name: m.alerts_title({}, en) }).click()
  await expect(toggle(page, m.alerts_sound({}, en))).toHaveAttribute('aria-pressed', 'true')

  const twin = await page.context().newPage()
  const twins = await feel(twin)
  await twin.goto(page.url())
  await twin.getByRole('heading', { name: m.alerts_title({}, en) }).click()
  await expect(twin.getByText(m.alerts_elsewhere({}, en))).toBeVisible()
  await giveFloorToNext(stage)
  await expect.poll(() => mine.tonesHz).toEqual([...armed, ...tones.next])
  await says(twin, m.participant_you_next({}, en))
  expect(twins.tonesHz).toEqual([])

  await page.close()
  await expect(twin.getByText(m.alerts_elsewhere({}, en))).toHaveCount(0)
  await giveFloorToNext(stage)
  await expect.poll(() => twins.tonesHz).toEqual(tones.floor)
})

test('[F16] a phone shakes for who raised a hand, and not for who turned it off', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 1)
  const page = await devices.bring('phone')
  const { vibrations } = await feel(page)
  const me = await api.join(stage, { name: 'Noor', groupId: 'academia' })
  await page.goto(await stage.moderator.personalLink(me.personId!))
  const vibration = toggle(page, m.alerts_vibration({}, en))
  await expect(vibration).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('button', { name: m.participant_hand_raise({}, en) }).tap()
  await expect(vibration).toHaveAttribute('aria-pressed', 'true')
  await giveFloorToNext(stage)
  await expect.poll(() => vibrations).toEqual([[200]])
  await vibration.tap()
  await giveFloorToNext(stage)
  await says(page, m.participant_you_speak({}, en))
  expect(vibrations).toEqual([[200]])
  await page.reload()
  await expect(vibration).toHaveAttribute('aria-pressed', 'false')
})
