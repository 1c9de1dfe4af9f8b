import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, boris, chen, MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, pass, type Story } from '@openfloor/shared/testing/story.ts'
import { advance, removeRequest } from '@openfloor/shared/testing/wishes.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { HandMadeSession } from './testing/hand-made-session.svelte.ts'
import PageInLanguage from './testing/PageInLanguage.svelte'

let session: HandMadeSession

/** The page of that person at the end of the story. */
function show(story: Story, personId: string | null = amina.personId): HandMadeSession {
  vi.setSystemTime(story.now)
  session = new HandMadeSession(viewOf(story.meeting, 'participant', personId))
  render(PageInLanguage, { session })
  return session
}

const hand = (name: RegExp) => screen.getByRole('button', { name })
const heading = (name: string | RegExp) => screen.findByRole('heading', { name })

beforeAll(fillTopLayer)
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  session.close()
  vi.useRealTimers()
})

test('before the start it says when the meeting starts, and the hand waits', async () => {
  show(given())
  expect(await heading('The meeting starts at 10:00')).toBeTruthy()
  expect(hand(/Not open yet/).getAttribute('aria-disabled')).toBe('true')
})

test('with an open list the hand asks for the floor in the current segment', async () => {
  show(onTheFloor())
  await fireEvent.click(hand(/Raise your hand/))
  expect(session.sent).toMatchObject([{ type: 'raise-hand', segmentId: 'floor', topic: '' }])
})

test('a topic goes along with the hand', async () => {
  show(onTheFloor())
  await fireEvent.click(screen.getByRole('button', { name: 'Add a topic' }))
  const field = await screen.findByLabelText('What you want to speak about')
  await fireEvent.input(field, { target: { value: 'Decent work' } })
  await fireEvent.click(hand(/Raise your hand/))
  expect(session.sent).toMatchObject([{ topic: 'Decent work' }])
})

test('a command on its way is seen as such and cannot be sent twice', async () => {
  show(onTheFloor())
  session.pendingCommands = [{ id: 'command-1', type: 'raise-hand', segmentId: 'floor', topic: '' }]
  flushSync()
  await fireEvent.click(hand(/Raising your hand/))
  expect(session.sent).toEqual([])
})

test('a refusal is told in a sentence that can be dismissed', async () => {
  show(onTheFloor()).result = { refusal: 'list-full', version: 3 }
  await fireEvent.click(hand(/Raise your hand/))
  const sentence = 'The list of speakers is full. Try again when it is shorter.'
  expect(await screen.findByText(sentence)).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText(sentence)).toBeNull()
})

test('who waits sees the place and about when the turn comes', async () => {
  show(twoWaiting(), boris.personId)
  expect(await heading('Place 2 in the list')).toBeTruthy()
  expect(screen.getByText('Your turn comes in 2 to 4 min, at about 10:02–10:03')).toBeTruthy()
})

test('lowering the hand is asked about, and can be thought better of', async () => {
  show(twoWaiting(), boris.personId)
  await fireEvent.click(hand(/Your hand is raised/))
  const dialog = within(await screen.findByRole('dialog', { name: 'Lower your hand?' }))
  await fireEvent.click(dialog.getByRole('button', { name: 'Keep my place' }))
  expect(session.sent).toEqual([])
  await fireEvent.click(hand(/Your hand is raised/))
  await fireEvent.click(screen.getByRole('button', { name: 'Lower my hand' }))
  expect(session.sent).toEqual([{ type: 'lower-hand', requestId: 'raise-hand-2' }])
})

test('who is given the floor while asked about lowering is not made to yield it', async () => {
  show(twoWaiting(), amina.personId)
  await fireEvent.click(hand(/You are next/))
  await screen.findByRole('dialog', { name: 'Lower your hand?' })
  session.view = viewOf(aminaSpeaking().meeting, 'participant', amina.personId)
  flushSync()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(session.sent).toEqual([])
})

test('who has the floor sees the own time and can yield', async () => {
  show(aminaSpeaking(pass(MINUTE_MS)))
  expect(await heading('You have the floor')).toBeTruthy()
  expect(screen.getByRole('timer', { name: 'Speaking time left' }).textContent).toContain('2:00')
  await fireEvent.click(hand(/Yield the floor/))
  const dialog = within(await screen.findByRole('dialog', { name: 'Yield the floor?' }))
  await fireEvent.click(dialog.getByRole('button', { name: 'Yield the floor' }))
  expect(session.sent).toEqual([{ type: 'yield-floor', interventionId: 'give-floor-1' }])
})

test('everybody sees who has the floor, and warnings have words', async () => {
  show(aminaSpeaking(pass(2.6 * MINUTE_MS)), boris.personId)
  expect(screen.getByText('amina')).toBeTruthy()
  expect(screen.getAllByText('Less than 30 seconds left').length).toBeGreaterThan(0)
})

test('a break says when it is over', async () => {
  show(onTheFloor(by(moderator, advance('floor', 'lunch'))))
  expect(screen.getByText('Resumes at 13:00')).toBeTruthy()
})

test('panelists see that they are on the panel', async () => {
  show(started(by(moderator, advance('opening', 'panel'))), chen.personId)
  expect(await heading('You are on the panel')).toBeTruthy()
})

test('a request that was removed, or not reached, is told', async () => {
  show(twoWaiting(by(moderator, removeRequest('raise-hand-2'))), boris.personId)
  expect(await heading('Your request was taken off the list')).toBeTruthy()
  session.view = viewOf(
    twoWaiting(by(moderator, advance('floor', 'lunch'))).meeting,
    'participant',
    boris.personId,
  )
  flushSync()
  expect(await heading('Your turn was not reached')).toBeTruthy()
})

test('a lost connection is said, and the page stays', async () => {
  show(aminaSpeaking(), boris.personId)
  session.status = 'silent'
  flushSync()
  expect(screen.getByText(/Reconnecting\. The clocks go on/)).toBeTruthy()
  expect(await heading('You are next')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
  expect(session.reconnects).toBe(1)
})

test('who is signed out reads how to come back', async () => {
  show(onTheFloor())
  session.status = 'signed-out'
  flushSync()
  expect(await screen.findByText('You are not in this meeting')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Join with the code' }).getAttribute('href')).toBe('/join')
})

test('another language is chosen by hand, and nothing else changes', async () => {
  show(twoWaiting(), boris.personId)
  await fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'fr' } })
  expect(await heading('Place 2 sur la liste')).toBeTruthy()
  expect(document.documentElement.lang).toBe('fr')
  await fireEvent.change(screen.getByRole('combobox', { name: 'Langue' }), { target: { value: 'en' } })
  expect(await heading('Place 2 in the list')).toBeTruthy()
})

test('[P12] what is late says how much, and what still holds', async () => {
  show(onTheFloor(pass(132 * MINUTE_MS)))
  expect(await screen.findByText(/About 12 min behind, Title of afternoon still at 13:00/)).toBeTruthy()
})

test('[P17] the programme is there as a calendar file', async () => {
  show(given())
  const link = await screen.findByRole('link', { name: 'Add to calendar' })
  expect(link.getAttribute('href')).toBe('/api/meetings/consultation/programme.ics?role=participant')
})
