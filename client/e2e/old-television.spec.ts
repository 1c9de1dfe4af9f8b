import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Clock } from '@openfloor/shared/clock/clock.ts'
import { Api } from './harness/api.ts'
import { giveFloorToNext, openFloor, raiseHands, speakers, type Stage } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test, type Devices } from './people/devices.ts'
import { expectClock, expectCounting } from './people/digits.ts'
import { Screen } from './people/screen.ts'

const server = ownServer()
const picture = fileURLToPath(new URL('../../docs/screens/old-television.png', import.meta.url))
const HOUR_MS = 3_600_000

/** Takes away what browsers have learned since 2012, and sets the clock hours wrong. */
function forget(aheadMs: number): void {
  const forgotten: readonly (readonly [object, string])[] = [
    [
      window,
      'fetch Promise WebSocket Map Set WeakMap Symbol Proxy Reflect Intl URL URLSearchParams performance',
    ],
    [window, 'AbortController queueMicrotask requestAnimationFrame structuredClone'],
    [String.prototype, 'padStart includes startsWith endsWith repeat replaceAll at'],
    // Not `includes`, which Playwright's own script in the page uses.
    [Array.prototype, 'find findIndex at flat flatMap toSorted fill'],
    [Object, 'assign entries values fromEntries'],
    [Math, 'sign trunc'],
  ]
  delete (CSS as unknown as Record<string, unknown>)['supports']
  // The modern page's own modules, which such a television never runs, are in this browser still under way when it is led on.
  if (!location.pathname.endsWith('/tv')) return
  for (const [owner, names] of forgotten)
    for (const name of names.split(' ')) delete (owner as Record<string, unknown>)[name]
  const { getTime } = Date.prototype
  Date.prototype.getTime = function () {
    return getTime.call(this) + aheadMs
  }
}

/** A television of 2012 that was led from the link of a screen to the page it can show. */
async function television(devices: Devices, link: string): Promise<Page> {
  const page = await devices.bring('wall')
  await page.addInitScript(forget, 3 * HOUR_MS)
  await page.goto(link)
  await page.waitForURL(/\/tv[?#]/)
  return page
}

async function floorClock({ moderator }: Stage): Promise<Clock> {
  return (await moderator.view()).view.public.floor!.clock
}

test('a television that runs no modern script shows the right second beside a modern screen', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 3)
  await giveFloorToNext(stage)
  const screen = new Screen(await devices.bring('wall'))
  await screen.comeBy(stage.links.screen)
  const old = await television(devices, stage.links.screen)
  const digits = old.getByRole('timer', { name: 'Time left to speak' })
  await expect(old.getByRole('heading', { name: speakers[0].name })).toBeVisible()
  await expect(old.getByText(speakers[0].organization)).toBeVisible()
  await expect(old.getByText(`Next: ${speakers[1].name}`)).toBeVisible()
  await expect(old.getByText(/^Segment: \d+:\d\d left$/)).toBeVisible()
  await expectClock(await floorClock(stage), [screen.speakerTime, digits])
  await expectCounting(await floorClock(stage), digits)
  await stage.moderator.must({
    ...{
      type: 'send-notice',
      to: 'everyone',
      text: 'Please speak slowly.',
      screenId: null,
      durationMs: null,
    },
  })
  await expect(old.getByText('Please speak slowly.')).toBeVisible()
  if (process.env['UPDATE_PICTURES']) await old.screenshot({ path: picture })
  expect(devices.complaints).toEqual([])
})

test('it shows what the screen is directed to', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 3)
  const old = await television(devices, stage.links.screen)
  const direct = (shows: string) =>
    stage.moderator.must({ type: 'direct-screen', screenId: null, shows } as never)
  await expect(old.getByRole('heading', { name: 'Raise your hand' })).toBeVisible()
  await direct('list')
  await expect(old.getByRole('listitem')).toHaveText(
    speakers.slice(0, 3).map(({ name, organization }) => `${name}, ${organization}`),
  )
  await direct('programme')
  await expect(old.getByRole('listitem').filter({ hasText: '►' })).toContainText('Open floor for discussion')
  await direct('join')
  await expect(old.getByRole('timer', { name: 'Join' })).toHaveText(
    stage.joinCode.replace(/(\d{3})(?=\d)/g, '$1 '),
  )
  await direct('blackout')
  await expect(old.getByRole('heading')).toBeHidden()
  await direct('clock')
  await expect(old.getByRole('timer', { name: 'Time of day' })).toHaveText(/^\d\d:\d\d$/)
  expect(devices.complaints).toEqual([])
})

test('while the server is away it counts on and says so; a link that opens nothing is told', async ({
  devices,
}) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 1)
  await giveFloorToNext(stage)
  const old = await television(devices, `${stage.links.screen.replace('#', '?lang=fr#')}`)
  const digits = old.getByRole('timer', { name: 'Temps de parole restant' })
  const clock = await floorClock(stage)
  await expectClock(clock, [digits])
  await old.route('**/wall?*', (route) => route.abort())
  await expect(old.getByText('Reconnexion en cours')).toBeVisible({ timeout: 12_000 })
  await expectCounting(clock, digits)
  await old.unroute('**/wall?*')
  await expect(old.getByText('Reconnexion en cours')).toBeHidden()
  const lost = await television(devices, stage.links.screen.replace(/#.*/, '#wrong'))
  await expect(lost.getByText('This link does not open a screen.')).toBeVisible()
})
