import { expect, type Locator } from '@playwright/test'
import { remainingMs, type Clock } from '@openfloor/shared/clock/clock.ts'
import { countdown } from '@openfloor/shared/clock/digits.ts'

/** How far a page's digits may be from the server's clock; pages and server run on the same machine here. */
const TOLERANCE_MS = 1_000
const STEP_MS = 50

/** What a clock on a page showed at some moment between these two. */
interface Shown {
  readonly digits: string
  readonly from: number
  readonly until: number
}

/** The digits of something that shows time, such as `2:59` or `+0:01`, as a reader sees them, on pages of any age. */
async function shown(timer: Locator): Promise<Shown> {
  const from = Date.now()
  const text = await timer.innerText()
  const digits = /^\+?\d+(:\d\d)+/.exec(text.replace(/\s/g, ''))?.[0] ?? ''
  return { digits, from, until: Date.now() }
}

/** All of these show the time left on the server's clock, to within a second. */
export async function expectClock(clock: Clock, timers: readonly Locator[]): Promise<void> {
  await expect(async () => {
    const all = await Promise.all(timers.map(shown))
    for (const each of all) expect(textsAround(clock, each), `at ${each.from}`).toContain(each.digits)
  }).toPass({ timeout: 7_000 })
}

/** The digits go on: what is shown changes into what it should be, twice. */
export async function expectCounting(clock: Clock, timer: Locator): Promise<void> {
  const seen = new Set<string>()
  await expect(async () => {
    const now = await shown(timer)
    expect(textsAround(clock, now), `at ${now.from}`).toContain(now.digits)
    expect(seen.add(now.digits).size).toBeGreaterThan(2)
  }).toPass({ timeout: 7_000, intervals: [200] })
}

function textsAround(clock: Clock, { from, until }: Shown): string[] {
  const texts = new Set<string>()
  for (let at = from - TOLERANCE_MS; at <= until + TOLERANCE_MS; at += STEP_MS)
    texts.add(countdown(remainingMs(clock, at)).text)
  return [...texts]
}
