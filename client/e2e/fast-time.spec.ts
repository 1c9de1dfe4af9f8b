import { expect } from '@playwright/test'
import { Api } from './harness/api.ts'
import { giveFloorToNext, openFloor, raiseHands, speakers } from './harness/meetings.ts'
import { ownSteeredServer } from './harness/steered-server.ts'
import { test } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'
import { Screen } from './people/screen.ts'

const server = ownSteeredServer()

/** Longer than two heartbeats: whoever heard nothing by then would say so. */
const FOLLOW_MS = 9_000

test('pages follow the server through time, and a speech set to end by itself does so', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const { moderator: secretariat, links } = stage
  const segment = { atZero: { then: 'end', graceMs: 30_000 }, speakingLimitMs: 180_000 } as const
  const coordinator = await api.comeBy(links.coordinator)
  await coordinator.must({ type: 'edit-segment', segmentId: 'open-floor-1', segment })
  await raiseHands(api, stage, 2)
  const moderator = new Moderator(await devices.bring('laptop'))
  const screen = new Screen(await devices.bring('wall'))
  await moderator.comeBy(links.moderator)
  await screen.comeBy(links.screen)
  await giveFloorToNext(stage)
  await moderator.seesFloor(speakers[0].name)
  await screen.seesTitle(speakers[0].name)

  await server().pass(60_000, moderator.page, screen.page)
  await expect(screen.speakerTime).toContainText(/1:5\d/)
  await expect(moderator.page.getByText(/1:5\d/).first()).toBeVisible()

  await server().pass(60_000)
  await expect(screen.speakerTime).toContainText(/0:[45]\d/, { timeout: FOLLOW_MS })

  await server().pass(3_600_000)
  const { recent } = (await secretariat.view()).view.moderators!
  expect(recent[0]).toMatchObject({ name: speakers[0].name, outcome: 'delivered' })
  await expect(screen.speakerTime).toHaveCount(0)
  expect(server().aheadMs).toBeGreaterThanOrEqual(3_720_000 - 1_000)
  expect(devices.complaints).toEqual([])
  expect(server().log).not.toMatch(/"level":[56]0/)
})
