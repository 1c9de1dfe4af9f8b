import { expect, test } from 'vitest'
import { screenState } from './screen-state.ts'
import { floorOf, left, planned, rows, running, time } from './testing/views.ts'

const at = time('11:10')

test('before the start it counts to the planned start, and no further', () => {
  expect(screenState(planned, time('09:58'))).toEqual({ kind: 'before', startsInMs: 120_000 })
  expect(screenState(planned, time('10:07'))).toEqual({ kind: 'before', startsInMs: 0 })
})

test('who has the floor goes before everything else of the segment', () => {
  const view = running('panel', '10:15', { floor: floorOf('Bo', left(60_000, at)) })
  expect(screenState(view, at)).toMatchObject({ kind: 'speaking', floor: { name: 'Bo' } })
})

test('on an open floor the head of the list is next', () => {
  const list = { segmentId: 'floor', open: true, waiting: 2, changeoverMs: 15_000, head: rows('Di', 'Ed') }
  const view = running('floor', '11:00', { floor: floorOf('Bo', left(60_000, at)), list })
  expect(screenState(view, at)).toMatchObject({ kind: 'speaking', next: { name: 'Di' } })
})

test('on a panel the first panelist who has not spoken and does not speak is next, before the list', () => {
  const list = { segmentId: 'panel', open: true, waiting: 1, changeoverMs: 15_000, head: rows('Di') }
  const view = running('panel', '10:15', { floor: floorOf('Bo', left(60_000, at)), list })
  expect(screenState(view, at)).toMatchObject({ kind: 'speaking', next: { name: 'Cy' } })
})

test('with nobody to come nobody is next', () => {
  const view = running('floor', '11:00', { floor: floorOf('Bo', left(60_000, at)) })
  expect(screenState(view, at)).toMatchObject({ kind: 'speaking', next: null })
})

test('a free floor shows the list, and a panel with nobody speaking its panelists', () => {
  const list = { segmentId: 'floor', open: true, waiting: 0, changeoverMs: 15_000, head: [] }
  expect(screenState(running('floor', '11:00', { list }), at)).toMatchObject({ kind: 'floor-free', list })
  expect(screenState(running('panel', '10:15'), at)).toMatchObject({ kind: 'panel' })
})

test('a break knows what follows it, and the last one that nothing does', () => {
  const view = running('lunch', '12:20')
  expect(screenState(view, at)).toMatchObject({ kind: 'break', next: { segment: { id: 'afternoon' } } })
  const programme = { ...view.programme, segments: view.programme.segments.slice(0, 3) }
  expect(screenState({ ...view, programme }, at)).toMatchObject({ kind: 'break', next: null })
})

test('after the end it says when that was', () => {
  const ended = { ...planned, meeting: { ...planned.meeting, phase: 'ended', endedAt: at } as const }
  expect(screenState(ended, time('15:10'))).toEqual({ kind: 'ended', endedAt: at })
})

test('running without a segment it has only the time of day', () => {
  expect(screenState(running('no such segment', '10:00'), at)).toEqual({ kind: 'between' })
})

test('a session of the same title as its segment is not said twice', () => {
  const view = running('floor', '11:00')
  const sessions = [{ id: 'session of floor', title: 'title of floor' }]
  const same = { ...view, programme: { ...view.programme, sessions } }
  expect(screenState(same, at)).toMatchObject({ place: { sessionTitle: '' } })
  expect(screenState(view, at)).toMatchObject({ place: { sessionTitle: 'session of floor' } })
})
