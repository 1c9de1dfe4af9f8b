import { expect, type Locator } from '@playwright/test'
import { remainingMs, type Clock } from '@openfloor/shared/clock/clock.ts'
import { countdown } from '@openfloor/shared/clock/digits.ts'

/** How far a page's digits may be from the server's clock; pages and server run on the same machine here. */
const TOLERANCE_MS = 1_000
const STEP_MS = 50

/** What a clock on a page showed at a moment. */
interface Shown {
  readonly digits: string
  readonly at: number
}

/** The digits of something that shows time, such as `2:59` or `+0:01`, as a reader sees them, and when. */
async function shown(timer: Locator): Promise<Shown> {
  const { text, at } = await timer.evaluate((element: HTMLElement) => ({
    text: element.innerText,
    at: Date.now(),
  }))
  const digits = /^\+?\d+(:\d\d)+/.exec(text.replace(/\s/g, ''))?.[0] ?? ''
  return { digits, at }
}

/** All of these show the time left on the server's clock, to within a second. */
export async function expectClock(clock: Clock, timers: readonly Locator[]): Promise<void> {
  await expect(async () => {
    const all = await Promise.all(timers.map(shown))
    for (const { digits, at } of all) expect(textsAround(clock, at), `at ${at}`).toContain(digits)
  }).toPass({ timeout: 7_000 })
}

/** The digits go on: what is shown changes into what it should be, twice. */
export async function expectCounting(clock: Clock, timer: Locator): Promise<void> {
  const seen = new Set<string>()
  await expect(async () => {
    const { digits, at } = await shown(timer)
    expect(textsAround(clock, at), `at ${at}`).toContain(digits)
    expect(seen.add(digits).size).toBeGreaterThan(2)
  }).toPass({ timeout: 7_000, intervals: [200] })
}

function textsAround(clock: Clock, at: number): string[] {
  const texts = new Set<string>()
  for (let offMs = -TOLERANCE_MS; offMs <= TOLERANCE_MS; offMs += STEP_MS)
    texts.add(countdown(remainingMs(clock, at + offMs)).text)
  return [...texts]
}
