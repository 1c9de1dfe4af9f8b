import { expect } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api, type Caller } from './harness/api.ts'
import { openFloor, raiseHands, speakers } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test, type Devices } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'

const server = ownServer()
const en = { locale: 'en' } as const
const names = speakers.slice(0, 4).map(({ name }) => name)
const [first, second, third, fourth] = names as [string, string, string, string]

interface Room {
  readonly api: Api
  readonly moderator: Moderator
  readonly participants: readonly Caller[]
}

/** A moderator before an open floor on which four wait. */
async function fourWaiting(devices: Devices): Promise<Room> {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const participants = await raiseHands(api, stage, 4)
  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(stage.links.moderator)
  await moderator.seesList(names)
  return { api, moderator, participants }
}

test('[F12] a point of order interrupts the speaker, who has the floor again after it', async ({
  devices,
}) => {
  const { moderator, participants } = await fourWaiting(devices)
  await moderator.giveFloorToNext(first)
  await moderator.pauseSpeaker()
  const segmentId = (await participants[2]!.view()).view.public.programme.currentSegmentId!
  await participants[2]!.must({ type: 'raise-hand', segmentId, kind: 'point-of-order' })
  await moderator.seesInRow(third, m.console_kind_point_of_order({}, en))
  await moderator.takePointOfOrder(third)
  await expect(moderator.floor).toContainText(`${first} was interrupted`)
  await moderator.giveFloorBackTo(first)
})

test('[L15] who is on hold is passed over; a row is dragged to its place and pinned there', async ({
  devices,
}) => {
  const { moderator } = await fourWaiting(devices)
  await moderator.hold(first)
  await moderator.seesInRow(first, m.console_state_held({}, en))
  await moderator.giveFloorToNext(second)
  await moderator.release(first)
  await moderator.dragBefore(fourth, third)
  await moderator.seesList([first, fourth, third])
  await moderator.seesInRow(fourth, m.console_state_pinned({}, en))
  await moderator.undo(m.console_undo_move_request({}, en))
  await moderator.seesList([first, third, fourth])
})

test('[O1] an order is chosen with its preview, and newcomers are put in their places', async ({
  devices,
}) => {
  const { moderator, participants } = await fourWaiting(devices)
  await moderator.giveFloorToNext(first)
  await moderator.endIntervention()
  await moderator.orderBy(m.console_band_fewest({}, en))
  await moderator.seesOrder(/fewest interventions first/)
  const segmentId = (await participants[0]!.view()).view.public.programme.currentSegmentId!
  await participants[0]!.must({ type: 'raise-hand', segmentId })
  await moderator.enterNames(['Ada Lovelace, Analytical Society', ', Nobody', 'Grace Hopper'])
  await moderator.seesList([second, third, fourth, 'Ada Lovelace', 'Grace Hopper', first])
})
