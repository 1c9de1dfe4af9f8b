import type { TheirDescription } from '../person-form.ts'
import type { PlanDesk } from '../plan-desk.svelte.ts'
import type { Submission } from '../submission.svelte.ts'
import { until } from '../until.svelte.ts'

/**
 * Adds somebody to the roster; their id, or undefined when it was refused. The acknowledgement does not tell the id, so
 * it is the newcomer of that description in the view that follows.
 */
export async function addPerson(
  desk: PlanDesk,
  submission: Submission,
  person: TheirDescription,
): Promise<string | undefined> {
  const before = desk.moderators.people
  const isDone = await submission.run(() => desk.send({ type: 'add-person', person: { ...person } }))
  if (!isDone) return undefined
  return until(
    () =>
      Object.values(desk.moderators.people).find(
        ({ id, name, organization, origin }) =>
          before[id] === undefined &&
          origin === 'roster' &&
          name === person.name &&
          organization === person.organization,
      )?.id,
  )
}
