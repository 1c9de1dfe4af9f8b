import { expect } from '@playwright/test'
import { Api } from './harness/api.ts'
import { Cable } from './harness/cable.ts'
import { goTo, openFloor, raiseHands, speakers, type Stage } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test, type Devices } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'

const server = ownServer()
const outdated = 'The meeting has moved on since you looked. Look again before you decide.'

/** Two moderators, each at the end of a cable: what they send while it is frozen arrives together. */
interface Two {
  readonly moderators: readonly [Moderator, Moderator]
  /** Both do it, neither has seen the other do it. */
  together(act: (moderator: Moderator) => Promise<void>): Promise<void>
  end(): Promise<void>
}

async function twoModerators(devices: Devices, { links }: Stage): Promise<Two> {
  const seat = async () => {
    const cable = await Cable.to(server().port)
    const moderator = new Moderator(await devices.bring('laptop'))
    await moderator.comeBy(cable.through(links.moderator))
    return { cable, moderator }
  }
  const [one, two] = [await seat(), await seat()]
  return {
    moderators: [one.moderator, two.moderator],
    together: async (act) => {
      for (const { cable } of [one, two]) cable.freeze()
      for (const { moderator } of [one, two]) await act(moderator)
      for (const { cable } of [one, two]) cable.mend()
    },
    end: async () => {
      for (const { cable } of [one, two]) await cable.end()
    },
  }
}

/** One of them reads why it was not done; the other reads nothing. */
async function expectOneTold({ moderators }: Two, why: string): Promise<void> {
  await expect
    .poll(async () => (await Promise.all(moderators.map(({ said }) => said.innerText()))).sort())
    .toEqual(['', why])
}

test('both press "next": one advance each time, and the other is told why', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 5)
  const two = await twoModerators(devices, stage)
  const byButton = (name: string) => (moderator: Moderator) => moderator.pressGiveFloorToNext(name)
  const byKey = (moderator: Moderator) => moderator.page.keyboard.press('n')
  for (const [round, { name }] of speakers.slice(0, 5).entries()) {
    await two.together(round % 2 === 0 ? byButton(name) : byKey)
    for (const moderator of two.moderators) await moderator.seesFloor(name)
    await expectOneTold(two, outdated)
    const { view } = await stage.moderator.view()
    expect(view.moderators!.recent).toHaveLength(round + 1)
    expect(view.public.list!.waiting).toBe(4 - round)
  }
  await two.end()
})

test('both go on to the next segment, end an intervention, close the list: once', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 1)
  const two = await twoModerators(devices, stage)
  const [{ name }] = speakers
  await two.moderators[0].giveFloorToNext(name)
  await two.moderators[1].seesFloor(name)

  await two.together((moderator) => moderator.endIntervention())
  await expectOneTold(two, 'This intervention is over already.')
  await two.together((moderator) => moderator.closeList())
  await expectOneTold(two, 'The list of speakers is closed. A moderator can open it again.')
  await two.together((moderator) => moderator.page.keyboard.press('Shift+N'))
  for (const moderator of two.moderators) await moderator.seesSegment('Lunch')
  await expectOneTold(two, outdated)
  await two.together((moderator) => moderator.page.keyboard.press('Control+z'))
  for (const moderator of two.moderators) await moderator.seesSegment('Open floor for discussion')
  const { view } = await stage.moderator.view()
  expect(view.public.programme.currentSegmentId).toBe('open-floor-1')
  expect(view.moderators!.recent).toHaveLength(1)
  await goTo(stage, 'lunch-break')
  await two.end()
})
