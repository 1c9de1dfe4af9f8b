import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { given } from '@openfloor/shared/testing/story.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { LocalSession } from './testing/local-session.svelte.ts'
import PlanOf from './testing/PlanOf.svelte'

/*
 * What cannot be a programme: each is said beside the field that is wrong, and nothing of the form is saved.
 * The plan: opening 15, panel 45 and floor 60 min from 10:00, lunch 60, the afternoon fixed at 13:00 for 105, closing 15.
 */

// A whole page in a simulated one takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

beforeAll(() => {
  fillTopLayer()
  vi.stubGlobal('scrollTo', () => {})
})

const open = () => {
  history.replaceState(null, '', '/')
  const session = new LocalSession(given())
  render(PlanOf, { session })
  return session
}

const inside = (form: HTMLElement) => within(form)
type Form = ReturnType<typeof inside>

const type = (form: Form, name: string, value: string) =>
  fireEvent.input(form.getByLabelText(name), { target: { value } })
const save = (form: Form) => fireEvent.click(form.getByRole('button', { name: 'Save' }))

/** The form of a segment, opened. */
async function formOf(id: string): Promise<Form> {
  await fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Title of ${id}`) }))
  return inside(screen.getByRole('form', { name: `Edit segment: Title of ${id}` }))
}

/** The form with date, start and time zone. */
function scheduleForm(): Form {
  return inside(screen.getByLabelText('Time zone').closest('form')!)
}

/** What stands beside a field that is marked as wrong. */
function errorOf(form: Form, name: string): string {
  const field = form.getByLabelText(name)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const ids = field.getAttribute('aria-describedby')!.split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

describe('durations', () => {
  test.each([
    ['0', 'From 1 min to 24 h.'],
    ['0:00', 'From 1 min to 24 h.'],
    ['30 s', 'From 1 min to 24 h.'],
    ['25 h', 'From 1 min to 24 h.'],
    ['24:01', 'From 1 min to 24 h.'],
    ['-5', 'Write a time such as 3:00, 45 min or 90 s.'],
    ['soon', 'Write a time such as 3:00, 45 min or 90 s.'],
    ['', 'Write a time such as 3:00, 45 min or 90 s.'],
  ])('%j is none', async (text, sentence) => {
    const session = open()
    const form = await formOf('panel')
    await type(form, 'Title', 'Another title')
    await type(form, 'Duration in minutes', text)
    await save(form)
    expect(errorOf(form, 'Duration in minutes')).toContain(sentence)
    expect(session.sent).toEqual([])
    expect(form.getByLabelText<HTMLInputElement>('Title').value).toBe('Another title')
  })
})

describe('the start of the meeting', () => {
  test.each([
    ['Time zone', 'Mars/Olympus', /There is no such time zone/],
    ['Time zone', '', /There is no such time zone/],
    ['Date', '1914-07-28', /Choose a date from 1970 to 2243/],
    ['Date', '9999-12-31', /Choose a date from 1970 to 2243/],
    ['Date', '', /Choose a date\./],
    ['Start', '', /Choose a time of day/],
  ])('%s %j', async (name, text, sentence) => {
    const session = open()
    const form = scheduleForm()
    await type(form, name, text)
    await save(form)
    expect(errorOf(form, name)).toMatch(sentence)
    expect(session.sent).toEqual([])
  })

  test.each([
    ['Europe/Zurich', '2026-03-29', '02:30'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15'],
    ['America/St_Johns', '2026-03-08', '02:59'],
  ])('in %s the clocks skip %s %s', async (timeZone, date, time) => {
    const session = open()
    const form = scheduleForm()
    await type(form, 'Time zone', timeZone)
    await type(form, 'Date', date)
    await type(form, 'Start', time)
    await save(form)
    expect(errorOf(form, 'Start')).toMatch(/This time does not exist on that day/)
    expect(session.sent).toEqual([])
  })
})

describe('fixed starts', () => {
  const refused = async (id: string, date: string, time: string) => {
    const session = open()
    const form = await formOf(id)
    await fireEvent.click(form.getByLabelText('At a fixed time'))
    await type(form, 'Date', date)
    await type(form, 'Time', time)
    await save(form)
    const before = session.meeting.segments
    await vi.waitFor(() => expect(form.getByLabelText('Time').getAttribute('aria-invalid')).toBe('true'))
    expect(session.meeting.segments).toBe(before)
    return { session, error: errorOf(form, 'Time') }
  }

  test('in an hour that the clocks skip', async () => {
    const { session, error } = await refused('closing', '2026-03-29', '02:30')
    expect(error).toMatch(/This time does not exist on that day/)
    expect(session.sent).toEqual([])
  })

  test('[E5] before the meeting starts, or before an earlier one', async () => {
    expect((await refused('panel', '2020-11-09', '09:59')).error).toMatch(/must follow the order/)
    document.body.replaceChildren()
    expect((await refused('closing', '2020-11-09', '12:59')).error).toMatch(/must follow the order/)
  })

  test('[E10] over what is planned before: beside the time that was typed', async () => {
    expect((await refused('afternoon', '2020-11-09', '11:59')).error).toMatch(/not enough time before/)
    document.body.replaceChildren()
    expect((await refused('closing', '2020-11-09', '14:44')).error).toMatch(/not enough time before/)
  })

  test('[E10] a duration that leaves no room before the next one: beside the duration', async () => {
    const session = open()
    const form = await formOf('floor')
    await type(form, 'Duration in minutes', '121')
    await save(form)
    await vi.waitFor(() =>
      expect(errorOf(form, 'Duration in minutes')).toMatch(/not enough time before a fixed start/),
    )
    expect(session.meeting.segments.find(({ id }) => id === 'floor')!.durationMs).toBe(60 * 60_000)
    await type(form, 'Duration in minutes', '120')
    await save(form)
    await vi.waitFor(() =>
      expect(session.meeting.segments.find(({ id }) => id === 'floor')!.durationMs).toBe(120 * 60_000),
    )
  })
})
