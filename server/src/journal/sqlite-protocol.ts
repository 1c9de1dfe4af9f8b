import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { CorruptJournal, JournalUnavailable, type Fault } from './errors.ts'
import type { Appended, Forgotten } from './journal.ts'
import { textOf } from './sqlite-errors.ts'

/** What the worker is asked; it answers in the order of asking. */
export type Request =
  | { readonly ask: 'append'; readonly drafts: readonly CommitDraft[] }
  | { readonly ask: 'read'; readonly meetingId: string; readonly afterVersion: number }
  | { readonly ask: 'meetings' }
  | { readonly ask: 'forget'; readonly meetingId: string }
  | { readonly ask: 'close' }

/** What each question is answered with. */
export interface Answers {
  append: readonly Appended[]
  /** Bodies, at most `rowsPerRead`. */
  read: readonly string[]
  meetings: readonly string[]
  forget: Forgotten
  close: null
}

/** What the worker says: once that it has opened the store, then one reply to each question. */
export type Reply =
  | { readonly status: 'done'; readonly answer: unknown }
  | { readonly status: 'failed'; readonly failure: Failure }

/** An error on its way between threads, which would keep only its text. */
export type Failure =
  | { readonly kind: 'corrupt'; readonly fault: Fault }
  | { readonly kind: 'unavailable'; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string }

export function failureOf(error: unknown): Failure {
  if (error instanceof CorruptJournal) return { kind: 'corrupt', fault: error.fault }
  if (error instanceof JournalUnavailable) return { kind: 'unavailable', message: error.message }
  return { kind: 'broken', message: textOf(error) }
}

export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'corrupt':
      return new CorruptJournal(failure.fault)
    case 'unavailable':
      return new JournalUnavailable(failure.message)
    case 'broken':
      return new Error(`The journal can no longer be trusted (${failure.message}): restart the server.`)
  }
}
