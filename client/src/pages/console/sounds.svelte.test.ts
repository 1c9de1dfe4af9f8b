import { fireEvent, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aminaSpeaking } from '@openfloor/shared/testing/beginnings.ts'
import { coordinator, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by } from '@openfloor/shared/testing/story.ts'
import { extendIntervention, speaker } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { Sounds } from '../../session/sounds.ts'
import { RecordedAudio } from '../../session/testing/recorded-audio.ts'
import { answered, consoleAt, press } from './testing/console-at.ts'

beforeAll(fillTopLayer)
beforeEach(() => localStorage.clear())

/** When what will be heard is heard, in seconds from now; without the tone that says that it was armed. */
const times = ({ heard }: RecordedAudio) => heard.slice(1).map(([, at]) => Math.round(at))

test('[F15] an armed console sounds the warnings and the end of the speaker’s time', async () => {
  const audio = new RecordedAudio()
  const session = consoleAt(aminaSpeaking(), new Sounds(audio.open))
  expect(audio.opened).toBe(0)
  await press('t')
  await tick()
  // Three minutes; warnings at 60, 30 and 10 s; zero is two tones.
  expect(times(audio)).toEqual([120, 150, 170, 180, 180])
  session.meanwhile(moderator, extendIntervention(60_000))
  session.catchUp()
  await tick()
  expect(times(audio)).toEqual([180, 210, 230, 240, 240])
  session.meanwhile(moderator, speaker('pause-intervention'))
  session.catchUp()
  await tick()
  expect(times(audio)).toEqual([])
})

test('[F15] the bell says how it is, and turns it off again', async () => {
  const audio = new RecordedAudio()
  consoleAt(aminaSpeaking(), new Sounds(audio.open))
  await fireEvent.click(screen.getByRole('button', { name: /^Sounds are off on this page/ }))
  const on = screen.getByRole('button', { name: /^Sounds are on/, pressed: true })
  await fireEvent.click(on)
  expect(times(audio)).toEqual([])
  expect(screen.getByRole('button', { name: /^Sounds are off/, pressed: false })).toBeTruthy()
})

test('[F15] where the segment is to chime, a silent page offers to', async () => {
  const audio = new RecordedAudio()
  const chimes = { type: 'change-settings', settings: { atZero: { then: 'chime', graceMs: 0 } } } as const
  consoleAt(aminaSpeaking(by(coordinator, chimes)), new Sounds(audio.open))
  await fireEvent.click(screen.getByRole('button', { name: 'Turn the chime on' }))
  await answered()
  expect(times(audio)).toHaveLength(5)
  expect(screen.queryByRole('button', { name: 'Turn the chime on' })).toBeNull()
})
