import { setTimeout as wait } from 'node:timers/promises'
import { monotonicMs, type Paint } from '../../client/e2e/harness/painted-page.ts'
import { percentile, type Bench, type Figure } from './bench.ts'
import { ClockStage, type FarPage, type Weather } from './clock-stage.ts'
import {
  apartMs,
  apartOnDisplaysMs,
  dueAt,
  pairsOf,
  unevennessMs,
  type Pair,
} from '../../client/e2e/harness/shown-time.ts'

const BUDGET_APART_MS = 20
const BUDGET_SIGN_MS = 8_000
/** A page that has just come has not asked for the time often enough yet. */
const SETTLE_MS = 2_000
const DEAD_MS = 20_000
const RETURN_MS = 12_000

/** The ways of a pair: what a message of the screen takes, and what one of the participant takes. */
interface Weathers {
  readonly name: string
  readonly screen: Weather
  readonly participant: Weather
}

const between =
  (leastMs: number, mostMs: number): Weather =>
  () =>
    leastMs + Math.random() * (mostMs - leastMs)

const nearAndFar: Weathers = {
  name: '20–60 ms and 140–200 ms a way',
  screen: between(20, 60),
  participant: between(140, 200),
}
const allJitter: Weathers = {
  name: '20–200 ms, anew for every message',
  screen: between(20, 200),
  participant: between(20, 200),
}

/**
 * Whether any two pages show the same second: a screen over the feed and a participant over Socket.IO, each in a browser
 * of its own at the end of its own slow and uneven cable, with dates that are hours wrong and a server that is ten minutes
 * ahead. Then the cables go dead for 20 s without a word.
 */
export const clock: Bench = async ({ short }) => {
  const stage = await ClockStage.set()
  try {
    const figures: Figure[] = []
    for (const weathers of short ? [nearAndFar] : [nearAndFar, allJitter])
      figures.push(
        ...(await agreement(
          stage,
          weathers,
          short ? { pairs: 1, watchMs: 16_000 } : { pairs: 4, watchMs: 30_000 },
        )),
      )
    figures.push(...(await deadLink(stage, (cable) => cable.freeze(), 'goes dead')))
    if (!short) figures.push(...(await deadLink(stage, (cable) => cable.pull(), 'is cut')))
    return figures
  } finally {
    await stage.end()
  }
}

/** Pairs that come anew, so that each has an estimate of its own, and are watched from two seconds after they show it. */
async function agreement(
  stage: ClockStage,
  weathers: Weathers,
  { pairs, watchMs }: { readonly pairs: number; readonly watchMs: number },
): Promise<readonly Figure[]> {
  const seconds: Pair[] = []
  const late: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const [screen, participant] = await come(stage, weathers)
    const toServer = await stage.truth()
    await wait(SETTLE_MS)
    await Promise.all([screen.take(), participant.take()])
    await wait(watchMs)
    const [first, second] = await Promise.all([digitsOf(screen), digitsOf(participant)])
    seconds.push(...pairsOf(first, second))
    for (const paint of [...first, ...second])
      late.push(Math.abs(toServer(paint.paintedAt) - dueAt(stage.clock, paint.digits)))
    await Promise.all([screen.leave(), participant.leave()])
  }
  const painted = apartMs(seconds, 'paintedAt')
  return [
    { what: `${weathers.name}: painted apart, ${painted.length} seconds`, ...held(painted) },
    { what: '  the documents apart, before the frame', ...held(apartMs(seconds, 'turnedAt')) },
    { what: '  computed: on two displays of 60 Hz of their own', ...held(apartOnDisplaysMs(seconds)) },
    { what: '  painted off the server’s second', value: spread(late) },
  ]
}

/** Held against what is promised. */
function held(samplesMs: readonly number[]): Pick<Figure, 'value' | 'comparedWith'> {
  const isWithin = percentile(samplesMs, 0.99) <= BUDGET_APART_MS
  return {
    value: spread(samplesMs),
    comparedWith: `p99 ${isWithin ? 'within' : 'OVER'} ${BUDGET_APART_MS} ms`,
  }
}

async function deadLink(
  stage: ClockStage,
  cut: (cable: FarPage['cable']) => void,
  how: string,
): Promise<readonly Figure[]> {
  const pages = await come(stage, nearAndFar)
  const toServer = await stage.truth()
  await wait(6_000)
  await Promise.all(pages.map((page) => page.take()))
  const cutAt = monotonicMs()
  for (const { cable } of pages) cut(cable)
  await wait(DEAD_MS)
  for (const { cable } of pages) cable.mend()
  const mendedAt = monotonicMs()
  await wait(RETURN_MS)
  const all = await Promise.all(pages.map((page) => page.take()))
  await Promise.all(pages.map((page) => page.leave()))
  return ['screen, feed', 'participant, Socket.IO'].flatMap((name, at) => {
    const paints = all[at]!
    const digits = paints.filter(({ kind }) => kind === 'digits')
    const dead = digits.filter(({ paintedAt }) => paintedAt < mendedAt)
    const back = digits.filter(({ paintedAt }) => paintedAt >= mendedAt)
    const off = (paint: Paint) => Math.abs(toServer(paint.paintedAt) - dueAt(stage.clock, paint.digits))
    const signMs = (paints.find(({ kind }) => kind === 'sign')?.paintedAt ?? NaN) - cutAt
    const backMs = (paints.find(({ kind }) => kind === 'no-sign')?.paintedAt ?? NaN) - mendedAt
    return [
      {
        what: `${name}, when the link ${how}: until the sign`,
        value: `${(signMs / 1_000).toFixed(2)} s`,
        comparedWith: `${signMs <= BUDGET_SIGN_MS ? 'within' : 'OVER'} ${BUDGET_SIGN_MS / 1_000} s`,
      },
      { what: `  ${dead.length} seconds painted meanwhile, off the server’s`, value: spread(dead.map(off)) },
      { what: '  back after', value: `${(backMs / 1_000).toFixed(2)} s` },
      {
        what: '  on return a second is longer or shorter by',
        value: spread(unevennessMs(back).map(Math.abs)),
      },
    ]
  })
}

async function come(stage: ClockStage, weathers: Weathers): Promise<readonly [FarPage, FarPage]> {
  return Promise.all([stage.screen(weathers.screen), stage.participant(weathers.participant)])
}

async function digitsOf(page: FarPage): Promise<readonly Paint[]> {
  return (await page.take()).filter(({ kind }) => kind === 'digits')
}

/** p50 / p90 / p99 / max. */
function spread(samplesMs: readonly number[]): string {
  const at = [0.5, 0.9, 0.99].map((share) => percentile(samplesMs, share))
  return `${[...at, Math.max(...samplesMs)].map((ms) => ms.toFixed(0)).join(' / ')} ms`
}
