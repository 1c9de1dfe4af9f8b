/** Where a store is damaged; null where the damage leaves no name to give. */
export interface Fault {
  readonly meetingId: string | null
  /** The first version that cannot be trusted. */
  readonly version: number | null
  /** What is wrong, such as "is missing". */
  readonly what: string
}

/** A store holds something else than what was appended (rule J9). It is never read past `version`. */
export class CorruptJournal extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(describe(fault))
    this.name = 'CorruptJournal'
    this.fault = fault
  }
}

/** The store cannot be opened as things are; the message says in one line what to do. Nothing was changed. */
export class JournalUnavailable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'JournalUnavailable'
  }
}

function describe({ meetingId, version, what }: Fault): string {
  const remedy = 'Nothing was read past it; restore the whole data folder from one backup.'
  if (meetingId === null) return `The journal is damaged: ${what}. ${remedy}`
  return `The journal is damaged: meeting ${meetingId}, version ${version}: the commit ${what}. ${remedy}`
}
