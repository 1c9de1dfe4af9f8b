import { render, screen } from '@testing-library/svelte'
import { stopClock } from '@openfloor/shared/clock/clock.ts'
import { expect, test } from 'vitest'
import { Language } from '../../session/language.svelte.ts'
import { floorOf, left, person, planned, rows, running, time } from '../screen/testing/views.ts'
import RapporteurStand from './testing/RapporteurStand.svelte'

const at = time('11:10')

function show(view: typeof planned, now = at) {
  return render(RapporteurStand, { view, now, language: new Language() })
}

test('it shows the floor, the head of the list and the programme', () => {
  const list = { segmentId: 'floor', open: true, waiting: 3, changeoverMs: 15_000, head: rows('Di', 'Ed') }
  show(running('floor', '11:00', { floor: floorOf('Maria Rossi', left(134_000, at), 'Caritas'), list }))
  expect(screen.getByText('Maria Rossi')).toBeTruthy()
  expect(screen.getByRole('timer', { name: 'Time left to speak' }).textContent).toContain('2:14')
  expect(screen.getByText('Di')).toBeTruthy()
  expect(screen.getByText('and 1 more')).toBeTruthy()
  expect(screen.getByText('planned 10:45')).toBeTruthy()
  expect(screen.getByRole('listitem', { current: 'step' }).textContent).toContain('title of floor')
})

test('before the start it says when that is', () => {
  show(planned, time('09:00'))
  expect(screen.getByText('The meeting starts at 10:00.')).toBeTruthy()
  expect(screen.queryByText('List of speakers')).toBeNull()
})

test('a notice to everybody is shown until its end', () => {
  const notice = { id: 'a', to: 'everyone', text: 'Please mute', at, untilAt: at + 1_000 } as const
  show({ ...planned, notices: [notice] })
  expect(screen.getByText('Please mute')).toBeTruthy()
})

test('it shows what a request is for, on whose behalf it is, and who was interrupted', () => {
  const group = { capacity: 'group', name: 'the Alliance' } as const
  const [first, second] = rows('Di', 'Ed')
  const head = [
    { ...first!, kind: 'right-of-reply' as const },
    { ...second!, onBehalfOf: group },
  ]
  const interrupted = { ...person('Bo'), interventionId: 'b', clock: stopClock(left(75_000, at), at) }
  const floor = { ...floorOf('Maria Rossi', left(50_000, at))!, kind: 'point-of-order' as const, interrupted }
  const list = { segmentId: 'floor', open: true, waiting: 2, changeoverMs: 15_000, head }
  show(running('floor', '11:00', { floor, list }))
  expect(screen.getByText('Point of order')).toBeTruthy()
  expect(screen.getByText('Bo was interrupted, with 1:15 left.')).toBeTruthy()
  expect(screen.getByText('Right of reply')).toBeTruthy()
  expect(screen.getByText('on behalf of the Alliance')).toBeTruthy()
})

test('[P12] it says how late it is and what still holds, and what was planned at the start', () => {
  const view = running('floor', '11:12')
  const baseline = [{ segmentId: 'floor', title: '', startAt: time('10:30'), endAt: time('11:00') }]
  render(RapporteurStand, { view, now: time('11:20'), baseline, language: new Language() })
  expect(screen.getByText('About 27 min behind, title of afternoon still at 13:00')).toBeTruthy()
  expect(screen.getByText('at the start 10:30')).toBeTruthy()
})
