import { z } from 'zod'
import { limits } from './limits.ts'
import { screenShows } from './meeting/state.ts'
import type { InternalCommand } from './meeting/internal-commands.ts'

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Anything but spaces and format characters, such as zero-width joiners, which nobody sees. */
const VISIBLE_CHARACTER = /[^\p{Z}\p{Cf}]/u

/** Text on one line: trimmed, NFC, something to see, no control or direction-changing characters. */
function line(maxChars: number) {
  return optionalLine(maxChars).refine((text) => VISIBLE_CHARACTER.test(text), 'must not be empty')
}

function optionalLine(maxChars: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .max(maxChars, `at most ${maxChars} characters`)
    .refine((text) => !CONTROL_CHARACTERS.test(text), 'must not contain control characters')
}

/** Views are keyed by ids, so none is the name of the prototype. */
const id = z.string().regex(/^(?!__proto__$)[\w-]{1,64}$/, 'an id: letters, digits, - and _, at most 64')
const instant = z.int().min(0).max(limits.instantMax)
const speakingLimitMs = z.int().min(limits.speakingLimitMinMs).max(limits.speakingLimitMaxMs)
const extensionMs = z
  .int()
  .min(-limits.extensionMaxMs)
  .max(limits.extensionMaxMs)
  .refine((byMs) => byMs !== 0, 'must not be 0')
const timeZone = z.string().max(64).refine(isTimeZone, 'an IANA time zone such as Europe/Zurich')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

const warningsMs = z.array(z.int().min(1_000).max(limits.speakingLimitMaxMs)).max(limits.warningsPerMeeting)

const category = z.enum(['member-state', 'observer', 'intergovernmental', 'non-state'])

const limitTable = z.strictObject({
  byCategory: z.partialRecord(category, speakingLimitMs),
  byCapacity: z.partialRecord(z.enum(['group', 'joint', 'constituency']), speakingLimitMs),
  questionMs: speakingLimitMs.nullable(),
  pointOfOrderMs: speakingLimitMs,
  rightOfReplyMs: z.array(speakingLimitMs).max(limits.rightsOfReplyMax),
  panelReplyMs: speakingLimitMs.nullable(),
})

const atZero = z.strictObject({
  then: z.enum(['count-on', 'chime', 'end']),
  graceMs: z.int().min(0).max(limits.graceMaxMs),
})

const region = z.strictObject({ id, name: line(limits.groupNameChars) })

const notice = {
  to: z.enum(['everyone', 'speaker', 'screens']),
  text: line(limits.noticeChars),
  durationMs: z.int().min(1_000).max(limits.noticeMaxMs).nullable(),
}

const settings = z.strictObject({
  askCountry: z.boolean(),
  startsOnCall: z.boolean(),
  warningsMs,
  limits: limitTable,
  atZero,
  regions: z.array(region).max(limits.regionsPerMeeting),
  askGender: z.boolean(),
  askMode: z.boolean(),
  admission: z.enum(['open', 'lobby', 'roster']),
  savedNotices: z.array(z.strictObject(notice)).max(limits.savedNoticesPerMeeting),
})

const group = z.strictObject({
  id,
  name: line(limits.groupNameChars),
  category: category.default('non-state'),
})
const groups = z.array(group).max(limits.groupsPerMeeting)
const session = z.strictObject({ id, title: line(limits.titleChars) })
const seat = z.strictObject({ personId: id, limitMs: speakingLimitMs.nullable() })

const segmentPlan = z.strictObject({
  title: line(limits.titleChars),
  kind: z.enum(['plenary', 'panel', 'open-floor', 'break']),
  durationMs: z.int().min(limits.segmentMinMs).max(limits.segmentMaxMs),
  fixedStartAt: instant.nullable(),
  guidingPoints: z.array(line(limits.guidingPointChars)).max(limits.guidingPointsPerSegment),
  speakingLimitMs,
  limits: limitTable.nullable(),
  warningsMs: warningsMs.nullable(),
  atZero: atZero.nullable(),
  repliesMs: z.int().min(0).max(limits.segmentMaxMs),
})

/** A segment that is new: what need not be said is as in the meeting. */
const newSegment = segmentPlan.extend({
  limits: segmentPlan.shape.limits.default(null),
  warningsMs: segmentPlan.shape.warningsMs.default(null),
  atZero: segmentPlan.shape.atZero.default(null),
  repliesMs: segmentPlan.shape.repliesMs.default(0),
})

const onBehalfOf = z
  .strictObject({
    capacity: z.enum(['organization', 'group', 'joint', 'constituency']),
    name: optionalLine(limits.behalfChars).default(''),
  })
  .default({ capacity: 'organization', name: '' })

const requestKind = z
  .enum(['statement', 'question', 'point-of-order', 'right-of-reply', 'panel-reply'])
  .default('statement')

/** What a request for the floor says, whoever makes it. */
const wish = {
  segmentId: id,
  kind: requestKind,
  onBehalfOf,
  topic: optionalLine(limits.topicChars).default(''),
}

/** An order of a list as a moderator chooses it; seeds are the server's. */
export const orderPolicy = z.strictObject({
  band: z.enum(['receipt', 'fewest-interventions', 'least-time', 'protocol-rank', 'lots']),
  cap: z.int().min(1).max(limits.interventionsCapMax).default(1),
  alternation: z
    .strictObject({
      by: z.enum(['group', 'region', 'gender', 'mode']),
      rule: z.enum(['alternate', 'round-robin']),
    })
    .nullable(),
  safePositions: z.int().min(0).max(limits.safePositionsMax),
})

const namedPerson = {
  name: line(limits.nameChars),
  organization: optionalLine(limits.organizationChars).default(''),
}

/** What a person says of themselves on joining. */
export const personDescription = z.strictObject({
  ...namedPerson,
  groupId: id.nullable().default(null),
  country: optionalLine(limits.countryChars).nullable().default(null),
  regionId: id.nullable().default(null),
  gender: z.enum(['woman', 'man', 'other']).nullable().default(null),
  mode: z.enum(['room', 'remote']).nullable().default(null),
})

/** A description by somebody else: the gender is the person's own to say, and stays as it is. */
const editedPerson = personDescription.omit({ gender: true })

/** A whole programme, for a meeting that is not made from a template. */
export const meetingDraft = z.strictObject({
  title: line(limits.titleChars),
  timeZone,
  startsAt: instant,
  settings: settings.partial().optional(),
  groups: groups.optional(),
  sessions: z.array(session).max(limits.sessionsPerMeeting),
  segments: z.array(newSegment.extend({ id, sessionId: id })).max(limits.segmentsPerMeeting),
})

function command<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), ...shape })
}

const participantCommands = [
  command('raise-hand', wish),
  command('lower-hand', { requestId: id }),
  command('yield-floor', { interventionId: id }),
  /** Not now: the place is kept and passed over. */
  command('set-availability', { requestId: id, available: z.boolean() }),
] as const

const floorCommands = [
  /**
   * `after` names the last intervention the sender saw, ended or not (null: none yet); if it still has the floor it
   * is ended as delivered. `to` names a waiting request, or a person who is on the panel or did not ask.
   */
  command('give-floor', {
    segmentId: id,
    to: z.union([
      z.strictObject({ requestId: id }),
      z.strictObject({ personId: id, kind: z.enum(['statement', 'panel-reply']).optional() }),
    ]),
    after: id.nullable(),
  }),
  command('start-intervention', { interventionId: id }),
  command('pause-intervention', { interventionId: id }),
  command('resume-intervention', { interventionId: id }),
  command('extend-intervention', { interventionId: id, byMs: extensionMs }),
  command('end-intervention', { interventionId: id }),
  command('cut-off', { interventionId: id }),
  /** Who was called is not there. */
  command('mark-absent', { interventionId: id }),
] as const

const listCommands = [
  command('open-list', { segmentId: id }),
  command('close-list', { segmentId: id }),
  /** A hand for somebody without a device, already known or new. */
  command('enter-request', {
    ...wish,
    speaker: z.union([z.strictObject({ personId: id }), z.strictObject({ person: personDescription })]),
  }),
  /** Many names at once, such as a list that came by mail, in their order. */
  command('enter-requests', {
    segmentId: id,
    people: z.array(z.strictObject(namedPerson)).min(1).max(limits.requestsPasted),
  }),
  command('remove-request', { requestId: id }),
  /** Lowers all hands of a list. */
  command('clear-list', { segmentId: id }),
  command('move-request', { requestId: id, after: id.nullable() }),
  command('hold-request', { requestId: id, held: z.boolean() }),
  command('set-order-policy', { segmentId: id, policy: orderPolicy }),
  command('set-speaking-limit', { segmentId: id, limitMs: speakingLimitMs }),
  /** No statement in this list lasts longer; null takes the cap away. */
  command('cap-limits', { segmentId: id, limitMs: speakingLimitMs.nullable() }),
] as const

const runningCommands = [
  command('start-meeting', {}),
  /** From the segment the sender saw as current to any other, forward or back. */
  command('advance-segment', { from: id, to: id }),
  command('end-meeting', { from: id }),
  command('pause-segment', { segmentId: id }),
  command('resume-segment', { segmentId: id }),
  command('extend-segment', { segmentId: id, byMs: extensionMs }),
  /** What is still to come is planned anew as it is expected now; names the current segment. */
  command('accept-delay', { segmentId: id }),
  /** `screenId` counts for a notice to the screens. */
  command('send-notice', { ...notice, screenId: id.nullable().default(null) }),
  command('withdraw-notice', { noticeId: id }),
  command('undo', { actionId: id }),
] as const

const shows = z.enum(screenShows)
const screenName = line(limits.screenNameChars)

const screenCommands = [
  command('add-screen', { name: screenName, shows: shows.default('follow') }),
  command('rename-screen', { screenId: id, name: screenName }),
  command('remove-screen', { screenId: id }),
  /** What it shows from now on; null: every screen. */
  command('direct-screen', { screenId: id.nullable(), shows }),
  /** All screens at once: nothing, or again what each showed before. */
  command('blackout-screens', { dark: z.boolean() }),
  /** Flashes the name; null: every screen its own. */
  command('identify-screen', { screenId: id.nullable() }),
] as const

const accessCommands = [
  command('set-door', { open: z.boolean() }),
  command('admit-people', { personIds: z.array(id).min(1).max(limits.peopleAdmitted) }),
  command('revoke-link', { linkId: id }),
  command('revoke-personal-links', { personId: id }),
] as const

const planningCommands = [
  command('rename-meeting', { title: line(limits.titleChars) }),
  command('schedule-meeting', { startsAt: instant, timeZone }),
  /** Only what changes. */
  command('change-settings', { settings: settings.partial() }),
  command('change-stakeholder-groups', { groups }),
  command('add-session', { title: line(limits.titleChars) }),
  command('rename-session', { sessionId: id, title: line(limits.titleChars) }),
  command('remove-session', { sessionId: id }),
  command('add-segment', { sessionId: id, segment: newSegment, after: id.nullable() }),
  /** Only what changes: what is left out stays as it is by then, whoever changed it. */
  command('edit-segment', { segmentId: id, segment: segmentPlan.partial() }),
  command('move-segment', { segmentId: id, after: id.nullable(), sessionId: id }),
  command('remove-segment', { segmentId: id }),
  command('set-panel', { segmentId: id, panel: z.array(seat).max(limits.panelSeatsPerSegment) }),
  command('add-person', { person: personDescription }),
  command('edit-person', { personId: id, person: editedPerson }),
  /** `keepOut`: not to be let in again by the same browser. */
  command('remove-person', { personId: id, keepOut: z.boolean().default(false) }),
  /** Removes the person if need be, and erases for good what names or describes them. */
  command('erase-person', { personId: id }),
  /** What only moderators say of a person: category, a limit of their own, the rank by protocol. */
  command('set-speaker-terms', {
    personId: id,
    category: category.nullable(),
    limitMs: speakingLimitMs.nullable(),
    protocolRank: z.int().min(1).max(limits.protocolRankMax).nullable(),
  }),
] as const

/**
 * Every command that may come in from outside, with its limits. A command names what its sender saw (a segment, an
 * intervention, a request), so that a decision made on an outdated picture is refused and never done twice.
 */
export const outsideCommand = z.discriminatedUnion('type', [
  ...participantCommands,
  ...floorCommands,
  ...listCommands,
  ...runningCommands,
  ...screenCommands,
  ...accessCommands,
  ...planningCommands,
])

export type OutsideCommand = z.infer<typeof outsideCommand>
/** A draft as it is written; what has a default may be left out until it is read. */
export type MeetingDraft = z.infer<typeof meetingDraft>
export type Command = OutsideCommand | InternalCommand
export type CommandType = Command['type']
type CommandByType = { readonly [Type in CommandType]: Extract<Command, { type: Type }> }
/** The command of one type. */
export type CommandOf<Type extends CommandType> = CommandByType[Type]

/** A command as it is written before it is read: what has a default may be left out. */
export type WrittenCommand = z.input<typeof outsideCommand>

/** A command as it is sent: with the id under which it is done once, however often it is sent. */
export type SentCommand = WrittenCommand & { readonly id: string }

const commandId = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/, 'a command id: 8 to 64 letters, digits, - and _'),
})

/** The outcome of `parseCommand`; `detail` says in English what is wrong and where. */
export type ParsedCommand =
  | { readonly status: 'ok'; readonly id: string; readonly command: OutsideCommand }
  | { readonly status: 'malformed'; readonly detail: string }

/** Reads a command from the outside world; nothing that it does not know gets through. */
export function parseCommand(input: unknown): ParsedCommand {
  if (typeof input !== 'object' || input === null)
    return { status: 'malformed', detail: 'a command is a JSON object' }
  const { id, ...rest } = input as Record<string, unknown>
  const named = commandId.safeParse({ id })
  if (!named.success) return { status: 'malformed', detail: explain(named.error) }
  const parsed = outsideCommand.safeParse(rest)
  if (!parsed.success) return { status: 'malformed', detail: explain(parsed.error) }
  return { status: 'ok', id: named.data.id, command: parsed.data }
}

/** The first problem of a schema error as one line: where, and what is expected. */
export function explain(error: z.ZodError): string {
  return explainIssue(error.issues[0]!)
}

/** As much of a problem as it takes to explain it; `errors` has, for each shape a value may have, why it has not. */
export interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly errors?: readonly (readonly Issue[])[]
}

/** One problem as one line. Of a value that may have several shapes, the one that it comes closest to is explained. */
export function explainIssue({ path, message, errors = [] }: Issue): string {
  const [problem] = closestShape(errors)
  if (problem) return explainIssue({ ...problem, path: [...path, ...problem.path] })
  const where = path.join('.')
  return where === '' ? message : `${where}: ${message}`
}

/** The shape that knows all the fields, or else the one with the fewest problems. */
function closestShape(shapes: readonly (readonly Issue[])[]): readonly Issue[] {
  const isStrange = ({ code, path }: Issue) => code === 'unrecognized_keys' && path.length === 0
  const distance = (issues: readonly Issue[]) => (issues.some(isStrange) ? 1_000 : 0) + issues.length
  return shapes.toSorted((a, b) => distance(a) - distance(b))[0] ?? []
}
