import { expect, test } from 'vitest'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { isRefusal } from '@openfloor/shared/meeting/refusals.ts'
import { coordinator, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, type Story } from '@openfloor/shared/testing/story.ts'
import { publicView } from '@openfloor/shared/views/public.ts'
import {
  endOfSession,
  headingsOf,
  placeSegment,
  stepSegment,
  stepSession,
  type SegmentMove,
} from './programme-layout.ts'

const layout = (story: Story) => {
  const { sessions, segments } = publicView(story.meeting).programme
  return headingsOf(sessions, segments)
}
const written = (story: Story) =>
  layout(story).map(({ session, segments }) => `${session.id}: ${segments.map(({ id }) => id).join(' ')}`)

/** The programme after the meeting itself has carried out the move. */
const after = (story: Story, move: SegmentMove | string | null) => {
  if (move === null || typeof move === 'string') throw new Error(`no move: ${move}`)
  return written(story.and(by(coordinator, { type: 'move-segment', ...move })))
}
const planned = [
  'beginning: opening',
  'morning: panel floor',
  'noon: lunch',
  'later: afternoon',
  'end: closing',
]
const withEmptySession = () => given(by(coordinator, { type: 'add-session', title: 'New' }))

test('sessions stand in the order of their segments; an empty one behind the last before it', () => {
  expect(written(given())).toEqual(planned)
  expect(written(withEmptySession()).at(-1)).toMatch(/: $/)
})

test('a step within a session', () => {
  const story = given()
  expect(after(story, stepSegment(layout(story), 'floor', 'up'))[1]).toBe('morning: floor panel')
  expect(after(story, stepSegment(layout(story), 'panel', 'down'))[1]).toBe('morning: floor panel')
})

test('a step over a heading goes into the next session', () => {
  const story = given()
  expect(after(story, stepSegment(layout(story), 'panel', 'up')).slice(0, 2)).toEqual([
    'beginning: opening panel',
    'morning: floor',
  ])
  expect(after(story, stepSegment(layout(story), 'floor', 'down')).slice(1, 3)).toEqual([
    'morning: panel',
    'noon: floor lunch',
  ])
})

test('the first cannot go up nor the last down, unless there is an empty session to go to', () => {
  expect(stepSegment(layout(given()), 'opening', 'up')).toBeNull()
  expect(stepSegment(layout(given()), 'closing', 'down')).toBeNull()
  const story = withEmptySession()
  expect(after(story, stepSegment(layout(story), 'closing', 'down')).at(-1)).toMatch(/: closing$/)
})

test('a segment is placed among the others of any session', () => {
  const story = given()
  const move = placeSegment(layout(story), 'closing', { sessionId: 'morning', index: 1 })
  expect(after(story, move)[1]).toBe('morning: panel closing floor')
  const head = placeSegment(layout(story), 'closing', { sessionId: 'beginning', index: 0 })
  expect(after(story, head)[0]).toBe('beginning: closing opening')
})

test('sessions change places where one of them has a single segment', () => {
  const story = given()
  const swapped = ['morning: panel floor', 'beginning: opening', ...planned.slice(2)]
  expect(after(story, stepSession(layout(story), 'morning', 'up'))).toEqual(swapped)
  expect(after(story, stepSession(layout(story), 'beginning', 'down'))).toEqual(swapped)
  expect(stepSession(layout(story), 'beginning', 'up')).toBe('at-the-edge')
})

test('of two sessions, the one that has not run moves', () => {
  const started = given(by(moderator, { type: 'start-meeting' }))
  expect(stepSession(layout(started), 'beginning', 'down')).toBe('ran')
})

test('two sessions with several segments cannot change places', () => {
  const move: WrittenCommand = {
    ...{ type: 'move-segment', segmentId: 'lunch', sessionId: 'later', after: 'floor' },
  }
  const story = given(by(coordinator, move))
  expect(isRefusal(story.decision)).toBe(false)
  expect(stepSession(layout(story), 'later', 'up')).toBe('long')
})

test('a segment is added at the end of its session', () => {
  const headings = layout(withEmptySession())
  expect(endOfSession(headings, 'morning')).toBe('floor')
  expect(endOfSession(headings, headings.at(-1)!.session.id)).toBe('closing')
  expect(endOfSession([], 'nowhere')).toBeNull()
})
