import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeAll, expect, test, vi } from 'vitest'
import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import { coordinator, moderator, planOf } from '@openfloor/shared/testing/consultation.ts'
import { by, given, type Step } from '@openfloor/shared/testing/story.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { LocalSession } from './testing/local-session.svelte.ts'
import PlanOf from './testing/PlanOf.svelte'

// A whole page in a simulated one takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

beforeAll(() => {
  fillTopLayer()
  vi.stubGlobal('scrollTo', () => {})
})

const open = (...steps: readonly Step[]) => {
  history.replaceState(null, '', '/')
  const session = new LocalSession(given(...steps))
  render(PlanOf, { session })
  return session
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } })
const part = (name: RegExp) => fireEvent.click(screen.getByRole('link', { name }))
const valueOf = (name: string) => screen.getByLabelText<HTMLInputElement>(name).value
const segment = (session: LocalSession, id: string) =>
  session.meeting.segments.find((each) => each.id === id)!

test('a row is saved by one command, and only once it is confirmed', async () => {
  const session = open()
  await press(/^Title of floor/)
  await type('Duration in minutes', '1 h 15')
  expect(session.sent).toEqual([])
  await press('Save')
  expect(session.sent).toEqual([
    { type: 'edit-segment', segmentId: 'floor', segment: { durationMs: 75 * 60_000 } },
  ])
  await vi.waitFor(() => expect(valueOf('Duration in minutes')).toBe('75'))
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test('what another coordinator changed is shown, and kept or replaced by choice', async () => {
  const session = open()
  await press(/^Title of floor/)
  await type('Duration in minutes', '75')
  const theirs = { ...planOf('floor'), title: 'Debate', durationMs: 50 * 60_000 }
  session.happens({ type: 'edit-segment', segmentId: 'floor', segment: theirs })
  expect(await screen.findByText('Somebody else has changed this meanwhile to: 50')).toBeTruthy()
  expect(valueOf('Duration in minutes')).toBe('75')
  expect(screen.getByRole('button', { name: 'Save over the other change' })).toBeTruthy()
  await press('Take theirs')
  expect(valueOf('Duration in minutes')).toBe('50')
  expect(segment(session, 'floor').title).toBe('Debate')
})

test('a refusal stands beside its field, and nothing typed is lost', async () => {
  const session = open()
  await press(/^Title of closing/)
  await fireEvent.click(screen.getByLabelText('At a fixed time'))
  await type('Time', '12:30')
  await press('Save')
  expect(await screen.findByText(/Fixed starts must follow the order/)).toBeTruthy()
  expect(screen.getByLabelText('Time').getAttribute('aria-invalid')).toBe('true')
  expect(valueOf('Time')).toBe('12:30')
  expect(segment(session, 'closing').fixedStartAt).toBeNull()
})

test('what was typed outlives a look at another part of the page', async () => {
  open()
  await press(/^Title of floor/)
  await type('Guiding points', 'Examples')
  await part(/^People/)
  await part(/^Programme/)
  await press(/^Title of floor.*Not saved/)
  expect(valueOf('Guiding points')).toBe('Examples')
})

test('[E3] what has run keeps its place and its kind, and says why', async () => {
  open(by(moderator, { type: 'start-meeting' }))
  await press(/^Title of opening.*Running since 10:00/)
  expect(screen.getByText(/What has taken place keeps its kind/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Panel', { selector: 'input' }).matches(':disabled')).toBe(
    true,
  )
  expect(screen.queryByRole('button', { name: 'Remove segment' })).toBeNull()
})

test('Alt and an arrow move a segment; its new place is said', async () => {
  const session = open()
  const row = screen.getByRole('button', { name: /^Title of panel/ })
  await fireEvent.keyDown(row, { key: 'ArrowDown', altKey: true })
  expect(await screen.findByText('Title of panel: now at place 3')).toBeTruthy()
  expect(session.meeting.segments.map(({ id }) => id).slice(1, 3)).toEqual(['floor', 'panel'])
})

test('somebody new is put on the panel right there', async () => {
  const session = open()
  await press(/^Title of panel/)
  await type('Add a panelist', 'Maria')
  await press('Add “Maria” as somebody new')
  await type('Organization', 'Union of Cities')
  await press('Add to the panel')
  await vi.waitFor(() => expect(segment(session, 'panel').panel).toHaveLength(3))
  const { personId, limitMs } = segment(session, 'panel').panel[2]!
  expect(session.meeting.people.get(personId)).toMatchObject({ name: 'Maria', origin: 'roster' })
  expect(limitMs).toBeNull()
})

test('a seat has its own limit, or the one of the segment', async () => {
  const session = open()
  await press(/^Title of panel/)
  await type('Speaking limit of dalia', '')
  await press('Save')
  await vi.waitFor(() => expect(segment(session, 'panel').panel[1]!.limitMs).toBeNull())
  await type('Speaking limit of chen', '90 s')
  await press('Save')
  await vi.waitFor(() => expect(segment(session, 'panel').panel[0]!.limitMs).toBe(90_000))
})

test('a group with people in it is removed after a warning, and comes back with them', async () => {
  const session = open()
  await part(/^Settings/)
  await press('Remove Migrants')
  const dialog = screen.getByRole('dialog', { name: 'Remove “Migrants”?' })
  expect(dialog.textContent).toContain('4 people belong to this group.')
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await vi.waitFor(() => expect(session.meeting.groups.map(({ id }) => id)).toEqual(['unions']))
  await press('Undo')
  await vi.waitFor(() => expect(session.meeting.groups.map(({ id }) => id)).toEqual(['migrants', 'unions']))
})

test('of many people the first hundred are shown, and the rest are found', async () => {
  const many = Array.from({ length: 120 }, (_, at) =>
    by(coordinator, {
      type: 'add-person',
      person: { ...undescribed, name: `Person ${at + 1}` },
    }),
  )
  open(...many)
  await part(/^People/)
  expect(screen.getByText('The first 100 of 124. Search to find others.')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^Personal link for/ })).toHaveLength(100)
  await type(/^Search by name/, 'person 119')
  expect(screen.getAllByRole('button', { name: /^Personal link for/ })).toHaveLength(1)
})

test('a time that the clocks skip is explained beside the start', async () => {
  const session = open()
  await type('Date', '2021-03-28')
  await type('Start', '02:30')
  await press('Save')
  expect(screen.getByText(/This time does not exist on that day/)).toBeTruthy()
  expect(session.sent).toEqual([])
})
