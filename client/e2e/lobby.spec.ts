import { expect } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api } from './harness/api.ts'
import { openFloor } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { expectAccessible } from './people/accessible.ts'
import { test } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'

const server = ownServer()
const en = { locale: 'en' } as const

test('[D3] who waits in the lobby is told so, and comes in by themselves once they are let in', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const coordinator = await api.comeBy(stage.links.coordinator)
  await coordinator.must({ type: 'change-settings', settings: { admission: 'lobby' } })
  const phone = await devices.bring('phone')
  await phone.goto(stage.links.participant)
  await phone.getByRole('textbox', { name: m.join_name({}, en) }).fill('Emeka Obi')
  await phone.getByLabel(m.join_group({}, en)).selectOption({ label: 'Civil society' })
  await phone.getByRole('button', { name: m.join_enter({}, en) }).click()
  await expect(phone.getByRole('heading', { name: m.lobby_title({}, en) })).toBeVisible()
  await expectAccessible(phone, 'lobby')
  const { people } = (await coordinator.view()).view.moderators!
  const waiting = Object.values(people).filter(({ admittedAt }) => admittedAt === null)
  expect(waiting.map(({ name }) => name)).toEqual(['Emeka Obi'])
  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(stage.links.moderator)
  await expectAccessible(moderator.page, 'console, lobby')
  await moderator.side.getByRole('button', { name: m.console_lobby_admit({ name: 'Emeka Obi' }, en) }).click()
  await expect(phone.getByRole('button', { name: m.participant_hand_raise({}, en) }).first()).toBeVisible()
})
