import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stoppedClock, type Clock } from '@openfloor/shared/clock/clock.ts'
import { countdown } from '@openfloor/shared/clock/digits.ts'
import { timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import { wallView } from '@openfloor/shared/views/wall.ts'
import { tvFiles } from '../../../tv-plugin.ts'
import { tvLanguages } from '../../../tv-texts.ts'
import { m } from '../../paraglide/messages.js'
import { overwriteGetLocale, type Locale } from '../../paraglide/runtime.js'
import { clockFace } from '../../session/clock-face.ts'
import { clockWord } from '../../session/clock-words.ts'
import { paceWords } from '../../session/time-words.ts'
import { longestFigures } from '../screen/shown-clock.ts'
import { floorOf, left, paused, rows, running, time } from '../screen/testing/views.ts'
import { oldScripts } from './testing/old-scripts.ts'

const HOUR_MS = 3_600_000
const warningsMs = [60_000, 30_000, 10_000]
const tv = oldScripts('en')
const languages = tvLanguages() as Locale[]

describe('[CL3] the digits are those of every other page', () => {
  test.each([
    10 * HOUR_MS,
    HOUR_MS,
    HOUR_MS - 1,
    600_000,
    599_999,
    1_000,
    999,
    0.5,
    0,
    -0.5,
    -1,
    -1_000,
    -1_001,
    -60_000,
    -HOUR_MS - 1,
  ])('with %d ms left', (remainingMs) => {
    expect(tv.countdown(remainingMs)).toBe(countdown(remainingMs).text)
  })

  test('whatever is left', () => {
    const remainingMs = fc
      .integer({ min: -90_000 * HOUR_MS, max: 90_000 * HOUR_MS })
      .map((count) => count / 1_000)
    fc.assert(fc.property(remainingMs, (leftMs) => tv.countdown(leftMs) === countdown(leftMs).text))
  })

  test('and so are tone, warning, size and words of any clock at any time, in every language', () => {
    const clock = fc.record({
      startedAt: fc.option(fc.integer({ min: 0, max: 10_000 })),
      accumulatedMs: fc.integer({ min: 0, max: 400_000 }),
      limitMs: fc.integer({ min: 10_000, max: 300_000 }),
    })
    for (const lang of languages) {
      overwriteGetLocale(() => lang)
      const old = oldScripts(lang)
      fc.assert(
        fc.property(clock, fc.integer({ min: 10_001, max: 400_000 }), (shown: Clock, now) => {
          const [here, there] = [old.clockFace(shown, now, warningsMs), clockFace(shown, now, warningsMs)]
          expect(here).toMatchObject({
            ...{ text: there.text, tone: there.tone, isFresh: there.isFresh },
            leftMs: there.remainingMs,
            ...(there.tone === 'warning' && { warningMs: there.warningMs }),
          })
          expect(old.faceWords(here)).toBe(clockWord(there, ''))
          expect(old.longestFigures(shown.limitMs, here.text)).toBe(longestFigures(shown.limitMs, here.text))
        }),
      )
    }
  })

  test('and the time of day', () => {
    const at = time('10:05:59')
    expect(tv.timeOfDay(at, HOUR_MS)).toBe(timeOfDay(at, 'Europe/Zurich', 'en'))
    expect(tv.timeOfDay(at, -3.5 * HOUR_MS)).toBe(timeOfDay(at, 'America/St_Johns', 'en'))
  })
})

describe('words', () => {
  test.each(languages)('of the programme and the list, in %s', (lang) => {
    overwriteGetLocale(() => lang)
    const old = oldScripts(lang)
    for (const behindMinutes of [0, 1, 12, 60, 75, -3]) {
      const words = old.paceWords({ behindMinutes, held: null })
      expect(words).toBe(paceWords(behindMinutes * 60_000))
    }
    const held = { title: 'Lunch', time: '12:00' }
    expect(old.paceWords({ behindMinutes: 12, held })).toBe(`${paceWords(720_000)} · ${m.pace_held(held)}`)
    for (const waiting of [1, 2, 5, 11, 21, 102])
      expect(old.listWords({ open: true, waiting })).toBe(m.screen_waiting({ count: waiting }))
    expect(old.listWords({ open: false, waiting: 0 })).toBe(m.screen_list_closed())
    const face = old.clockFace(stoppedClock(60_000), 0, [])
    expect(old.segmentWords(face)).toBe(m.screen_segment_paused({ time: '1:00' }))
  })

  test('of the plural are chosen as Unicode has it', () => {
    const letters: Record<string, string> = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' }
    for (const lang of languages) {
      const [old, rules] = [oldScripts(lang), new Intl.PluralRules(lang)]
      for (let count = 0; count < 2_500; count++)
        expect(`${count} ${old.pluralForm(count)}`).toBe(`${count} ${letters[rules.select(count)]}`)
    }
  })

  test.each([
    ['?lang=fr', { language: 'de-CH' }, ['fr', 'de', 'en']],
    ['?lang=FR', { userLanguage: 'es-ES' }, ['es', 'en']],
    ['?screen=a&lang=es&theme=light', {}, ['es', 'en']],
    ['', { languages: ['ar-EG', 'fr'], language: 'ar-EG' }, ['ar', 'fr', 'ar', 'en']],
    ['?lang=../x', {}, ['en']],
  ])('are asked for in the languages of "%s", the browser, English', (query, navigator, wanted) => {
    expect([...tv.wantedLanguages(query, navigator)]).toEqual(wanted)
  })
})

describe('[CL4] the server’s time', () => {
  test('the quickest answer decides, and the page’s own clock may be hours wrong', () => {
    let nowMs = 0
    const { ServerTime } = oldScripts('en', () => nowMs)
    const server = new ServerTime()
    expect(server.now()).toBeNaN()
    const truth = (at: number) => time('10:00') + at
    server.add(0, 800, truth(700))
    server.add(900, 940, truth(920))
    server.add(1_300, 2_300, truth(1_310))
    nowMs = 2_300
    expect(Math.abs(server.now() - truth(nowMs))).toBeLessThan(1)
  })

  test('under any delays the error is at most half of the quickest round trip', () => {
    const delays = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(delays, (all) => {
        let nowMs = 0
        const server = new (oldScripts('en', () => nowMs).ServerTime)()
        for (const [there, back] of all) {
          const sentAt = nowMs
          nowMs += there + back
          server.add(sentAt, nowMs, time('10:00') + sentAt + there)
          nowMs += 2_000
        }
        const quickest = Math.min(...all.slice(-8).map(([there, back]) => there + back))
        expect(Math.abs(server.now() - time('10:00') - nowMs)).toBeLessThanOrEqual(quickest / 2 + 15)
      }),
    )
  })

  test('[CL6] after a jump of this machine’s clock the later answer is believed', () => {
    let nowMs = 0
    const server = new (oldScripts('en', () => nowMs).ServerTime)()
    server.add(0, 20, time('10:00') + 10)
    nowMs = 3 * HOUR_MS
    server.add(nowMs, nowMs + 60, time('10:00:05'))
    expect(Math.abs(server.now() - time('10:00:05'))).toBeLessThan(50)
  })
})

test('the whole page, its texts in any language and a full answer weigh less than 20 kB', () => {
  const view = running('floor', '11:00', {
    floor: floorOf('Maria Rossi de la Fuente y Ybarra', paused(left(60_000, time('11:10')), time('11:10'))),
    list: {
      segmentId: 'floor',
      open: true,
      waiting: 10,
      changeoverMs: 15_000,
      head: rows(...'abcdefghij'.split('')),
    },
    notices: [1, 2].map((id) => ({
      id: `${id}`,
      to: 'everyone',
      text: 'x'.repeat(280),
      at: id,
      untilAt: null,
    })),
  })
  const bytes = (text: string) => Buffer.byteLength(text)
  const files = [...tvFiles()]
  const texts = files.filter(([name]) => name.endsWith('.json')).map(([, text]) => bytes(text))
  const rest = files.filter(([name]) => !name.endsWith('.json')).map(([, text]) => bytes(text))
  const answer = bytes(
    JSON.stringify({ protocol: 3, now: 0, tag: '', wall: wallView({ public: view }, null, time('11:10')) }),
  )
  expect(rest.reduce((sum, each) => sum + each, 0) + Math.max(...texts) + answer).toBeLessThan(20_000)
})
