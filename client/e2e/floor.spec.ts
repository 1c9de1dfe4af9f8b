import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { m } from '../src/paraglide/messages.js'
import { Api, type Caller } from './harness/api.ts'
import { giveFloorToNext, goTo, openFloor, type Stage } from './harness/meetings.ts'
import { ownSteeredServer } from './harness/steered-server.ts'
import { expectAccessible, expectFits } from './people/accessible.ts'
import { test } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'
import { Participant } from './people/participant.ts'

/** An open floor of an hour in fast time, with 40 who ask, of 12 groups. */
const server = ownSteeredServer()
const FLOOR = 'open-floor-1'
const MINUTE_MS = 60_000
const en = { locale: 'en' } as const

const groups = [
  ...['migrants', 'civil-society', 'diaspora', 'faith-based', 'local-authorities', 'private-sector'],
  ...['trade-unions', 'parliamentarians', 'nhri', 'red-cross', 'academia', 'media'],
] as const
const regions = ['west', 'north', 'south', 'east', 'south-east'] as const

/** Forty people: the first groups have more of them, as it is. */
function peopleOf(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    name: `Speaker ${String(at + 1).padStart(2, '0')}`,
    organization: `Organization ${at + 1}`,
    groupId: groups[Math.floor((at * at) / 134) % groups.length]!,
    regionId: regions[at % regions.length]!,
    gender: at % 3 === 0 ? 'man' : 'woman',
  }))
}

async function fortyAsk(api: Api, stage: Stage): Promise<readonly Caller[]> {
  const callers: Caller[] = []
  for (const person of peopleOf(40)) {
    const caller = await api.join(stage, person)
    await caller.must({ type: 'raise-hand', segmentId: FLOOR, topic: '' })
    callers.push(caller)
  }
  return callers
}

/** Whoever stands first speaks for so long and is done. */
async function speakInTurn(stage: Stage, durationMs: number): Promise<void> {
  await giveFloorToNext(stage)
  await server().pass(durationMs)
  const interventionId = (await stage.moderator.view()).view.public.floor!.interventionId
  await stage.moderator.must({ type: 'end-intervention', interventionId })
  await server().pass(10_000)
}

/** A picture for docs/pictures, when `UPDATE_PICTURES` is set. */
async function picture(page: Page, name: string): Promise<void> {
  await expectFits(page, name)
  const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
  if (process.env['UPDATE_PICTURES']) await page.screenshot({ path: `${folder}${name}.png` })
}

test('an hour’s floor: an order, a lower limit, a point of order, a cut-off, a reply, and who was not reached', async ({
  devices,
}) => {
  test.setTimeout(180_000)
  const api = new Api(server().address)
  const stage = await openFloor(api)
  const callers = await fortyAsk(api, stage)
  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(stage.links.moderator)
  const last = new Participant(await devices.bring('phone'), {
    ...{ name: 'Speaker 12', organization: 'Organization 12', group: '' },
  })
  await last.page.goto(await stage.moderator.personalLink(callers[11]!.personId!))
  await picture(moderator.page, 'floor-list-light')

  // Forty times three minutes do not fit into an hour: the order is changed, and the limit lowered for all.
  await moderator.page.keyboard.press('Shift+O')
  await expect(moderator.page.getByRole('dialog')).toBeVisible()
  await moderator.page.keyboard.press('Escape')
  await stage.moderator.must({
    ...{ type: 'set-order-policy', segmentId: FLOOR },
    policy: {
      ...{ band: 'fewest-interventions', cap: 3, safePositions: 1 },
      alternation: { by: 'group', rule: 'round-robin' },
    },
  })
  const { view } = await stage.moderator.view()
  const firstTwelve = view.moderators!.lists[FLOOR]!.slice(0, 8).map(({ groupId }) => groupId)
  expect(new Set(firstTwelve).size).toBe(8)
  await moderator.page.getByRole('button', { name: m.fit_propose({}, en) }).click()
  await picture(moderator.page, 'floor-proposal-light')
  await moderator.page.getByRole('button', { name: m.fit_usual({ limit: '1:00' }, en) }).click()
  await expect(moderator.page.getByText(m.fit_capped({ limit: '1:00' }, en))).toBeVisible()
  await expect(
    last.turn.getByText(m.participant_limit_changed({ limit: '1:00', before: '3:00' }, en)),
  ).toBeVisible()

  // A point of order, also on a closed list: the speaker keeps the time that was left.
  await moderator.closeList()
  await giveFloorToNext(stage)
  await server().pass(20_000, moderator.page)
  const speaking = (await stage.moderator.view()).view.public.floor!
  await last.page.getByRole('button', { name: m.participant_ask_other({}, en) }).click()
  const ask = last.page.getByRole('dialog')
  await expectAccessible(last.page, 'asking for something else')
  await ask.getByRole('button', { name: m.participant_kind_point_of_order({}, en) }).click()
  await moderator.takePointOfOrder('Speaker 12')
  await last.seesFloorIsMine()
  await server().pass(30_000, moderator.page)
  await moderator.giveFloorBackTo(speaking.name)
  const returned = (await stage.moderator.view()).view.public.floor!
  expect(returned.interventionId).toBe(speaking.interventionId)
  expect(returned.clock.accumulatedMs).toBeLessThan(25_000)
  await moderator.cutOff()
  await moderator.side.getByRole('tab', { name: m.console_tab_recent({}, en) }).click()
  const cut = moderator.side.getByRole('listitem').filter({ hasText: speaking.name })
  await expect(cut).toContainText('cut off')

  for (let turn = 0; turn < 20; turn++) await speakInTurn(stage, MINUTE_MS)
  await stage.moderator.must({ type: 'extend-segment', segmentId: FLOOR, byMs: 5 * MINUTE_MS })

  // A right of reply waits for the end of the list.
  const spoken = callers.find(({ personId }) => personId === speaking.personId)!
  await spoken.must({ type: 'raise-hand', segmentId: FLOOR, kind: 'right-of-reply' })
  const rows = (await stage.moderator.view()).view.moderators!.lists[FLOOR]!
  expect(rows.at(-1)).toMatchObject({ kind: 'right-of-reply', personId: spoken.personId, limitMs: 180_000 })

  await moderator.side.getByRole('tab', { name: m.console_tab_balance({}, en) }).click()
  await expect(moderator.side.getByRole('table').first()).toBeVisible()
  await expectAccessible(moderator.page, 'the balance panel')
  await picture(moderator.page, 'floor-balance-light')
  await moderator.side.getByRole('tab', { name: m.console_tab_record({}, en) }).click()
  await expect(moderator.side.getByText(new RegExp(m.record_did_cut_off({}, en)))).toBeVisible()

  // The time is up: who was not reached is told, and hands in the statement in writing.
  await goTo(stage, 'lunch-break')
  await last.seesTurn(m.participant_not_reached_title({}, en))
  await expectAccessible(last.page, 'not reached')
  await last.page.getByRole('button', { name: m.participant_write_send({}, en) }).click()
  await expect(last.page.getByText(m.participant_write_empty({}, en))).toBeVisible()
  await last.page.getByLabel(m.participant_write_field({}, en)).fill('What we would have said.')
  await last.page.getByRole('button', { name: m.participant_write_send({}, en) }).click()
  await expect(last.turn.getByText(/Received at/)).toBeVisible()

  const rapporteur = await devices.bring('laptop')
  await rapporteur.goto(stage.links.rapporteur)
  const statement = rapporteur.getByRole('link', { name: m.rapporteur_statement_text({}, en) })
  const address = new URL((await statement.getAttribute('href'))!, server().address).href
  const read = await rapporteur.request.get(address)
  expect(await read.text()).toBe('What we would have said.')
  expect(devices.complaints).toEqual([])
})
