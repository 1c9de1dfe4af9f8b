import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { Api } from './harness/api.ts'
import { giveFloorToNext, openFloor, raiseHands, speakers, type Stage } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { expectFits } from './people/accessible.ts'
import { test, type Device, type Devices } from './people/devices.ts'

/**
 * The pictures of docs/pictures, taken anew when `UPDATE_PICTURES` is set. In every run it is checked that what they
 * show fits: nothing is wider than the page, no text is cut off.
 */
const server = ownServer()
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

interface Shot {
  readonly name: string
  readonly device: Device
  /** What must be there before the picture is taken. */
  readonly awaits: string | RegExp
  address(stage: Stage): string
}

const shots: readonly Shot[] = [
  { name: 'console', device: 'laptop', awaits: speakers[1].name, address: ({ links }) => links.moderator },
  { name: 'screen', device: 'wall', awaits: speakers[0].name, address: ({ links }) => links.screen },
  {
    name: 'rapporteur',
    device: 'laptop',
    awaits: speakers[0].name,
    address: ({ links }) => links.rapporteur,
  },
  {
    name: 'plan',
    device: 'laptop',
    awaits: 'Opening plenary',
    address: ({ links }) => links.coordinator.replace('/console', '/plan'),
  },
  { name: 'home', device: 'laptop', awaits: /one list of speakers/, address: () => `${server().address}/` },
  { name: 'join', device: 'phone', awaits: 'Who you are', address: ({ links }) => links.participant },
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures of an open floor, ${colorScheme}`, async ({ devices }) => {
    const api = new Api(server().address)
    const stage = await openFloor(api)
    await raiseHands(api, stage, speakers.length)
    await giveFloorToNext(stage)
    for (const shot of shots) {
      const page = await devices.bring(shot.device, { colorScheme })
      const theme = shot.name === 'screen' ? `?theme=${colorScheme}` : ''
      await page.goto(shot.address(stage).replace('#', `${theme}#`))
      await expect(page.getByText(shot.awaits).first()).toBeVisible()
      await take(page, `${shot.name}-${colorScheme}`)
    }
    await participant(devices, stage, colorScheme)
    expect(devices.complaints).toEqual([])
  })
}

/** Second in the list, on a phone. */
async function participant(devices: Devices, stage: Stage, colorScheme: 'light' | 'dark'): Promise<void> {
  const { view } = await stage.moderator.view()
  const [, second] = view.public.list!.head
  const page = await devices.bring('phone', { colorScheme })
  await page.goto(await stage.moderator.personalLink(second!.personId))
  await expect(page.getByText(speakers[0].name).first()).toBeVisible()
  await take(page, `participant-${colorScheme}`)
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectFits(page, name)
  if (process.env['UPDATE_PICTURES']) await page.screenshot({ path: `${folder}${name}.png` })
}
