import { fireEvent, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, test } from 'vitest'
import { aminaSpeaking, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass, type Story } from '@openfloor/shared/testing/story.ts'
import { advance, speaker } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { consoleAt } from './testing/console-at.ts'

beforeAll(fillTopLayer)

/** Amina of the migrants has spoken for two minutes; Boris of the trade unions waits. */
const heard = aminaSpeaking(
  by(moderator, {
    ...{ type: 'edit-person', personId: 'boris' },
    person: {
      ...{ name: 'boris', organization: 'ITUC', groupId: 'unions', country: null, regionId: null },
      mode: null,
    },
  }),
  ...[pass(2 * MINUTE_MS), by(amina, speaker('yield-floor'))],
)

async function balanceAt(story: Story) {
  const session = consoleAt(story)
  await fireEvent.click(screen.getByRole('tab', { name: 'Balance' }))
  return session
}

/** What a row says, cell by cell. */
function cellsOf(name: RegExp): string[] {
  const table = screen.getByRole('table', { name: 'Stakeholder group' })
  const row = within(table).getByRole('row', { name })
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())
}

test('[B1] shares of those who spoke, against those who asked and those who are connected now', async () => {
  const session = await balanceAt(heard)
  expect(cellsOf(/^Migrants/)).toEqual(['1100 %', '2:00100 %', '150 %', '375 %'])
  session.presence = {
    ...{ participants: 4, moderators: 1, screens: 0, displays: {} },
    people: {
      group: [
        { value: 'migrants', people: 1 },
        { value: 'unions', people: 3 },
      ],
      ...{ region: [], gender: [] },
    },
  }
  await tick()
  expect(cellsOf(/^Migrants/).at(-1)).toBe('1of325 %')
  expect(cellsOf(/^Trade unions/)).toEqual(['00 %', '0:000 %', '150 %', '3of175 %'])
})

test('[B2] groups at zero say so, and who asked and was not heard is counted and named', async () => {
  await balanceAt(heard)
  const table = screen.getByRole('table', { name: 'Stakeholder group' })
  expect(within(table).getByRole('rowheader', { name: /Trade unions.*not heard/s })).toBeTruthy()
  expect(within(table).queryByRole('rowheader', { name: /Migrants.*not heard/s })).toBeNull()
  const people = screen.getByText('1 person asked and has not been heard').closest('details')!
  expect(within(people).getByRole('listitem').textContent).toMatch(/boris.*waits.*ITUC/s)
})

test('[B2] who was not reached stays among them, in the meeting as a whole', async () => {
  await balanceAt(twoWaiting(by(moderator, advance('floor', 'lunch'))))
  const people = screen.getByText('2 people asked and have not been heard').closest('details')!
  expect(within(people).getAllByText('not reached')).toHaveLength(2)
  await fireEvent.click(screen.getByRole('radio', { name: 'Session' }))
  expect(screen.queryByText(/asked and have not been heard/)).toBeNull()
})
