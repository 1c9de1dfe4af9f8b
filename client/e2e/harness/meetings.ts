import type { Api, Caller, NewMeeting } from './api.ts'

/** A meeting that is set up by HTTP, and a moderator of it there. */
export interface Stage extends NewMeeting {
  readonly moderator: Caller
}

/** People of several groups, as they would raise their hands one after another. */
export const speakers = [
  { name: 'Amina Diallo', organization: 'Migrants’ Voice', groupId: 'migrants', topic: 'Regular pathways' },
  {
    name: 'Jonas Weber',
    organization: 'Caritas Europa',
    groupId: 'faith-based',
    topic: 'Reception in winter',
  },
  {
    name: 'Sofia Petrova',
    organization: 'City of Plovdiv',
    groupId: 'local-authorities',
    topic: 'Cities and newcomers',
  },
  {
    name: 'Tomás Herrera',
    organization: 'European Trade Union Confederation',
    groupId: 'trade-unions',
    topic: 'Decent work',
  },
  { name: 'Leyla Yılmaz', organization: 'Diaspora Network', groupId: 'diaspora', topic: 'Remittances' },
  {
    name: 'Prof. Marta Kowalska',
    organization: 'University of Warsaw',
    groupId: 'academia',
    topic: 'Data for policy',
  },
  {
    name: 'Henrik Larsen',
    organization: 'Danish Red Cross',
    groupId: 'red-cross',
    topic: 'Missing migrants',
  },
  {
    name: 'Delegation of Portugal',
    organization: 'Portugal',
    groupId: 'member-states',
    topic: 'National implementation plan',
  },
  {
    name: 'Oksana Bondar',
    organization: 'Employers’ Federation',
    groupId: 'private-sector',
    topic: 'Skills recognition',
  },
] as const

/** A meeting from the template, not started. */
export async function plannedMeeting(api: Api): Promise<Stage> {
  const meeting = await api.create()
  return { ...meeting, moderator: await api.comeBy(meeting.links.moderator) }
}

/** A meeting in its first open floor, with an open list and nobody in it. */
export async function openFloor(api: Api): Promise<Stage> {
  const stage = await plannedMeeting(api)
  await stage.moderator.must({ type: 'start-meeting' })
  await goTo(stage, 'open-floor-1')
  return stage
}

/** From the current segment to another. */
export async function goTo({ moderator }: Stage, to: string): Promise<void> {
  const from = (await moderator.view()).view.public.programme.currentSegmentId
  if (from === null) throw new Error('the meeting does not run')
  await moderator.must({ type: 'advance-segment', from, to })
}

/** The first so many of `speakers` join and raise their hands, in that order. */
export async function raiseHands(api: Api, stage: Stage, count: number): Promise<readonly Caller[]> {
  const callers: Caller[] = []
  for (const { topic, ...person } of speakers.slice(0, count)) {
    const caller = await api.join(stage, person)
    await caller.must({ type: 'raise-hand', segmentId: 'open-floor-1', topic })
    callers.push(caller)
  }
  return callers
}

/** Gives the floor to the first in the list. */
export async function giveFloorToNext({ moderator }: Stage): Promise<void> {
  const { view } = await moderator.view()
  const segmentId = view.public.programme.currentSegmentId
  const next = view.public.list?.head[0]
  if (segmentId === null || !next) throw new Error('nobody is waiting')
  const after = view.moderators!.lastInterventionId
  await moderator.must({ type: 'give-floor', segmentId, to: { requestId: next.requestId }, after })
}
