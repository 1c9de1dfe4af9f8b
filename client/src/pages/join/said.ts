/** What people say of themselves if they want to. */
export interface Said {
  readonly regionId: string | null
  readonly gender: string | null
  readonly mode: string | null
}

export const unsaid: Said = { regionId: null, gender: null, mode: null }
