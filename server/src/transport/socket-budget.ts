import { limits } from '@openfloor/shared/limits.ts'
import type { ServerClock } from '../server-clock.ts'
import { TokenBucket } from './token-bucket.ts'

/** What one connection may ask for. */
export interface SocketBudget {
  readonly commands: TokenBucket
  /** Clock probes, pings and wishes for the whole view. */
  readonly pings: TokenBucket
  /** Mistakes and excesses; when they are used up the connection is closed. */
  readonly strikes: TokenBucket
}

export function socketBudget(clock: ServerClock): SocketBudget {
  const bucket = (burst: number, perSecond: number) => new TokenBucket({ burst, perSecond }, clock)
  return {
    commands: bucket(limits.commandsPerSocketBurst, limits.commandsPerSocketPerSecond),
    pings: bucket(limits.pingsPerSocketBurst, limits.pingsPerSocketPerSecond),
    strikes: bucket(limits.strikesPerSocket, 1),
  }
}
