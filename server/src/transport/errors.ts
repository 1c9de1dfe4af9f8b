import type { ErrorCode } from '@openfloor/shared/protocol.ts'
import type { Outcome, UnavailableReason } from '../meetings/outcome.ts'

/** The one table of errors: what HTTP calls each, and what it says in English unless something more exact is known. */
export const errors: Readonly<Record<ErrorCode, { readonly status: number; readonly detail: string }>> = {
  'bad-request': { status: 400, detail: 'the request is not what is expected here' },
  'too-large': { status: 413, detail: 'the message is too large' },
  'too-many-requests': { status: 429, detail: 'too many at once: wait a little and send it again' },
  'signed-out': { status: 401, detail: 'sign in by your link first' },
  'not-admitted': { status: 403, detail: 'wait in the lobby: a moderator has yet to let you in' },
  forbidden: { status: 403, detail: 'only pages of this server may ask for this' },
  'not-found': { status: 404, detail: 'there is nothing at this address' },
  'wrong-code': { status: 404, detail: 'no meeting opens to this code' },
  'storage-full': { status: 503, detail: 'the disk is full: nothing was changed; reading goes on' },
  unavailable: { status: 503, detail: 'not possible right now: nothing was changed; send it again' },
  'reload-page': { status: 426, detail: 'this page is of another version than the server: reload it' },
}

/** The body of an error. */
export interface ErrorBody {
  readonly error: ErrorCode
  readonly detail: string
}

export function errorBody(error: ErrorCode, detail: string = errors[error].detail): ErrorBody {
  return { error, detail }
}

const unavailableDetails: Readonly<Record<UnavailableReason, string>> = {
  'storage-full': errors['storage-full'].detail,
  'store-failed':
    'the store failed: the command may or may not have been done; send it again with the same id',
  busy: 'too many commands are waiting in this meeting: send it again',
  'too-contended': 'others were faster too many times: send it again',
  'meetings-full': 'this server holds as many meetings as it may',
}

/** What a sender is told of an outcome that is neither done nor refused. */
export function unavailableBody({ reason }: Extract<Outcome, { status: 'unavailable' }>): ErrorBody {
  return errorBody(reason === 'storage-full' ? 'storage-full' : 'unavailable', unavailableDetails[reason])
}
