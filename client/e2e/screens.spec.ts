import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api, type Caller } from './harness/api.ts'
import { giveFloorToNext, openFloor, plannedMeeting, raiseHands, speakers } from './harness/meetings.ts'
import { scenes, type Scene } from './harness/screen-scenes.ts'
import { ownSteeredServer } from './harness/steered-server.ts'
import { test } from './people/devices.ts'
import { measure } from './people/readable.ts'

/** Every show of a screen, readable from 20 m; the pictures of docs/screens are taken anew when `UPDATE_PICTURES` is set. */
const server = ownSteeredServer()
const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url))
const en = { locale: 'en' } as const
const MINUTE_MS = 60_000
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 1080, height: 1920 },
] as const

/** The address of a screen with options. */
const withOptions = (link: string, query: string) => link.replace('#', `?${query}#`)
const ground = (page: Page) => page.locator('.screen-scale')

test.afterEach(({ devices }) => {
  expect(devices.complaints).toEqual([])
})

async function lookAt(page: Page, { name, awaits, shows }: Scene): Promise<void> {
  await expect(ground(page), name).toContainClass(shows)
  await expect(page.getByText(awaits).filter({ visible: true }).first(), name).toBeVisible()
  for (const size of sizes) {
    await page.setViewportSize(size)
    const where = `${name}-${size.width}x${size.height}`
    expect.soft(await measure(page), where).toEqual([])
    if (process.env['UPDATE_PICTURES']) await page.screenshot({ path: `${folder}${where}.png`, scale: 'css' })
  }
}

test('[S3] all that screens show can be read from 20 m, on three shapes of wall', async ({ devices }) => {
  test.setTimeout(180_000)
  mkdirSync(folder, { recursive: true })
  const api = new Api(server().address)
  const stage = await plannedMeeting(api)
  const coordinator = await api.comeBy(stage.links.coordinator)
  const startsAt = Date.now() + server().aheadMs + 12 * MINUTE_MS
  await coordinator.must({ type: 'schedule-meeting', startsAt, timeZone: 'Europe/Zurich' })
  const joined: Caller[] = []
  for (const { name, organization, groupId } of speakers)
    joined.push(await api.join(stage, { name, organization, groupId }))
  const page = await devices.bring('wall', { reducedMotion: 'reduce' })
  await page.goto(stage.links.screen)
  const pass = (durationMs: number) => server().pass(durationMs, page)
  for (const scene of scenes) {
    await scene.play({ stage, joined, pass })
    await stage.moderator.must({ type: 'direct-screen', screenId: null, shows: scene.shows })
    await lookAt(page, scene)
  }
})

test('a lower third leaves the page transparent around it, or in the colour to key out', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 1)
  await giveFloorToNext(stage)
  const page = await devices.bring('wall')
  await page.goto(withOptions(stage.links.screen, 'show=lower-third'))
  await expect(page.getByText(speakers[0].name)).toBeVisible()
  const grounds = [page.locator('html'), page.locator('body'), page.locator('main'), ground(page)]
  for (const each of grounds) await expect(each).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await page.goto(withOptions(stage.links.screen, 'show=lower-third&key=00ff00'))
  await expect(page.getByText(speakers[0].name)).toBeVisible()
  await expect(ground(page)).toHaveCSS('background-color', 'rgb(0, 255, 0)')
})

test('[S4] [N1] a screen flashes its own name, and shows notices to it and no others', async ({
  devices,
}) => {
  const stage = await openFloor(new Api(server().address))
  const { moderator, links } = stage
  await moderator.must({ type: 'add-screen', name: 'Foyer' })
  const { id } = (await moderator.view()).view.screens!.screens.find(({ name }) => name === 'Foyer')!
  const foyer = await devices.bring('wall')
  const hall = await devices.bring('wall')
  await foyer.goto(withOptions(links.screen, `screen=${id}`))
  await hall.goto(links.screen)
  for (const page of [foyer, hall]) await expect(ground(page)).toBeVisible()

  const notice = { type: 'send-notice', to: 'screens', durationMs: null } as const
  await moderator.must({ ...notice, screenId: id, text: 'Coffee is served here' })
  await moderator.must({ ...notice, text: 'Please take your seats' })
  for (const page of [foyer, hall]) await expect(page.getByText('Please take your seats')).toBeVisible()
  await expect(foyer.getByText('Coffee is served here')).toBeVisible()
  await expect(hall.getByText('Coffee is served here')).toHaveCount(0)

  await moderator.must({ type: 'identify-screen', screenId: null })
  await expect(foyer.getByRole('status').getByText('Foyer', { exact: true })).toBeVisible()
  await expect(hall.getByRole('status').getByText(m.screen_main({}, en), { exact: true })).toBeVisible()
  await server().pass(9_000, foyer, hall)
  await expect(foyer.getByText('Foyer', { exact: true })).toHaveCount(0)
})

test('an option that is not known is named to whoever moves the pointer, and not to the room', async ({
  devices,
}) => {
  const { links } = await openFloor(new Api(server().address))
  const page = await devices.bring('wall')
  await page.goto(withOptions(links.screen, 'theme=neon'))
  await expect(ground(page)).toBeVisible()
  await expect(page.locator('.rest')).toBeAttached()
  const hint = page.getByText('theme=neon')
  await expect(hint).toHaveCount(0)
  await page.mouse.move(300, 300)
  await page.mouse.move(400, 400)
  await expect(hint).toBeVisible()
  await expect(hint).toContainText('dark, light')
  await expect(hint).toHaveCount(0)
})
