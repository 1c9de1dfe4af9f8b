import { expect, type Page } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api } from './harness/api.ts'
import { openFloor, raiseHands, type Stage } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test } from './people/devices.ts'
import { Participant } from './people/participant.ts'

const server = ownServer()
const en = { locale: 'en' } as const
const fr = { locale: 'fr' } as const
const zoe = { name: 'Zoé Martin', organization: 'Ville de Lyon', group: m.group_local_authorities({}, fr) }

async function withTwoWaiting(): Promise<Stage> {
  const api = new Api(server().address)
  const stage = await openFloor(api)
  await raiseHands(api, stage, 2)
  return stage
}

/** The languages that the page has asked for texts in, from now on. */
function languagesAskedFor(page: Page): ReadonlySet<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const language = /\/assets\/[\w-]+\/(\w+)(?:\.[\w-]+)?\.js/.exec(request.url())?.[1]
    if (language) asked.add(language)
  })
  return asked
}

/** The field of a topic is a later part of the page. */
async function typeTopic(page: Page, topic: string): Promise<void> {
  await page.getByRole('button', { name: m.participant_topic_add({}, fr) }).click()
  await page.getByLabel(m.participant_topic_label({}, fr)).fill(topic)
}

test('a page in French asks for no other texts; turned to English it keeps what was typed', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const phone = await devices.bring('phone', { locale: 'fr-FR' })
  const asked = languagesAskedFor(phone)
  const inFrench = new Participant(phone, zoe, 'fr')
  await inFrench.joinBy(stage.links.participant)
  await typeTopic(phone, 'Villes d’accueil')
  expect([...asked]).toEqual(['fr'])

  await phone.getByLabel(m.app_language({}, fr)).selectOption('en')
  await expect(phone.getByLabel(m.participant_topic_label({}, en))).toHaveValue('Villes d’accueil')
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en')
  const inEnglish = new Participant(phone, zoe, 'en')
  await inEnglish.pressHand()
  await inEnglish.seesPlace(3)
  expect(devices.complaints).toEqual([])
})

test('a language that cannot be loaded is said so, the page stays as it is, and it can be tried again', async ({
  devices,
}) => {
  const stage = await withTwoWaiting()
  const phone = await devices.bring('phone', { locale: 'fr-FR' })
  await new Participant(phone, zoe, 'fr').joinBy(stage.links.participant)
  await typeTopic(phone, 'Villes d’accueil')
  const choice = phone.getByLabel(m.app_language({}, fr))

  await phone.route(/\/en(\.\w+)?\.js/, (route) => route.abort())
  await choice.selectOption('en')
  await expect(phone.getByText(m.app_language_failed({ language: 'English' }, fr))).toBeVisible()
  await expect(choice).toHaveValue('fr')
  await expect(phone.getByLabel(m.participant_topic_label({}, fr))).toHaveValue('Villes d’accueil')

  await phone.unrouteAll()
  await choice.selectOption('en')
  await expect(phone.getByLabel(m.participant_topic_label({}, en))).toHaveValue('Villes d’accueil')
  await expect(phone.getByText(m.app_language_failed({ language: 'English' }, fr))).toHaveCount(0)
})

test('a page whose texts do not come at first goes on trying', async ({ devices }) => {
  const phone = await devices.bring('phone', { locale: 'fr-FR' })
  await phone.route(/\/fr\.js/, (route) => route.abort(), { times: 1 })
  await phone.goto(`${server().address}/join`)
  await expect(phone.getByLabel(m.join_code({}, fr))).toBeVisible()
})

test('a screen is in the language of its address, and loads only that', async ({ devices }) => {
  const stage = await withTwoWaiting()
  const wall = await devices.bring('wall')
  const asked = languagesAskedFor(wall)
  const link = new URL(stage.links.screen)
  link.searchParams.set('lang', 'fr')
  await wall.goto(link.href)
  await expect(wall.getByText(m.screen_raise_hand({}, fr))).toBeVisible()
  await expect(wall.locator('html')).toHaveAttribute('lang', 'fr')
  expect([...asked]).toEqual(['fr'])
})
