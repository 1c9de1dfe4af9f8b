import { fireEvent, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, chen, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass } from '@openfloor/shared/testing/story.ts'
import { raiseHand, speaker } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { answered, consoleAt, press, types } from './testing/console-at.ts'

beforeAll(fillTopLayer)
beforeEach(() => localStorage.clear())

const dialogOf = (name: string) => within(screen.getByRole('dialog', { name }))

/** Boris has not spoken, Amina asks again before Chen. */
const threeWaiting = () =>
  aminaSpeaking(
    pass(60_000),
    by(moderator, speaker('end-intervention')),
    by(amina, raiseHand()),
    by(chen, raiseHand()),
  )

async function choosing() {
  await press('O', { shiftKey: true })
  await tick()
  await answered()
  return dialogOf('Order of the list of “Title of floor”')
}

async function choose(field: HTMLElement, value: string) {
  await fireEvent.change(field, { target: { value } })
  await answered()
}

test('an order shows who would move before it is applied, and why', async () => {
  const session = consoleAt(threeWaiting())
  const dialog = await choosing()
  expect(dialog.getByText('Nobody moves.')).toBeTruthy()
  await choose(dialog.getByRole('combobox', { name: 'Who comes first' }), 'fewest-interventions')
  expect(dialog.getByText('1 up, 1 down, 1 stay')).toBeTruthy()
  expect(dialog.getByText('up 1')).toBeTruthy()
  expect(dialog.getByText('would be intervention no. 2')).toBeTruthy()
  expect(session.sent).toEqual([])
  await fireEvent.click(dialog.getByRole('button', { name: 'Apply' }))
  await answered()
  expect(session.sent).toMatchObject([
    { type: 'set-order-policy', policy: { band: 'fewest-interventions', safePositions: 1 } },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(
    screen.getByText(/^Order: fewest interventions first \(counted up to 1\) · the first stays$/),
  ).toBeTruthy()
})

test('a tag that nobody has said is told', async () => {
  consoleAt(threeWaiting())
  const dialog = await choosing()
  await fireEvent.click(dialog.getByRole('radio', { name: 'Alternate' }))
  await choose(dialog.getByRole('combobox', { name: 'By' }), 'region')
  expect(dialog.getByText(/^Nobody in this list has said: region\./)).toBeTruthy()
})

test('lots are drawn when they are applied, and not before', async () => {
  const session = consoleAt(threeWaiting())
  const dialog = await choosing()
  await choose(dialog.getByRole('combobox', { name: 'Who comes first' }), 'lots')
  expect(dialog.getByText(/^Lots are drawn when you apply/)).toBeTruthy()
  await fireEvent.click(dialog.getByRole('button', { name: 'Draw and apply' }))
  await answered()
  expect(types(session)).toEqual(['set-order-policy'])
  expect(screen.getByText(/^Order: by lots \(seed /)).toBeTruthy()
})

test('an order for an empty list counts for those who come', async () => {
  consoleAt(onTheFloor())
  const dialog = await choosing()
  expect(dialog.getByText('Nobody is waiting. The order counts for those who come.')).toBeTruthy()
})

test('names are pasted, each problem is said with its line, and the rest is entered', async () => {
  const session = consoleAt(twoWaiting())
  await press('v')
  const dialog = dialogOf('Enter many names')
  const text = 'Ada, Weavers\n, Nobody\nBo\tDockers\namina, Organization of amina'
  await fireEvent.input(dialog.getByRole('textbox', { name: 'Names' }), { target: { value: text } })
  expect(dialog.getByText('Line 2: no name.')).toBeTruthy()
  expect(dialog.getByText('Line 4: amina waits already.')).toBeTruthy()
  await fireEvent.click(dialog.getByRole('button', { name: 'Enter 2 names' }))
  await answered()
  expect(session.sent).toEqual([
    {
      type: 'enter-requests',
      segmentId: 'floor',
      people: [
        { name: 'Ada', organization: 'Weavers' },
        { name: 'Bo', organization: 'Dockers' },
      ],
    },
  ])
  expect(screen.getByText('2 names entered.')).toBeTruthy()
  expect(session.view?.moderators?.lists['floor']).toHaveLength(4)
})

test('the secretariat enters a request with its kind and on behalf of whom', async () => {
  const session = consoleAt(onTheFloor())
  await press('a')
  const dialog = dialogOf('Add a speaker')
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await fireEvent.input(name, { target: { value: 'Ada' } })
  await choose(dialog.getByRole('combobox', { name: 'Kind of request' }), 'right-of-reply')
  await choose(dialog.getByRole('combobox', { name: 'On behalf of' }), 'joint')
  await fireEvent.input(dialog.getByRole('textbox', { name: /^Of whom/ }), {
    target: { value: 'Two unions' },
  })
  await fireEvent.submit(name.closest('form')!)
  await answered()
  expect(session.sent).toMatchObject([
    { kind: 'right-of-reply', onBehalfOf: { capacity: 'joint', name: 'Two unions' } },
  ])
  expect(screen.getByTitle(/^joint statement of Two unions/)).toBeTruthy()
})
