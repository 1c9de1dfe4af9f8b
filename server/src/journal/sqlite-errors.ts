/** Primary result codes: sqlite.org/rescode.html. */
const busy = 5
const corrupt = 11
const full = 13
const notADatabase = 26

/** SQLITE_FULL: no room, and SQLite has taken the statement back. */
export function isFull(error: unknown): boolean {
  return primaryCode(error) === full
}

/** SQLITE_BUSY: somebody else holds the database. */
export function isLocked(error: unknown): boolean {
  return primaryCode(error) === busy
}

/** The file is not, or no longer, what SQLite wrote. */
export function isDamaged(error: unknown): boolean {
  const code = primaryCode(error)
  return code === corrupt || code === notADatabase
}

/** The message of whatever was thrown. */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return Number(error.errcode) & 0xff
}
