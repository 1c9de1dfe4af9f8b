import { limits } from '@openfloor/shared/limits.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'
import { newCommandId } from './command-id.ts'
import type { Problem } from './http.ts'

/** What is handed in: a text, or a file. */
export type Handed = { readonly text: string } | { readonly file: File }

/** What came of it; `detail` is the server's sentence about a file that it does not take. */
export type HandedIn =
  { readonly ok: true } | { readonly ok: false; readonly problem: Problem; readonly detail: string }

/** For which request of which meeting, and in which of the roles that this browser has there. */
export interface Filing {
  readonly meetingId: string
  readonly requestId: string
  readonly role: Role
}

/** Sends a statement in writing. The same `id` again is the same statement: a lost answer does no harm. */
export async function handIn(
  { meetingId, requestId, role }: Filing,
  handed: Handed,
  id = newCommandId(),
): Promise<HandedIn> {
  const query = new URLSearchParams({ id, role, ...('file' in handed && { name: handed.file.name }) })
  const path = `/api/meetings/${meetingId}/requests/${requestId}/statement?${query}`
  const type = 'file' in handed ? 'application/octet-stream' : 'text/plain; charset=utf-8'
  try {
    const body = 'file' in handed ? handed.file : handed.text
    const response = await fetch(path, { method: 'PUT', headers: { 'content-type': type }, body })
    if (response.ok) return { ok: true }
    const {
      refusal,
      error,
      detail = '',
    } = (await response.json()) as {
      refusal?: Problem
      error?: Problem
      detail?: string
    }
    return { ok: false, problem: refusal ?? error ?? 'unavailable', detail }
  } catch (error) {
    return { ok: false, problem: 'offline', detail: String(error) }
  }
}

/** Whether a file is too large to be worth sending. */
export function isTooLarge({ size }: File): boolean {
  return size > limits.statementFileBytes
}
