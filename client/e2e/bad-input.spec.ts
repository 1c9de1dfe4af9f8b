import { expect } from '@playwright/test'
import { Api } from './harness/api.ts'
import { openFloor, plannedMeeting } from './harness/meetings.ts'
import { ownServer } from './harness/own-server.ts'
import { test } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'
import { Participant } from './people/participant.ts'

const server = ownServer()
const myself = { name: 'Bruno Costa', organization: '', group: 'Academia' }

test.describe('the code', () => {
  test('too short, and of no meeting', async ({ devices }) => {
    const page = await devices.bring('phone')
    await page.goto(`${server().address}/join`)
    const code = page.getByLabel('Code of the meeting')
    const go = page.getByRole('button', { name: 'Continue' })
    await go.click()
    await expect(page.getByRole('alert')).toHaveText('A code has nine digits.')
    await code.fill('12 34')
    await go.click()
    await expect(page.getByRole('alert')).toHaveText('A code has nine digits.')
    await code.fill('000 000 000')
    await go.click()
    await expect(page.getByRole('alert')).toHaveText('No meeting has this code. Check the nine digits.')
    await expect(code).toHaveValue(/^000\s000\s000$/)
    await expect(code).toHaveAccessibleDescription(/No meeting has this code/)
  })

  test('wrong in the link', async ({ devices }) => {
    const page = await devices.bring('phone')
    await page.goto(`${server().address}/join#111111111`)
    await expect(page.getByRole('alert')).toHaveText('No meeting has this code. Check the nine digits.')
    await page.goto(`${server().address}/join#not-a-code`)
    await expect(page.getByLabel('Code of the meeting')).toHaveValue('')
  })

  test('and then right, pasted into the page that is open', async ({ devices }) => {
    const stage = await plannedMeeting(new Api(server().address))
    const page = await devices.bring('phone')
    await page.goto(`${server().address}/join#111111111`)
    await expect(page.getByRole('alert')).toHaveText('No meeting has this code. Check the nine digits.')
    await page.goto(stage.links.participant)
    await expect(page.getByRole('heading', { name: 'Who you are' })).toBeVisible()
  })
})

test('a name that is missing, or that nobody can see, is asked for in words', async ({ devices }) => {
  const stage = await plannedMeeting(new Api(server().address))
  const page = await devices.bring('phone')
  await page.goto(stage.links.participant)
  const name = page.getByLabel('Your name')
  const join = page.getByRole('button', { name: 'Join the meeting' })
  for (const nothing of ['', '   ']) {
    await name.fill(nothing)
    await join.click()
    await expect(name).toHaveAccessibleDescription('Enter the name under which you want to be called.')
    await expect(page.getByLabel('Stakeholder group')).toHaveAccessibleDescription(
      'Choose the group you speak for, or “None of these”.',
    )
  }
  await page.getByLabel('Stakeholder group').selectOption('None of these')
  await name.fill('\u200b')
  await join.click()
  await expect(page.getByText(/Check what you entered|Enter the name/)).toBeVisible()
  expect(page.url()).toContain('/join')
})

test('no field takes more than it may; a pasted novel is cut, and what is left is taken', async ({
  devices,
}) => {
  const stage = await openFloor(new Api(server().address))
  const bruno = new Participant(await devices.bring('phone'), { ...myself, name: 'B'.repeat(500) })
  await bruno.joinBy(stage.links.participant)
  await bruno.raiseHand('t'.repeat(5_000))
  const [row] = (await stage.moderator.view()).view.public.list!.head
  expect(row).toMatchObject({ name: 'B'.repeat(80), topic: 't'.repeat(200) })
  await expect(bruno.page.getByText('t'.repeat(200)).first()).toBeVisible()
  expect(await bruno.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test.describe('links', () => {
  test('a cut one says so, on every page', async ({ devices }) => {
    const { links } = await plannedMeeting(new Api(server().address))
    const words = {
      moderator: 'This link does not open the console',
      rapporteur: 'This link does not open the rapporteur’s view',
      screen: 'This link does not open a screen. Copy the whole screen link again.',
    }
    const page = await devices.bring('laptop')
    for (const [role, sentence] of Object.entries(words)) {
      await page.goto(links[role as keyof typeof words].slice(0, -5))
      await expect(page.getByText(sentence, { exact: true })).toBeVisible()
      expect(page.url()).not.toContain('#')
    }
  })

  test('a cut one, and then the whole one in its place', async ({ devices }) => {
    const { links } = await plannedMeeting(new Api(server().address))
    const page = await devices.bring('laptop')
    await page.goto(links.screen.slice(0, -5))
    await expect(page.getByText(/^This link does not open a screen/)).toBeVisible()
    await page.goto(links.screen)
    await expect(page.getByRole('region', { name: 'Join' })).toBeVisible()
    await page.goto(links.moderator.slice(0, -5))
    await expect(page.getByText('This link does not open the console')).toBeVisible()
    await page.goto(links.moderator)
    await expect(page.getByRole('button', { name: /^Start the meeting/ })).toBeVisible()
  })

  test('of another role: a screen’s link opens no console', async ({ devices }) => {
    const { links } = await plannedMeeting(new Api(server().address))
    const page = await devices.bring('laptop')
    await page.goto(links.screen.replace('/screen#', '/console#'))
    await expect(page.getByText('This link does not open the console')).toBeVisible()
  })

  test('of a meeting that is not, and of a page that is not', async ({ devices }) => {
    const page = await devices.bring('phone')
    await page.goto(`${server().address}/m/no-such-meeting`)
    await expect(page.getByText('You are not in this meeting')).toBeVisible()
    for (const path of ['/joyn', '/m/abc/consle', '/m/', '/console']) {
      await page.goto(`${server().address}${path}`)
      await expect(page.getByText('There is no page at this address')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible()
    }
  })
})

test.describe('at the console', () => {
  test('a speaker without a name, and a limit that is none', async ({ devices }) => {
    const stage = await openFloor(new Api(server().address))
    const moderator = new Moderator(await devices.bring('laptop'))
    await moderator.comeBy(stage.links.moderator)
    await moderator.page.keyboard.press('a')
    const dialog = moderator.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add to the list' }).click()
    await expect(dialog.getByText('Enter the name to be called.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()

    await moderator.page.keyboard.press('Shift+L')
    for (const wrong of ['', 'soon', '0:05', '99:00']) {
      await dialog.getByLabel('Minutes').fill(wrong)
      await expect(dialog.getByText('Enter a time from 0:10 to 60:00.')).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Set the limit' })).toBeDisabled()
    }
  })
})
