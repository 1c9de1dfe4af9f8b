import { expect } from '@playwright/test'
import { Api } from './harness/api.ts'
import { Cable } from './harness/cable.ts'
import { openFloor, raiseHands, type Stage } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test } from './people/devices.ts'
import { Participant } from './people/participant.ts'

const server = ownServer()
const myself = {
  name: 'Bruno Costa',
  organization: 'City of Porto',
  group: 'Local authorities and communities',
}

/** An open floor with two in the list already. */
async function withTwoWaiting(): Promise<Stage> {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 2)
  return stage
}

/** How many of the people are me. */
async function timesThere({ moderator }: Stage): Promise<number> {
  const people = Object.values((await moderator.view()).view.moderators!.people)
  return people.filter(({ name }) => name === myself.name).length
}

test('a reload keeps identity and place', async ({ devices }) => {
  const stage = await withTwoWaiting()
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.joinBy(stage.links.participant)
  await bruno.raiseHand()
  await bruno.seesPlace(3)
  await bruno.page.reload()
  await bruno.seesPlace(3)
  expect(await timesThere(stage)).toBe(1)
})

test('a second tab is the same person, and what one does the other shows', async ({ devices }) => {
  const stage = await withTwoWaiting()
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.joinBy(stage.links.participant)
  const tab = new Participant(await bruno.page.context().newPage(), myself)
  await tab.page.goto(stage.links.participant)
  await expect(tab.now).toBeVisible()
  await tab.raiseHand()
  await bruno.seesPlace(3)
  await bruno.lowerHand()
  await tab.seesHand('Raise your hand')
  expect(await timesThere(stage)).toBe(1)
})

test('a second hand, raised in a tab that has not heard of the first, is refused in words', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const cable = await Cable.to(server().port)
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.joinBy(stage.links.participant)
  const deaf = new Participant(await bruno.page.context().newPage(), myself)
  await deaf.page.goto(cable.through(stage.links.participant))
  await deaf.seesHand('Raise your hand')
  cable.freeze()
  await bruno.raiseHand()
  await deaf.pressHand()
  await deaf.seesHand('Raising your hand')
  cable.mend()
  await expect(deaf.page.getByText('There is a request for the floor already; one at a time.')).toBeVisible()
  await deaf.seesPlace(3)
  expect((await stage.moderator.view()).view.public.list!.waiting).toBe(3)
  await cable.end()
})

test('a cut connection: the page says so, comes back by itself, with identity and place', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const cable = await Cable.to(server().port)
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.joinBy(cable.through(stage.links.participant))
  await bruno.raiseHand()
  await bruno.seesPlace(3)

  const sign = bruno.page.getByText(/^Reconnecting\. The clocks go on/)
  for (const interrupt of [() => cable.pull(), () => cable.freeze()]) {
    interrupt()
    await expect(sign).toBeVisible({ timeout: 10_000 })
    await stage.moderator.must({ type: 'send-notice', to: 'everyone', text: 'Still here?', durationMs: null })
    cable.mend()
    await expect(sign).toBeHidden({ timeout: 15_000 })
    await bruno.seesPlace(3)
    await bruno.seesNotice('Still here?')
    const [notice] = (await stage.moderator.view()).view.public.notices
    await stage.moderator.must({ type: 'withdraw-notice', noticeId: notice!.id })
    await bruno.seesNoNotice('Still here?')
  }
  expect(await timesThere(stage)).toBe(1)
  await cable.end()
})

test('a browser that is closed and opened again is the same person, in the same place', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.joinBy(stage.links.participant)
  await bruno.raiseHand()
  await bruno.seesPlace(3)
  const storageState = await bruno.page.context().storageState()
  await bruno.page.context().close()

  const again = new Participant(await devices.bring('phone', { storageState }), myself)
  await again.page.goto(stage.links.participant)
  await again.seesPlace(3)
  expect(await timesThere(stage)).toBe(1)
})

test('a browser that is not in the meeting learns how to get in, and remembers the name', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const bruno = new Participant(await devices.bring('phone'), myself)
  await bruno.page.goto(`${server().address}/m/${stage.meetingId}`)
  await expect(bruno.page.getByText('You are not in this meeting')).toBeVisible()
  await bruno.page.getByRole('link', { name: 'Join with the code' }).click()
  await bruno.typeCode(stage.joinCode)

  const another = await openFloor(new Api(server().address))
  await bruno.page.goto(another.links.participant)
  await expect(bruno.page.getByLabel('Your name')).toHaveValue(myself.name)
})

test('a personal link lets a panelist in as the person on the panel', async ({ devices }) => {
  const stage = await withTwoWaiting()
  const link = await stage.moderator.personalLink('panelist-2-1')
  const panelist = new Participant(await devices.bring('phone'), { ...myself, name: 'Panelist 6' })
  await panelist.page.goto(link)
  await panelist.seesTurn('You are on the panel of Moderated panel')
  expect(panelist.page.url()).not.toContain('#')
})
