import { expect, type Page } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api } from './harness/api.ts'
import { giveFloorToNext, openFloor, raiseHands, speakers } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { expectAccessible } from './people/accessible.ts'
import { test } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'

const server = ownServer()
const en = { locale: 'en' } as const

/** What the console says of one screen, with its preview. */
const card = (console: Page, name: string) =>
  console.getByRole('listitem').filter({ has: console.getByRole('heading', { name, exact: true }) })

test('[S2] [S3] [S5] [S8] [S9] a moderator adds a screen, opens it by its address, and steers what it shows', async ({
  devices,
}) => {
  const stage = await openFloor(new Api(server().address))
  await raiseHands(new Api(server().address), stage, 3)
  const moderator = new Moderator(await devices.bring('laptop'))
  const { page } = moderator
  await moderator.comeBy(stage.links.moderator)

  await page.keyboard.press('w')
  await page.getByRole('button', { name: m.console_do_add_screen({}, en) }).click()
  await page.getByRole('textbox', { name: m.console_screen_name({}, en) }).fill('Foyer')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Foyer')).toContainText(m.console_screen_no_display({}, en))

  await page.keyboard.press('Shift+W')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().selectOption({ label: 'Foyer' })
  await dialog.getByRole('button', { name: m.console_address_make({}, en) }).click()
  const address = await dialog.getByLabel(m.console_address_label({}, en), { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const foyer = await devices.bring('wall')
  await foyer.goto(address)
  const hall = await devices.bring('wall')
  await hall.goto(stage.links.screen)
  for (const screen of [foyer, hall])
    await expect(screen.getByText(m.screen_raise_hand({}, en)).first()).toBeVisible()
  await expect(card(page, 'Foyer')).toContainText(m.console_screen_displays({ count: 1 }, en))

  // A digit at a screen: the third is the list.
  await card(page, 'Foyer').getByRole('button').first().focus()
  await page.keyboard.press('3')
  for (const place of [foyer, card(page, 'Foyer')])
    await expect(place.getByText(m.screen_list({}, en)).first()).toBeVisible()
  await expect(hall.getByText(m.screen_raise_hand({}, en)).first()).toBeVisible()

  await page.keyboard.press('i')
  await expect(foyer.getByRole('status').getByText('Foyer', { exact: true })).toBeVisible()

  await page.keyboard.press('m')
  await moderator.side.getByRole('textbox', { name: m.console_notice_text({}, en) }).fill('Coffee is here')
  await moderator.side.getByRole('button', { name: m.console_notice_send({}, en), exact: true }).click()
  await expect(foyer.getByText('Coffee is here')).toBeVisible()
  await expect(hall.getByText('Coffee is here')).toHaveCount(0)

  await moderator.now.click()
  await page.keyboard.press('b')
  for (const screen of [foyer, hall]) await expect(screen.locator('.blackout')).toBeVisible()
  await page.keyboard.press('b')
  await expect(foyer.getByText(m.screen_list({}, en)).first()).toBeVisible()
  await expect(hall.getByText(m.screen_raise_hand({}, en)).first()).toBeVisible()

  await page.keyboard.press('w')
  await expectAccessible(page, 'console, screens')
  await page.keyboard.press('Shift+W')
  await expectAccessible(page, 'console, address of a display')
  expect(devices.complaints).toEqual([])
})

test('[N1] a saved notice is sent to the speaker by its key', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const [speaker] = await raiseHands(api, stage, 1)
  await giveFloorToNext(stage)
  const phone = await devices.bring('phone')
  await phone.goto(await stage.moderator.personalLink(speaker!.personId!))
  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(stage.links.moderator)
  await moderator.seesFloor(speakers[0].name)
  await moderator.page.keyboard.press('2')
  await expect(phone.getByText('Please conclude').first()).toBeVisible()
  expect(devices.complaints).toEqual([])
})
