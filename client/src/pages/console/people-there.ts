import type { NamesThere } from './pasted-names.ts'
import type { Picture } from './picture.ts'

/** Who is in the meeting, who of them waits in any list, and who has the floor or has it again after a point of order. */
export function peopleThere({ moderators: { people, lists }, floor }: Picture): NamesThere {
  const waiting = new Set(
    Object.values(lists).flatMap((rows) =>
      rows.filter(({ kind }) => kind !== 'point-of-order').map(({ personId }) => personId),
    ),
  )
  const speaking = new Set(
    floor ? [floor.personId, ...(floor.interrupted ? [floor.interrupted.personId] : [])] : [],
  )
  return { people, waiting, speaking }
}
