import { render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aminaSpeaking, started } from '@openfloor/shared/testing/beginnings.ts'
import { amina, boris, chen, MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass, type Story } from '@openfloor/shared/testing/story.ts'
import {
  advance,
  extendIntervention,
  giveFloor,
  giveFloorTo,
  lowerHand,
  raiseHandFor,
  speaker,
} from '@openfloor/shared/testing/wishes.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { HandMadeSession } from './testing/hand-made-session.svelte.ts'
import PageInLanguage from './testing/PageInLanguage.svelte'

let session: HandMadeSession

/** What Amina has before her at the end of the story. */
async function show(story: Story, personId: string | null = amina.personId) {
  vi.setSystemTime(story.now)
  session = new HandMadeSession(viewOf(story.meeting, 'participant', personId))
  render(PageInLanguage, { session })
  return within(await screen.findByRole('region', { name: 'My turn' }))
}

/** The story goes on, and the page is told. */
function goOn(story: Story) {
  vi.setSystemTime(story.now)
  session.view = viewOf(story.meeting, 'participant', amina.personId)
  session.ticking.repaint()
  flushSync()
}

const digits = () => screen.getByRole('timer', { name: 'Speaking time left' }).textContent
const word = () =>
  screen.getByRole('progressbar', { name: 'Speaking time used' }).getAttribute('aria-valuetext')
const spoke = (minutes: number) => aminaSpeaking(pass(minutes * MINUTE_MS))

beforeAll(fillTopLayer)
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  session.close()
  vi.useRealTimers()
})

test('my time goes from calm to conclude to over, in words and digits', async () => {
  const turn = await show(spoke(1))
  expect(turn.getByRole('heading', { name: 'You have the floor' })).toBeTruthy()
  expect([digits(), word()]).toEqual([expect.stringContaining('2:00'), 'Your time is running'])
  goOn(spoke(2.5))
  expect([digits(), word()]).toEqual([expect.stringContaining('0:30'), 'Less than 30 seconds left'])
  goOn(spoke(2.9))
  expect(turn.getByText('Please conclude')).toBeTruthy()
  goOn(spoke(3.1))
  expect([digits(), word()]).toEqual([expect.stringMatching(/^\+.*0:06/), 'Time is up. Please conclude'])
})

test('time that is added takes the warning back', async () => {
  await show(spoke(2.9))
  goOn(spoke(2.9).and(by(moderator, extendIntervention(2 * MINUTE_MS))))
  expect(word()).toBe('Your time is running')
})

test('a notice to me is said at once, and larger than anything but the time', async () => {
  const turn = await show(
    aminaSpeaking(
      by(moderator, {
        type: 'send-notice',
        screenId: null,
        to: 'speaker',
        text: 'Please conclude now',
        durationMs: null,
      }),
    ),
  )
  expect(turn.getByRole('alert').textContent).toBe('Please conclude now')
})

test('who is next is named, or that nobody is', async () => {
  const turn = await show(aminaSpeaking())
  expect(turn.getByText('Next: boris')).toBeTruthy()
  goOn(aminaSpeaking(by(boris, lowerHand('raise-hand-2'))))
  expect(turn.getByText('Nobody else is waiting')).toBeTruthy()
})

test('a pause stands still and says so', async () => {
  const paused = spoke(1).and(by(moderator, speaker('pause-intervention')), pass(5 * MINUTE_MS))
  await show(paused)
  expect([digits(), word()]).toEqual([expect.stringContaining('2:00'), 'Your time stands still'])
})

test('[F12] a point of order leaves me what was left, and names who is heard', async () => {
  const interrupted = spoke(1).and(
    by(boris, raiseHandFor('point-of-order')),
    by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
    pass(MINUTE_MS / 2),
  )
  const turn = await show(interrupted)
  expect(turn.getByRole('heading', { name: 'A point of order is being heard' })).toBeTruthy()
  expect(turn.getByText('Heard now: boris')).toBeTruthy()
  expect(turn.getByRole('timer', { name: 'Speaking time left' }).textContent).toContain('2:00')
  expect(turn.getByText('Your time stands still')).toBeTruthy()
  goOn(interrupted.and(by(moderator, speaker('end-intervention', 'give-floor-2'))))
  expect(await screen.findByRole('heading', { name: 'You have the floor' })).toBeTruthy()
  expect(digits()).toContain('2:00')
})

test('a panelist who was given the floor sees the own time too', async () => {
  const story = started(
    by(moderator, advance('opening', 'panel')),
    by(moderator, giveFloorTo(chen.personId!, null, 'panel')),
  )
  const turn = await show(story, chen.personId)
  expect(turn.getByRole('heading', { name: 'You have the floor' })).toBeTruthy()
  expect(word()).toBe('Your time is running')
})
