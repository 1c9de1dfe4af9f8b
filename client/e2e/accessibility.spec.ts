import { expect, type Page } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import type { Locale } from '../src/paraglide/runtime.js'
import { Api } from './harness/api.ts'
import {
  giveFloorToNext,
  goTo,
  openFloor,
  plannedMeeting,
  raiseHands,
  type Stage,
} from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { expectAccessible, expectFits } from './people/accessible.ts'
import { test, type Devices } from './people/devices.ts'
import { beginningWith } from './people/words.ts'

const server = ownServer()

const phone = { width: 360, height: 740 }
const laptop = { width: 1280, height: 720 }
const looks = {
  en: [
    { size: phone, colorScheme: 'light' },
    { size: laptop, colorScheme: 'dark' },
  ],
  fr: [
    { size: phone, colorScheme: 'dark' },
    { size: laptop, colorScheme: 'light' },
  ],
} as const satisfies Record<Locale, readonly object[]>

const languages = ['en', 'fr'] as const

/** The same page in each language. */
type InBoth = Readonly<Record<Locale, Page>>

/** What is to be seen once the page is as it is meant to be: words, or a message of the catalogue. */
type Sign = string | ((inputs: object, options: { readonly locale: Locale }) => string)

async function open(devices: Devices, link: string): Promise<InBoth> {
  const page = async (language: Locale) => {
    const opened = await devices.bring('laptop', { locale: language === 'fr' ? 'fr-CH' : 'en-GB' })
    await opened.goto(link)
    return opened
  }
  return { en: await page('en'), fr: await page('fr') }
}

/** Looks at the page in both languages, sizes and colour schemes. */
async function look(pages: InBoth, where: string, sign: Sign): Promise<void> {
  for (const locale of languages) {
    const page = pages[locale]
    const words = typeof sign === 'string' ? sign : sign({}, { locale }).trim()
    await expect(page.getByText(beginningWith(words)).first()).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale}`))
    for (const { size, colorScheme } of looks[locale]) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const how = `${where}, ${locale}, ${colorScheme}, ${size.width} wide`
      await expectAccessible(page, how)
      await expectFits(page, how)
    }
  }
}

/** The participant's page in each language, signed in by HTTP. */
async function participants(devices: Devices, stage: Stage): Promise<InBoth> {
  const { address } = server()
  const pages = await open(devices, `${address}/join`)
  for (const locale of languages) {
    await pages[locale].request.post(`${address}/api/meetings/${stage.meetingId}/participants`, {
      data: { code: stage.joinCode, name: `Somebody (${locale})`, organization: 'Club', groupId: 'academia' },
    })
    await pages[locale].goto(`${address}/m/${stage.meetingId}`)
  }
  return pages
}

/** Presses the hand on both pages. */
async function raiseBoth(pages: InBoth): Promise<void> {
  for (const locale of languages) {
    const name = beginningWith(m.participant_hand_raise({}, { locale }))
    await pages[locale].getByRole('button', { name }).last().click()
  }
}

/** The parts of the plan page, and what is to be seen there. */
const planSigns = {
  programme: m.plan_new_session_hint,
  people: 'Panelist 1',
  links: m.plan_links_shown_once,
  settings: m.plan_groups_text,
} satisfies Record<string, Sign>

test.describe.configure({ timeout: 150_000 })

test.afterEach(({ devices }) => {
  expect(devices.complaints.filter((each) => !each.includes('404 (Not Found)'))).toEqual([])
})

test('the pages before a meeting: home, join, not found', async ({ devices }) => {
  const { address } = server()
  const stage = await plannedMeeting(new Api(address))
  await look(await open(devices, address), 'home', m.home_lead)
  await look(await open(devices, `${address}/join`), 'join, the code', m.join_code_hint)
  await look(await open(devices, stage.links.participant), 'join, who', m.join_who)
  await look(await open(devices, `${address}/joyn`), 'not found', m.app_not_found_title)
  await look(
    await open(devices, `${address}/m/${stage.meetingId}`),
    'not in the meeting',
    m.participant_signed_out_title,
  )
})

test('the participant’s page in its states', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await plannedMeeting(api)
  const pages = await participants(devices, stage)
  await look(pages, 'participant, before', m.participant_hand_not_started)
  await stage.moderator.must({ type: 'start-meeting' })
  await goTo(stage, 'open-floor-1')
  await raiseHands(api, stage, 3)
  const text = 'A notice to everyone.'
  await stage.moderator.must({ type: 'send-notice', to: 'everyone', text, durationMs: null })
  await look(pages, 'participant, open floor', text)
  await raiseBoth(pages)
  await look(pages, 'participant, waiting', m.participant_hand_raised)
  for (let speaker = 1; speaker <= 4; speaker++) await giveFloorToNext(stage)
  await look(pages, 'participant, speaking and next', 'Somebody')
  await expect(pages.en.getByRole('heading', { name: 'You have the floor' })).toBeVisible()
  await goTo(stage, 'lunch-break')
  await look(pages, 'participant, break', m.participant_hand_break)
  await stage.moderator.must({ type: 'end-meeting', from: 'lunch-break' })
  await look(pages, 'participant, ended', m.participant_ended_title)
})

test('the console in its states, and its dialogs', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await plannedMeeting(api)
  const pages = await open(devices, stage.links.moderator)
  await look(pages, 'console, before', m.console_before_title)
  await stage.moderator.must({ type: 'start-meeting' })
  await goTo(stage, 'panel-1')
  await look(pages, 'console, panel', 'Panelist 1')
  await goTo(stage, 'open-floor-1')
  await raiseHands(api, stage, 6)
  await giveFloorToNext(stage)
  await look(pages, 'console, speaking', 'Amina Diallo')
  await goTo(stage, 'lunch-break')
  await look(pages, 'console, break', m.console_break_text)
  await stage.moderator.must({ type: 'end-meeting', from: 'lunch-break' })
  await look(pages, 'console, ended', m.console_ended_text)
})

test('the console’s dialogs and tabs', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 6)
  await giveFloorToNext(stage)
  const page = await devices.bring('laptop')
  await page.goto(stage.links.moderator)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.getByText('Amina Diallo').first()).toBeVisible()
  for (const key of ['?', 'a', 'v', 'Shift+L', 'Shift+O', 's', 'Control+k']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, `dialog of ${key}`)
    await expectFits(page, `dialog of ${key}`)
    await page.keyboard.press('Escape')
    // Hidden at once, but the console takes keys again only when the platform has told it so, a moment later.
    await expect(page.locator('dialog')).toHaveCount(0)
  }
  for (const tab of ['Messages', 'Spoken', 'Balance', 'Record']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible(page, tab)
  }
})

test('the screen in its states', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await plannedMeeting(api)
  const pages = await open(devices, stage.links.screen)
  await look(pages, 'screen, before', m.screen_join)
  await stage.moderator.must({ type: 'start-meeting' })
  await look(pages, 'screen, fixed speakers', 'The Network Coordinator')
  await goTo(stage, 'open-floor-1')
  await look(pages, 'screen, nobody waiting', m.screen_nobody_waiting)
  await raiseHands(api, stage, 6)
  await look(pages, 'screen, people waiting', 'Amina Diallo')
  await giveFloorToNext(stage)
  const text = 'Coffee is in the hall.'
  await stage.moderator.must({ type: 'send-notice', to: 'screens', text, durationMs: null })
  await look(pages, 'screen, speaking', text)
  await goTo(stage, 'lunch-break')
  await look(pages, 'screen, break', m.screen_then)
  await stage.moderator.must({ type: 'end-meeting', from: 'lunch-break' })
  await look(pages, 'screen, ended', m.screen_thank_you)
})

test('the rapporteur’s page', async ({ devices }) => {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 6)
  await giveFloorToNext(stage)
  await look(await open(devices, stage.links.rapporteur), 'rapporteur, speaking', 'Amina Diallo')
})

test('the coordinator’s plan', async ({ devices }) => {
  const stage = await openFloor(new Api(server().address))
  const pages = await open(devices, stage.links.coordinator)
  await look(pages, 'console of the coordinator', m.console_floor_free)
  for (const [part, sign] of Object.entries(planSigns)) {
    for (const locale of languages)
      await pages[locale].goto(`${server().address}/m/${stage.meetingId}/plan?part=${part}`)
    await look(pages, `plan, ${part}`, sign)
  }
})
