import { expect } from '@playwright/test'
import { Api } from './harness/api.ts'
import { giveFloorToNext, openFloor, raiseHands } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test } from './people/devices.ts'
import { expectClock, expectCounting } from './people/digits.ts'
import { Moderator } from './people/moderator.ts'
import { Participant } from './people/participant.ts'
import { Screen } from './people/screen.ts'

const server = ownServer()
/** Eight seconds of silence, and one to paint it. */
const SIGN_MS = 9_000

test('kill -9 in the middle of an intervention: everything is there, and everybody comes back', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const [speaker] = await raiseHands(api, stage, 4)
  await giveFloorToNext(stage)
  await stage.moderator.must({
    type: 'send-notice',
    to: 'everyone',
    text: 'Lunch is late.',
    durationMs: null,
  })
  await stage.moderator.must({
    type: 'send-notice',
    to: 'speaker',
    text: 'Please conclude.',
    durationMs: null,
  })

  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(stage.links.moderator)
  const screen = new Screen(await devices.bring('wall'))
  await screen.comeBy(stage.links.screen)
  const bruno = new Participant(await devices.bring('phone'), {
    name: 'Bruno Costa',
    organization: 'City of Porto',
    group: 'Local authorities and communities',
  })
  await bruno.joinBy(stage.links.participant)
  const pages = [moderator, screen, bruno]
  await bruno.raiseHand('Cities')
  await bruno.seesPlace(4)

  const before = { room: await stage.moderator.view(), speaker: await speaker!.view() }
  const { floor, programme } = before.room.view.public
  const clock = floor!.clock
  await server().kill()
  const killedAt = Date.now()
  await Promise.all(pages.map(({ speakerTime }) => expectCounting(clock, speakerTime)))
  const signs = [
    screen.page.getByText('Reconnecting', { exact: true }),
    ...[moderator, bruno].map(({ page }) => page.getByText(/^Reconnecting\. The clocks go on/)),
  ]
  await Promise.all(signs.map((sign) => expect(sign).toBeVisible({ timeout: SIGN_MS })))
  expect(Date.now() - killedAt).toBeLessThan(SIGN_MS)
  await Promise.all(pages.map(({ speakerTime }) => expectCounting(clock, speakerTime)))

  await server().restart()
  const after = { room: await stage.moderator.view(), speaker: await speaker!.view() }
  expect(after.room.version).toBe(before.room.version)
  expect(after.room.view).toEqual(before.room.view)
  expect(after.speaker.view).toEqual(before.speaker.view)
  expect(after.speaker.view.personal!.notices.map(({ text }) => text)).toEqual(['Please conclude.'])

  await Promise.all(signs.map((sign) => expect(sign).toBeHidden({ timeout: 15_000 })))
  await bruno.seesPlace(4)
  await bruno.seesNotice('Lunch is late.')
  await moderator.seesFloor('Amina Diallo')
  await moderator.seesList(['Jonas Weber', 'Sofia Petrova', 'Tomás Herrera', 'Bruno Costa'])
  await expectClock(
    clock,
    pages.map(({ speakerTime }) => speakerTime),
  )
  const segment = programme.segments.find(({ id }) => id === 'open-floor-1')!
  await expectClock(segment.clock, [moderator.segmentTime, bruno.segmentTime])

  await moderator.giveFloorToNext('Jonas Weber')
  await bruno.seesPlace(3)
  await screen.seesTitle('Jonas Weber')
})

test('a hand that is raised while the server is dead counts once it is back, and once', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const bruno = new Participant(await devices.bring('phone'), {
    name: 'Bruno Costa',
    organization: 'City of Porto',
    group: 'Local authorities and communities',
  })
  await bruno.joinBy(stage.links.participant)
  await server().kill()
  await bruno.pressHand()
  await bruno.seesHand('Raising your hand Sent; waiting for the server')
  await server().restart()
  await bruno.seesIAmNext({ withinMs: 20_000 })
  const { view } = await stage.moderator.view()
  expect(view.public.list?.head.map(({ name }) => name)).toEqual(['Bruno Costa'])
})
