import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Commit } from '@openfloor/shared/commit.ts'
import type { MeetingEvent } from '@openfloor/shared/meeting/events.ts'
import { join, part } from './personal-fields.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A person's key, with which all words about them in one meeting are sealed. */
export type PersonKey = Buffer

/** The keys of the people of all meetings, as a store keeps them beside its commits. */
export interface KeyRing {
  /** The key of a person; null: there never was one, or it was destroyed. */
  keyOf(meetingId: string, personId: string): PersonKey | null
}

/** A key that has to be stored together with the commit that needs it. */
export interface NewKey {
  readonly meetingId: string
  readonly personId: string
  readonly key: PersonKey
}

/** The names of people whose keys are to be destroyed together with the commit that erases them. */
export type Erased = Pick<NewKey, 'meetingId' | 'personId'>

/** An event whose personal words are in a box. */
type SealedEvent = MeetingEvent & { readonly sealed: string; readonly sealedFor: string }

/**
 * Keys during one batch: those of the store, and those that the batch itself makes or destroys. What is stored of a batch
 * are its `made` and `erased`, in the same transaction as its commits.
 */
export class BatchKeys {
  readonly #ring: KeyRing
  readonly #changes = new Map<string, { readonly of: Erased; readonly key: PersonKey | null }>()

  constructor(ring: KeyRing) {
    this.#ring = ring
  }

  get made(): readonly NewKey[] {
    return [...this.#changes.values()].flatMap(({ of, key }) => (key === null ? [] : [{ ...of, key }]))
  }

  get erased(): readonly Erased[] {
    return [...this.#changes.values()].flatMap(({ of, key }) => (key === null ? [of] : []))
  }

  /** The commit as it is stored: what names or describes a person is sealed with that person's key. */
  seal(commit: Commit): Commit {
    const { meetingId } = commit
    const events = commit.events.map((event) => {
      if (event.type === 'person-erased') this.#change({ meetingId, personId: event.personId }, null)
      return this.#sealed(commit, event)
    })
    return { ...commit, events }
  }

  #sealed(commit: Commit, event: MeetingEvent): MeetingEvent {
    const parts = part(event)
    if (!parts) return event
    const { personId, words, rest } = parts
    const key = this.#keyFor(commit.meetingId, personId)
    const sealed: SealedEvent = {
      ...rest,
      ...{ sealed: sealText(JSON.stringify(words), key, boundTo(commit)), sealedFor: personId },
    }
    return sealed
  }

  #keyFor(meetingId: string, personId: string): PersonKey {
    const change = this.#changes.get(nameOf(meetingId, personId))
    const known = change ? change.key : this.#ring.keyOf(meetingId, personId)
    return known ?? this.#change({ meetingId, personId }, randomBytes(KEY_BYTES))
  }

  #change<Key extends PersonKey | null>(of: Erased, key: Key): Key {
    this.#changes.set(nameOf(of.meetingId, of.personId), { of, key })
    return key
  }
}

/** The commit with the words that were sealed in it; those of people whose key is gone are blank. */
export function unseal(commit: Commit, ring: KeyRing): Commit {
  if (!commit.events.some(isSealed)) return commit
  const events = commit.events.map((event) => (isSealed(event) ? opened(commit, event, ring) : event))
  return { ...commit, events }
}

function opened(commit: Commit, event: SealedEvent, ring: KeyRing): MeetingEvent {
  const { sealed, sealedFor, ...rest } = event
  const key = ring.keyOf(commit.meetingId, sealedFor)
  const text = key && openText(sealed, key, boundTo(commit))
  return join(rest as MeetingEvent, text === null ? null : (JSON.parse(text) as unknown[]))
}

function isSealed(event: MeetingEvent): event is SealedEvent {
  return 'sealed' in event
}

/** A box opens only in the commit that it was made for. */
function boundTo({ meetingId, version }: Commit): Buffer {
  return Buffer.from(JSON.stringify([meetingId, version]))
}

function nameOf(meetingId: string, personId: string): string {
  return JSON.stringify([meetingId, personId])
}

/** Nonce, tag and text, base64url. */
function sealText(text: string, key: PersonKey, bound: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null when it was sealed with another key: the hash of the commit has shown already that nothing was altered. */
function openText(box: string, key: PersonKey, bound: Buffer): string | null {
  const bytes = Buffer.from(box, 'base64url')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(bound)
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch (error) {
    if (error instanceof Error && /authenticate/.test(error.message)) return null
    throw error
  }
}
