import { fireEvent, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { chen, coordinator, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass } from '@openfloor/shared/testing/story.ts'
import { closeList, giveFloor, raiseHandFor, speaker } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { answered, consoleAt, press, types } from './testing/console-at.ts'

beforeAll(fillTopLayer)
beforeEach(() => localStorage.clear())

const pointOfOrder = by(chen, raiseHandFor('point-of-order'))
const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^\\d+\\. ${name}$`) })

const announced = () => within(screen.getByRole('contentinfo')).getByRole('alert', { hidden: true })

async function inTheList() {
  await press('r')
  await tick()
}

test('a row says what it is for, how much was spoken, the limit and why it stands there', () => {
  consoleAt(aminaSpeaking(pass(90_000), by(moderator, speaker('end-intervention')), pointOfOrder))
  const row = within(rowOf('chen').closest('li')!)
  expect(row.getByText('Point of order')).toBeTruthy()
  expect(row.getByText('points of order come first')).toBeTruthy()
  expect(row.getByTitle('Has not spoken yet')).toBeTruthy()
})

test('what somebody has spoken stands beside the name', () => {
  const spoken = [pass(90_000), by(moderator, speaker('end-intervention'))]
  const again = { type: 'enter-request', segmentId: 'floor', speaker: { personId: 'amina' } } as const
  const onBehalfOf = { capacity: 'group', name: 'Alliance' } as const
  const entered = by(moderator, { ...again, kind: 'question', onBehalfOf, topic: '' })
  consoleAt(aminaSpeaking(...spoken, entered))
  const row = within(rowOf('amina').closest('li')!)
  expect(row.getByTitle('Has spoken once, 1:30').textContent).toBe('1× · 1:30')
  expect(row.getByText('Question')).toBeTruthy()
  expect(row.getByTitle(/^on behalf of Alliance · /)).toBeTruthy()
  expect(row.getByLabelText('Entered by a moderator')).toBeTruthy()
})

test('[F12] a point of order is announced, O gives it the floor, and the end gives it back', async () => {
  const session = consoleAt(aminaSpeaking(pointOfOrder))
  expect(announced().textContent).toContain('Point of order: chen')
  await press('o')
  await answered()
  expect(session.sent).toMatchObject([{ type: 'give-floor', to: { requestId: 'raise-hand-3' } }])
  expect(screen.getByText('amina was interrupted, with 3:00 left.')).toBeTruthy()
  expect(announced().textContent?.trim()).toBe('')
  await press('n')
  await press('d')
  await answered()
  expect(types(session)).toEqual(['give-floor', 'end-intervention'])
  expect(session.view?.public.floor?.name).toBe('amina')
})

test('who was called and is not there is marked as absent, and that is undone like the rest', async () => {
  const session = consoleAt(aminaSpeaking())
  await press('D', { shiftKey: true })
  await answered()
  expect(session.view?.public.floor).toBeNull()
  expect(screen.getByRole('button', { name: /^Undo: marked the speaker as absent/ })).toBeTruthy()
  await press('z', { ctrlKey: true })
  await answered()
  expect(session.view?.public.floor?.name).toBe('amina')
})

test('the floor is yielded for somebody without a device', async () => {
  const session = consoleAt(aminaSpeaking())
  await press('y')
  await answered()
  expect(types(session)).toEqual(['yield-floor'])
})

test('[L15] H puts on hold and releases; who is on hold is passed over', async () => {
  const session = consoleAt(twoWaiting())
  await inTheList()
  await press('h')
  await answered()
  expect(within(rowOf('amina').closest('li')!).getByText('On hold')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Give the floor to boris N?$/ })).toBeTruthy()
  await press('h')
  await answered()
  expect(session.sent).toMatchObject([
    { type: 'hold-request', held: true },
    { type: 'hold-request', held: false },
  ])
})

test('U says "not now" and W lowers the hand, for somebody without a device', async () => {
  const session = consoleAt(twoWaiting())
  await inTheList()
  await press('u')
  await answered()
  expect(within(rowOf('amina').closest('li')!).getByText('Not now')).toBeTruthy()
  await press('w')
  await answered()
  expect(types(session)).toEqual(['set-availability', 'lower-hand'])
  expect(session.view?.moderators?.lists['floor']).toHaveLength(1)
})

test('[F13] who may reply is listed with who has, and is given the floor for a reply', async () => {
  const plan = { type: 'edit-segment', segmentId: 'floor', segment: { repliesMs: 600_000 } } as const
  const session = consoleAt(onTheFloor(by(coordinator, plan), by(moderator, closeList('floor'))))
  expect(screen.getByText(/Replies of the panel · 10:00 · 0 of 2 replied/)).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: /^Give the floor to dalia for a reply$/ }))
  await answered()
  await press('d')
  await answered()
  expect(screen.getByText(/1 of 2 replied/)).toBeTruthy()
  expect(session.sent[0]).toMatchObject({ to: { personId: 'dalia', kind: 'panel-reply' } })
})

test('a point of order interrupts nobody where nobody speaks', async () => {
  const session = consoleAt(twoWaiting(pointOfOrder))
  await press('o')
  await answered()
  expect(session.sent).toEqual([giveFloor('raise-hand-3')])
  expect(session.view?.public.floor?.interrupted).toBeNull()
})
