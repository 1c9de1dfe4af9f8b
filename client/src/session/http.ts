import type { RefusalCode } from '@openfloor/shared/meeting/refusals.ts'
import type { ErrorCode } from '@openfloor/shared/protocol.ts'

/** All that can be in the way of what somebody wants: a rule, a fault, or no connection at all. */
export type Problem = RefusalCode | ErrorCode | 'offline'

/** What the server answered; `detail` is in English, for whoever looks for the cause. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem; readonly detail: string }

interface Failure {
  readonly error?: ErrorCode
  readonly refusal?: RefusalCode
  readonly detail?: string
}

/** Asks the server's HTTP interface; never rejects. The shape of the answer is the server's word. */
export async function ask<Value>(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    return response.ok ? { ok: true, value: answer as Value } : failed(answer as Failure)
  } catch (error) {
    return { ok: false, problem: 'offline', detail: String(error) }
  }
}

function failed({ error, refusal, detail = '' }: Failure): Answer<never> {
  return { ok: false, problem: refusal ?? error ?? 'unavailable', detail }
}
