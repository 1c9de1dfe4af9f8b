import { limits } from '@openfloor/shared/limits.ts'
import type { ModeratorsView } from '@openfloor/shared/views/moderators.ts'

/** A line that was understood, and whether the person is in the meeting already. */
interface PastedName {
  readonly line: number
  readonly name: string
  readonly organization: string
  readonly isKnown: boolean
}

/** Why a line is left out. `line` and `first` are counted from 1. */
export type PasteProblem = { readonly line: number } & (
  | { readonly code: 'no-name' | 'long-name' | 'long-organization' | 'unreadable' | 'too-many' | 'too-much' }
  | { readonly code: 'twice'; readonly first: number }
  | { readonly code: 'waiting' | 'speaking'; readonly name: string }
)

export interface PastedNames {
  readonly people: readonly PastedName[]
  readonly problems: readonly PasteProblem[]
}

/** Who is there, as far as it matters for names that are entered. */
export interface NamesThere {
  readonly people: ModeratorsView['people']
  /** Persons who wait in a list, and who has the floor. */
  readonly waiting: ReadonlySet<string>
  readonly speaking: ReadonlySet<string>
}

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const VISIBLE_CHARACTER = /[^\p{Z}\p{Cf}]/u

/** Reads "Name, Organization" or cells of a spreadsheet, one person a line; empty lines are passed over. */
export function pastedNames(text: string, there: NamesThere): PastedNames {
  const known = new Map(Object.values(there.people).map((person) => [keyOf(person), person.id]))
  const firstLines = new Map<string, number>()
  const people: PastedName[] = []
  const problems: PasteProblem[] = []
  let bytes = 0
  for (const [at, written] of text.split(/\r\n|\r|\n/).entries()) {
    if (written.trim() === '') continue
    const line = at + 1
    const person = personOf(written)
    const personId = known.get(keyOf(person))
    const problem =
      problemOf(line, person, personId, there, firstLines) ??
      roomProblem(line, people.length, (bytes += bytesOf(person)))
    firstLines.set(keyOf(person), firstLines.get(keyOf(person)) ?? line)
    if (problem) problems.push(problem)
    else people.push({ line, ...person, isKnown: personId !== undefined })
    if (problem?.code === 'too-many' || problem?.code === 'too-much') break
  }
  return { people, problems }
}

type Named = Pick<PastedName, 'name' | 'organization'>

/** A tab parts a line before a comma does: organizations have commas in their names. */
function personOf(written: string): Named {
  const line = written.normalize('NFC')
  const at = line.trim().includes('\t') ? line.trim().indexOf('\t') : line.trim().indexOf(',')
  const [name, organization] = at < 0 ? [line, ''] : [line.trim().slice(0, at), line.trim().slice(at + 1)]
  return { name: name.trim(), organization: organization.split('\t').join(' ').trim() }
}

function problemOf(
  line: number,
  { name, organization }: Named,
  personId: string | undefined,
  { waiting, speaking }: NamesThere,
  firstLines: ReadonlyMap<string, number>,
): PasteProblem | null {
  if (!VISIBLE_CHARACTER.test(name)) return { line, code: 'no-name' }
  if (CONTROL_CHARACTERS.test(name + organization)) return { line, code: 'unreadable' }
  if (name.length > limits.nameChars) return { line, code: 'long-name' }
  if (organization.length > limits.organizationChars) return { line, code: 'long-organization' }
  const first = firstLines.get(keyOf({ name, organization }))
  if (first !== undefined) return { line, code: 'twice', first }
  if (personId !== undefined && speaking.has(personId)) return { line, code: 'speaking', name }
  return personId !== undefined && waiting.has(personId) ? { line, code: 'waiting', name } : null
}

/** Names go in one message, which has an end. */
function roomProblem(line: number, before: number, bytes: number): PasteProblem | null {
  if (before >= limits.requestsPasted) return { line, code: 'too-many' }
  return bytes > limits.messageBytes - ENVELOPE_BYTES ? { line, code: 'too-much' } : null
}

/** What is in the message beside the names. */
const ENVELOPE_BYTES = 512

function bytesOf({ name, organization }: Named): number {
  return new TextEncoder().encode(JSON.stringify({ name, organization })).length + 1
}

/** As the server tells people apart. */
function keyOf({ name, organization }: Named): string {
  return `${name}\n${organization}`.toLowerCase()
}
