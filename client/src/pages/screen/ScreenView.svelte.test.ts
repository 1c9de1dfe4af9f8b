import type { PublicView } from '@openfloor/shared/views/public.ts'
import { render, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { expect, test } from 'vitest'
import ScreenView from './ScreenView.svelte'
import { floorOf, left, paused, planned, rows, running, time } from './testing/views.ts'

const at = time('11:10')
const origin = 'https://floor.example'

async function show(view: PublicView, now = at, more = {}) {
  const shown = render(ScreenView, { view, now, origin, ...more })
  await Promise.all([import('./IdleStage.svelte'), import('./NoticeBand.svelte')])
  await tick()
  return shown
}

/** What the timer of that name shows; one that shows nothing is not there. */
function digits(name: string): string | undefined {
  return screen.getByRole('timer', { name }).textContent?.trim()
}

function speaking(ms: number) {
  return running('floor', '11:00', { floor: floorOf('Maria Rossi', left(ms, at), 'Caritas') })
}

test('before the start: title, date, time to go, and the way in', async () => {
  await show(planned, time('09:48'))
  expect(screen.getByRole('heading', { name: 'Consultation' })).toBeTruthy()
  expect(screen.getByText('9 November 2020, 10:00')).toBeTruthy()
  expect(digits('Starts in')).toBe('12:00')
  const join = within(screen.getByRole('region', { name: 'Join' }))
  expect(join.getByText('123 456 789')).toBeTruthy()
  expect(join.getByText('floor.example/join')).toBeTruthy()
  expect(await join.findByRole('img')).toBeTruthy()
})

test('a start that is late is not counted', async () => {
  await show(planned, time('10:03'))
  expect(screen.getByText('Starts shortly')).toBeTruthy()
  expect(screen.queryByRole('timer')).toBeNull()
})

test('a speaker: name, organization, time left, who is next, the segment and the time of day', async () => {
  const list = { segmentId: 'floor', open: true, waiting: 1, changeoverMs: 15_000, head: rows('Di') }
  await show({ ...speaking(134_000), list })
  expect(screen.getByRole('heading', { name: 'Maria Rossi' })).toBeTruthy()
  expect(screen.getByText('Caritas')).toBeTruthy()
  expect(digits('Time left to speak')).toBe('2:14')
  expect(screen.getByText('Next')).toBeTruthy()
  expect(screen.getByText('Di')).toBeTruthy()
  expect(screen.getByText('Segment: 50:00 left')).toBeTruthy()
  expect(screen.getByText('title of floor')).toBeTruthy()
  expect(screen.getByText('11:10')).toBeTruthy()
})

test.each([
  [52_000, 'Less than a minute left', 1],
  [24_000, 'Less than 30 seconds left', 2],
  [7_000, 'Less than 10 seconds left', 3],
])('with %i ms left it warns in words and shapes', async (ms, words, shapes) => {
  await show(speaking(ms))
  const word = screen.getByText(words)
  expect(word.closest('.word')?.querySelectorAll('svg')).toHaveLength(shapes)
})

test('zero lasts its second, then time runs over with a word and a frame, and flashes once', async () => {
  const { container, rerender } = await show(speaking(500))
  const frame = container.querySelector('.frame')
  expect(digits('Time left to speak')).toBe('0:00')
  expect(frame?.classList.contains('over')).toBe(false)
  await rerender({ now: at + 501 })
  expect(digits('Time left to speak')).toBe('+0:01')
  expect(screen.getByText('Time is up')).toBeTruthy()
  expect([...(frame?.classList ?? [])]).toEqual(expect.arrayContaining(['over', 'flash']))
  await rerender({ now: at + 2_000 })
  expect(frame?.classList.contains('over')).toBe(true)
  expect(frame?.classList.contains('flash')).toBe(false)
})

test('the size of the digits does not change from 10:00 to 9:59', async () => {
  const clock = { startedAt: at, accumulatedMs: 0, limitMs: 601_000 }
  const view = running('floor', '11:00', { floor: floorOf('Maria', clock) })
  const { rerender } = await show(view, at + 500)
  const size = () => screen.getByRole('timer').style.getPropertyValue('--width-in-em')
  const before = size()
  expect(digits('Time left to speak')).toBe('10:00')
  await rerender({ now: at + 1_500 })
  expect(digits('Time left to speak')).toBe('9:59')
  expect(size()).toBe(before)
})

test('a paused clock says so', async () => {
  await show(running('floor', '11:00', { floor: floorOf('Maria', paused(left(60_000, at), at)) }))
  expect(screen.getByText('Paused')).toBeTruthy()
})

test('a free floor with an open list invites, counts and names', async () => {
  const list = {
    segmentId: 'floor',
    open: true,
    waiting: 12,
    changeoverMs: 15_000,
    head: rows('Di', 'Ed', 'Fa', 'Gil', 'Hana'),
  }
  await show(running('floor', '11:00', { list }))
  expect(screen.getByRole('heading', { name: 'Raise your hand' })).toBeTruthy()
  expect(screen.getByText('12 people are waiting')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((row) => row.textContent?.trim())).toEqual([
    'Di',
    'Ed',
    'Fa',
    'Gil',
  ])
  expect(digits('Time left in the segment')).toBe('50:00')
})

test('a closed list does not invite', async () => {
  const list = { segmentId: 'floor', open: false, waiting: 2, changeoverMs: 15_000, head: rows('Di', 'Ed') }
  await show(running('floor', '11:00', { list }))
  expect(screen.queryByText('Raise your hand')).toBeNull()
  expect(screen.getByText('List closed, 2 waiting')).toBeTruthy()
})

test('a panel: who is on it and who has spoken', async () => {
  await show(running('panel', '10:15'), time('10:20'))
  expect(screen.getByText('1 of 3 have spoken')).toBeTruthy()
  const [ada, bo] = screen.getAllByRole('listitem')
  expect(within(ada!).getByRole('img', { name: 'has spoken' })).toBeTruthy()
  expect(within(bo!).queryByRole('img')).toBeNull()
})

test('a break: when it ends, the time until then, and what follows', async () => {
  await show(running('lunch', '12:20'), time('12:30'))
  expect(screen.getByRole('heading', { name: 'Resumes at 13:00' })).toBeTruthy()
  expect(digits('Time until the meeting resumes')).toBe('30:00')
  expect(screen.getByText('title of afternoon')).toBeTruthy()
})

test('a break past its end alarms nobody', async () => {
  const { container } = await show(running('lunch', '12:00'), time('13:02'))
  expect(screen.getByRole('heading', { name: 'Resumes shortly' })).toBeTruthy()
  expect(container.querySelector('.over')).toBeNull()
})

test('after the end: thanks, and when it was', async () => {
  await show(
    { ...planned, meeting: { ...planned.meeting, phase: 'ended', endedAt: time('15:04') } },
    time('15:10'),
  )
  expect(screen.getByRole('heading', { name: 'Thank you' })).toBeTruthy()
  expect(screen.getByText('The meeting ended at 15:04.')).toBeTruthy()
})

test('a notice is read until its end', async () => {
  const notices = [{ id: 'n', to: 'everyone', text: 'Please mute', at, untilAt: at + 1_000 } as const]
  const { rerender } = await show({ ...speaking(60_000), notices })
  expect(screen.getByText('Please mute')).toBeTruthy()
  await rerender({ now: at + 1_000 })
  expect(screen.queryByText('Please mute')).toBeNull()
})

test('a dead link is said while the digits go on', async () => {
  const { rerender } = await show(speaking(134_000), at, { reconnecting: true })
  expect(screen.getByText('Reconnecting')).toBeTruthy()
  await rerender({ now: at + 1_000 })
  expect(digits('Time left to speak')).toBe('2:13')
})

test('names stand apart from the text around them, whatever their script', async () => {
  await show(running('floor', '11:00', { floor: floorOf('ليلى حداد', left(60_000, at)) }))
  expect(screen.getByText('ليلى حداد').tagName).toBe('BDI')
})

test('[P12] a wall says how late the programme is and what still holds, and nothing where it is on time', async () => {
  const shown = await show(running('floor', '11:00'))
  expect(await screen.findByText('About 15 min behind, title of afternoon still at 13:00')).toBeTruthy()
  await shown.rerender({ view: running('floor', '10:45') })
  expect(screen.queryByText(/behind|On time/)).toBeNull()
})
