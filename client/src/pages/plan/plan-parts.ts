/** The parts of the coordinator's page. */
export const planParts = ['programme', 'people', 'links', 'settings'] as const

export type PlanPart = (typeof planParts)[number]

/** The part that an address names by `?part=`; else the programme. */
export function partOf(search: string): PlanPart {
  const named = new URLSearchParams(search).get('part')
  return planParts.find((part) => part === named) ?? 'programme'
}
