import { describe, expect, test } from 'vitest'
import { meetingDraft, outsideCommand, parseCommand, personDescription } from './commands.ts'
import { limits } from './limits.ts'
import { draft, planOf } from './testing/consultation.ts'

const raise = { id: 'command-1', type: 'raise-hand', segmentId: 'floor', topic: 'Housing' }
const notice = { id: 'command-1', type: 'send-notice', to: 'everyone', text: 'Soon', durationMs: null }
const extend = { id: 'command-1', type: 'extend-segment', segmentId: 'floor', byMs: 60_000 }
const give = { id: 'command-1', type: 'give-floor', segmentId: 'floor', to: { requestId: 'r' }, after: null }
const edit = { id: 'command-1', type: 'edit-segment', segmentId: 'floor', segment: planOf('floor') }
const add = { id: 'command-1', type: 'add-person', person: { name: 'Amina' } }
const schedule = { id: 'command-1', type: 'schedule-meeting', startsAt: 0, timeZone: 'Europe/Zurich' }
const settings = { askCountry: true, startsOnCall: true, warningsMs: [10_000] }
const change = { id: 'command-1', type: 'change-settings', settings }

/** What JSON.parse makes of a `__proto__` in a message: an own key of that name. */
function withProto(command: object): unknown {
  return JSON.parse(JSON.stringify(command).replace('{', '{"__proto__":{"role":"coordinator"},'))
}

test('[C5] a command is read with its id', () => {
  expect(parseCommand(raise)).toEqual({
    status: 'ok',
    id: 'command-1',
    command: {
      ...{ type: 'raise-hand', segmentId: 'floor', topic: 'Housing' },
      ...{ kind: 'statement', onBehalfOf: { capacity: 'organization', name: '' } },
    },
  })
  for (const command of [notice, extend, give, edit, add, schedule, change])
    expect(parseCommand(command)).toMatchObject({ status: 'ok', command: { type: command.type } })
})

describe('[C5] nothing unknown gets through', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'raise-hand'],
    ['a number', 7],
    ['an array', [raise]],
    ['an empty object', {}],
    ['no id', { ...raise, id: undefined }],
    ['a short id', { ...raise, id: 'short' }],
    ['a long id', { ...raise, id: 'x'.repeat(65) }],
    ['an id with other characters', { ...raise, id: 'command 1' }],
    ['an id that is a number', { ...raise, id: 12_345_678 }],
    ['no type', { ...raise, type: undefined }],
    ['an unknown type', { ...raise, type: 'raise-foot' }],
    ['a type of the prototype', { ...raise, type: 'constructor' }],
    ['a type that is an array', { ...raise, type: ['raise-hand'] }],
    ['a command that only the server makes', { ...raise, type: 'create-meeting' }],
    ['an unknown field', { ...raise, personId: 'boris' }],
    ['an unknown field further in', { ...give, to: { requestId: 'r', force: true } }],
    ['a prototype', withProto(raise)],
    ['a prototype further in', { ...add, person: withProto(add.person) }],
    ['a missing field', { ...raise, segmentId: undefined }],
    ['a null where none may be', { ...raise, segmentId: null }],
    ['a request and a person at once', { ...give, to: { requestId: 'r', personId: 'p' } }],
    ['neither request nor person', { ...give, to: {} }],
  ])('%s', (_what, input) => {
    const parsed = parseCommand(input)
    expect(parsed.status).toBe('malformed')
  })

  test('the answer says what is wrong and where', () => {
    expect(parseCommand({ ...extend, byMs: 'soon' })).toMatchObject({
      detail: expect.stringMatching(/^byMs: /),
    })
    expect(parseCommand(null)).toEqual({ status: 'malformed', detail: 'a command is a JSON object' })
  })
})

describe('[C5] ids', () => {
  test.each([
    ['', 'empty'],
    ['a'.repeat(65), 'too long'],
    ['a b', 'a space'],
    ['../floor', 'a path'],
    ['floor\n', 'a line end'],
    ['flöör', 'other letters'],
    ['__proto__', 'the prototype'],
  ])('%j is none: %s', (segmentId) => {
    expect(parseCommand({ ...raise, segmentId }).status).toBe('malformed')
  })

  test.each(['floor', '_-', 'a'.repeat(64)])('%j is one', (segmentId) => {
    expect(parseCommand({ ...raise, segmentId }).status).toBe('ok')
  })
})

describe('[C5] numbers', () => {
  test.each([NaN, Infinity, 0, 0.5, limits.extensionMaxMs + 1, -limits.extensionMaxMs - 1, '60000', null])(
    'an extension is not %s',
    (byMs) => {
      expect(parseCommand({ ...extend, byMs }).status).toBe('malformed')
    },
  )

  test.each([-1, 1.5, NaN, 8_640_000_000_001])('a start is not %s', (startsAt) => {
    expect(parseCommand({ ...schedule, startsAt }).status).toBe('malformed')
  })

  test.each([
    { durationMs: limits.segmentMinMs - 1 },
    { durationMs: limits.segmentMaxMs + 1 },
    { speakingLimitMs: limits.speakingLimitMinMs - 1 },
    { speakingLimitMs: limits.speakingLimitMaxMs + 1 },
    { fixedStartAt: '10:00' },
    { kind: 'party' },
  ])('a segment has not %o', (changes) => {
    expect(parseCommand({ ...edit, segment: { ...edit.segment, ...changes } }).status).toBe('malformed')
  })

  test.each([0, 999, limits.noticeMaxMs + 1])('a notice does not last %s ms', (durationMs) => {
    expect(parseCommand({ ...notice, durationMs }).status).toBe('malformed')
  })

  test('warnings are few and whole', () => {
    for (const warningsMs of [[1], [10_000.5], Array(limits.warningsPerMeeting + 1).fill(10_000)])
      expect(parseCommand({ ...change, settings: { ...settings, warningsMs } }).status).toBe('malformed')
  })
})

describe('[C6] texts', () => {
  const textOf = (text: unknown) => {
    const parsed = parseCommand({ ...notice, text })
    return parsed.status === 'ok' && parsed.command.type === 'send-notice' ? parsed.command.text : null
  }

  test.each([
    ['  Soon\t', 'Soon'],
    ['Cafe\u0301', 'Café'],
    ['مرحبا\u200f!', 'مرحبا\u200f!'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%j is read as %j', (text, read) => {
    expect(textOf(text)).toBe(read)
  })

  test('they are measured as they are kept', () => {
    expect(textOf('x'.repeat(limits.noticeChars))).toHaveLength(limits.noticeChars)
    expect(textOf(` ${'e\u0301'.repeat(limits.noticeChars)} `)).toBe('é'.repeat(limits.noticeChars))
  })

  test.each([
    ['empty', ''],
    ['only spaces', ' \u00a0\u3000'],
    ['only what nobody sees', '\u200b\u200d\u2060'],
    ['too long', 'x'.repeat(limits.noticeChars + 1)],
    ['a control character', 'a\u0000b'],
    ['a line end', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a direction override', 'a\u202eb'],
    ['a direction isolate', 'a\u2066b'],
    ['half a character', 'a\ud800'],
    ['no text', 7],
  ])('%s is refused', (_what, text) => {
    expect(textOf(text)).toBeNull()
  })

  test('a topic may be empty, or left out', () => {
    for (const topic of ['', '  ', undefined])
      expect(parseCommand({ ...raise, topic })).toMatchObject({ status: 'ok', command: { topic: '' } })
  })

  test('what a person leaves out is empty', () => {
    expect(personDescription.parse({ name: ' Amina ' })).toEqual({
      ...{ name: 'Amina', organization: '', groupId: null, country: null },
      ...{ regionId: null, gender: null, mode: null },
    })
  })

  test.each([
    { name: '' },
    { name: 'x'.repeat(limits.nameChars + 1) },
    { name: 'Amina', organization: 'x'.repeat(limits.organizationChars + 1) },
    { name: 'Amina', country: 'a\u0007' },
    { name: 'Amina', groupId: '' },
    { name: 'Amina', role: 'coordinator' },
  ])('nobody is %o', (person) => {
    expect(parseCommand({ ...add, person }).status).toBe('malformed')
  })
})

describe('[C5] lists have an end', () => {
  const tooMany = <Value>(limit: number, value: Value) => Array<Value>(limit + 1).fill(value)

  test.each([
    { ...edit, segment: { ...edit.segment, guidingPoints: tooMany(limits.guidingPointsPerSegment, 'Why?') } },
    {
      ...{ id: 'command-1', type: 'set-panel', segmentId: 'panel' },
      panel: tooMany(limits.panelSeatsPerSegment, { personId: 'a', limitMs: null }),
    },
    {
      ...{ id: 'command-1', type: 'change-stakeholder-groups' },
      groups: tooMany(limits.groupsPerMeeting, { id: 'a', name: 'A' }),
    },
  ])('$type', (command) => {
    expect(parseCommand(command).status).toBe('malformed')
  })
})

describe('[C5] time zones', () => {
  test.each(['Europe/Zurich', 'UTC', 'Asia/Kolkata'])('%s is one', (timeZone) => {
    expect(parseCommand({ ...schedule, timeZone }).status).toBe('ok')
  })

  test.each(['', 'Mars/Olympus', '+01:00', 'x'.repeat(65), 7])('%s is none', (timeZone) => {
    expect(parseCommand({ ...schedule, timeZone }).status).toBe('malformed')
  })
})

test('[C5] a whole programme is read as strictly', () => {
  expect(meetingDraft.safeParse(draft).success).toBe(true)
  expect(meetingDraft.safeParse({ ...draft, joinCode: '1' }).success).toBe(false)
  const [first] = draft.segments
  expect(meetingDraft.safeParse({ ...draft, segments: [{ ...first, panel: [] }] }).success).toBe(false)
})

test('[C5] reading what was read changes nothing', () => {
  const parsed = parseCommand({ ...notice, text: ' Cafe\u0301 ' })
  if (parsed.status !== 'ok') throw new Error(parsed.detail)
  expect(outsideCommand.parse(parsed.command)).toEqual(parsed.command)
})
