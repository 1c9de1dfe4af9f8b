import { expect } from '@playwright/test'
import type { Clock } from '@openfloor/shared/clock/clock.ts'
import { Api } from './harness/api.ts'
import { Cable } from './harness/cable.ts'
import { giveFloorToNext, openFloor, raiseHands } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { monotonicMs, PaintedPage, type Paint } from './harness/painted-page.ts'
import { PlainBrowser } from './harness/plain-browser.ts'
import { apartMs, dueAt, pairsOf } from './harness/shown-time.ts'
import { test, type Devices } from './people/devices.ts'

const server = ownServer()

const HOUR_MS = 3_600_000
const SIGN_MS = 8_000
/** How many seconds are watched once a page has settled. */
const SECONDS = 8
/** By then the estimates have had the probes that they need on such a way (decision 34). */
const WARM_UP_SECONDS = 10
/** A frame is 17 ms; this machine has other things to do too. */
const FRAME_ON_A_BUSY_MACHINE_MS = 250

/** A speaker's clock, a screen and a participant's page, each behind a slow cable and with a date that is hours wrong. */
async function stage(devices: Devices) {
  const api = new Api(server().address)
  const meeting = await openFloor(api)
  const [, caller] = await raiseHands(api, meeting, 2)
  await giveFloorToNext(meeting)
  const { clock } = (await meeting.moderator.view()).view.public.floor!
  const near = await Cable.to(server().port, () => 20 + Math.random() * 40)
  const far = await Cable.to(server().port, () => 140 + Math.random() * 60)
  const screen = await PaintedPage.of(await devices.bring('wall'), 5 * HOUR_MS)
  const participant = await PaintedPage.of(await devices.bring('phone'), -3 * HOUR_MS)
  await screen.comeBy(near.through(meeting.links.screen))
  await participant.comeBy(far.through(await meeting.moderator.personalLink(caller!.personId!)))
  /** The server runs on this machine, so its time is this machine's. */
  const serverAheadMs = Date.now() - monotonicMs()
  /** How far from its second something was painted. */
  const offMs = ({ paintedAt, digits }: Paint) => paintedAt + serverAheadMs - dueAt(clock, digits)
  return { clock, cables: [near, far], screen, participant, offMs }
}

/** Collects the speaker's digits and the signs of a page, for as long as a test watches it. */
class Watched {
  readonly paints: Paint[] = []
  readonly #page: PaintedPage

  constructor(page: PaintedPage) {
    this.#page = page
  }

  /** Looks until what was painted is as wanted. */
  async until(isMet: (paints: readonly Paint[]) => boolean, timeout: number): Promise<void> {
    const look = async () => {
      const paints = await this.#page.take()
      this.paints.push(...paints.filter(({ label }) => label === '' || /speak/i.test(label)))
      return isMet(this.paints)
    }
    await expect.poll(look, { timeout, intervals: [200] }).toBe(true)
  }

  get digits(): readonly Paint[] {
    return this.paints.filter(({ kind }) => kind === 'digits')
  }
}

const counts = (count: number) => (paints: readonly Paint[]) =>
  paints.filter(({ kind }) => kind === 'digits').length >= count

/** None was skipped, none came twice. */
function expectEverySecond(clock: Clock, digits: readonly Paint[]): void {
  const dues = digits.map((paint) => dueAt(clock, paint.digits))
  expect(dues.slice(1).map((due, at) => due - dues[at]!)).toEqual(dues.slice(1).map(() => 1_000))
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

test('[CL4] two pages far from the server, with dates hours wrong, paint the same second', async ({
  devices,
}) => {
  const { clock, screen, participant, offMs } = await stage(devices)
  const both = [new Watched(screen), new Watched(participant)] as const
  await Promise.all(both.map((each) => each.until(counts(WARM_UP_SECONDS + SECONDS), 45_000)))
  const [first, second] = [both[0].digits.slice(WARM_UP_SECONDS), both[1].digits.slice(WARM_UP_SECONDS)]
  const apart = apartMs(pairsOf(first, second), 'paintedAt')
  expect(apart.length).toBeGreaterThan(SECONDS / 2)
  expect(median(apart)).toBeLessThan(20)
  expect(median([...first, ...second].map((paint) => Math.abs(offMs(paint))))).toBeLessThan(50)
  for (const digits of [first, second]) expectEverySecond(clock, digits)
  expect(devices.complaints).toEqual([])
})

for (const how of ['freeze', 'pull'] as const)
  test(`[CL8] a link that is dead (${how}): the sign comes, the digits go on right, and nothing jumps on return`, async ({
    devices,
  }) => {
    test.setTimeout(150_000)
    const { clock, cables, screen, participant, offMs } = await stage(devices)
    const both = [new Watched(screen), new Watched(participant)]
    await Promise.all(both.map((each) => each.until(counts(4), 30_000)))
    const cutAt = monotonicMs()
    for (const cable of cables) cable[how]()
    const signed = (paints: readonly Paint[]) => paints.some(({ kind }) => kind === 'sign')
    await Promise.all(both.map((each) => each.until(signed, SIGN_MS + 4_000)))
    for (const { paints } of both)
      expect(paints.find(({ kind }) => kind === 'sign')!.paintedAt - cutAt).toBeLessThan(SIGN_MS)
    const atSign = both.map(({ digits }) => digits.length)
    await Promise.all(both.map((each, at) => each.until(counts(atSign[at]! + 5), 15_000)))

    for (const cable of cables) cable.mend()
    const back = (paints: readonly Paint[]) =>
      paints.findLast(({ kind }) => kind !== 'digits')?.kind === 'no-sign'
    await Promise.all(both.map((each) => each.until(back, 20_000)))
    const atReturn = both.map(({ digits }) => digits.length)
    await Promise.all(both.map((each, at) => each.until(counts(atReturn[at]! + 4), 15_000)))
    for (const { digits } of both) {
      expectEverySecond(clock, digits.slice(2))
      expect(median(digits.slice(2).map((paint) => Math.abs(offMs(paint))))).toBeLessThan(50)
    }
  })

test('[CL9] a page that was frozen in the background paints the right second in its first frame', async () => {
  const api = new Api(server().address)
  const meeting = await openFloor(api)
  await raiseHands(api, meeting, 1)
  await giveFloorToNext(meeting)
  const { clock } = (await meeting.moderator.view()).view.public.floor!
  const browser = await PlainBrowser.start()
  try {
    const screen = await PaintedPage.of(await browser.newPage())
    await screen.comeBy(meeting.links.screen)
    const watched = new Watched(screen)
    await watched.until(counts(3), 30_000)
    const other = await browser.newPage()
    await other.bringToFront()
    await screen.freeze()
    const frozenAt = monotonicMs()
    await expect.poll(() => monotonicMs() - frozenAt, { timeout: 15_000 }).toBeGreaterThan(SIGN_MS + 1_000)
    const wokeAt = await screen.wake()
    await watched.until(counts(3 + 4), 15_000)

    const after = watched.digits.filter(({ paintedAt }) => paintedAt > frozenAt)
    const first = after[0]!
    expect(first.paintedAt - wokeAt).toBeLessThan(FRAME_ON_A_BUSY_MACHINE_MS)
    const shownForMs = first.paintedAt + Date.now() - monotonicMs() - dueAt(clock, first.digits)
    expect(shownForMs).toBeGreaterThan(-50)
    expect(shownForMs).toBeLessThan(1_000 + FRAME_ON_A_BUSY_MACHINE_MS)
    expectEverySecond(clock, after)
    expect(watched.paints.some(({ kind }) => kind === 'sign')).toBe(false)
  } finally {
    await browser.end()
  }
})
