import { expect } from '@playwright/test'
import { timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import { Api } from './harness/api.ts'
import { ownServer } from './harness/own-server.ts'
import { Coordinator } from './people/coordinator.ts'
import { test, type Devices } from './people/devices.ts'
import { Moderator } from './people/moderator.ts'
import { Participant } from './people/participant.ts'
import { Screen } from './people/screen.ts'

const server = ownServer()
const minute = 60_000

async function bruno(devices: Devices): Promise<Participant> {
  return new Participant(await devices.bring('phone'), {
    name: 'Bruno Costa',
    organization: 'City of Porto',
    group: 'Local authorities and communities',
  })
}

test('a meeting from the template: created, opened, and its screen shows the title and the code', async ({
  devices,
}) => {
  const coordinator = new Coordinator(await devices.bring('laptop'))
  const links = await coordinator.create(server().address, 'Consultation', 'Rehearsal of the consultation')
  const screen = new Screen(await devices.bring('wall'))
  await screen.comeBy(links.screen)
  await screen.seesTitle('Rehearsal of the consultation')
  const participant = await bruno(devices)
  await participant.joinBy(links.participant)
  await coordinator.page.getByRole('link', { name: 'Open the coordinator’s page' }).click()
  const moderator = new Moderator(coordinator.page)
  await moderator.startMeeting()
  await participant.seesSegment('Opening plenary')
  expect(coordinator.page.url()).not.toContain('#')
  expect(devices.complaints).toEqual([])
})

test('an empty meeting is planned, and planned anew while it runs; a participant sees it', async ({
  devices,
}) => {
  const coordinator = new Coordinator(await devices.bring('laptop'))
  const links = await coordinator.create(server().address, 'Empty', 'Hearing on housing')
  const participant = await bruno(devices)
  await participant.joinWithoutGroup(links.participant)
  await participant.seesSentence('The programme is not there yet.')

  await coordinator.openPlan()
  await coordinator.addSession('Morning')
  await coordinator.addSegment('Morning', { title: 'Welcome', kind: 'Plenary', minutes: 10 })
  await coordinator.addSegment('Morning', {
    title: 'Open floor',
    kind: 'Open floor',
    minutes: 30,
    speakingLimit: '1:30',
  })
  await coordinator.addSegment('Morning', { title: 'Experts', kind: 'Panel', minutes: 20 })
  await coordinator.seesSegments(['Welcome', 'Open floor', 'Experts'])
  await participant.seesProgramme(['Welcome', 'Open floor', 'Experts'])
  await coordinator.moveSegmentUp('Experts')
  await coordinator.seesSegments(['Welcome', 'Experts', 'Open floor'])
  await participant.seesProgramme(['Welcome', 'Experts', 'Open floor'])
  await coordinator.addPanelist('Experts', 'Dr Ada Okoye')

  const caller = await new Api(server().address).comeBy(links.coordinator)
  await caller.must({ type: 'start-meeting' })
  await participant.seesSegment('Welcome')
  await coordinator.editSegment('Welcome', { title: 'Words of welcome', minutes: 12 })
  await participant.seesSegment('Words of welcome')
  const running = (await caller.view()).view.public.programme.segments[0]!
  expect(running.clock.limitMs).toBe(12 * minute)
  await coordinator.editSegment('Experts', { guidingPoints: ['Rents', 'Evictions'] })
  await coordinator.editSegment('Open floor', { kind: 'Plenary' })
  const [, , last] = (await caller.view()).view.public.programme.segments
  expect(last).toMatchObject({ title: 'Open floor', kind: 'plenary', speakingLimitMs: 90_000 })
  await caller.must({ type: 'advance-segment', from: running.id, to: await idOf('Experts') })
  await participant.seesGuidingPoint('Evictions')
  await participant.seesOnPanel('Dr Ada Okoye')

  const { meeting } = (await caller.view()).view.public
  const at = timeOfDay(Math.ceil(Date.now() / minute) * minute + 60 * minute, meeting.timeZone, 'en')
  await coordinator.addSession('Afternoon')
  await coordinator.addSegment('Afternoon', { title: 'Coffee', kind: 'Break', minutes: 15 })
  await coordinator.addSegment('Afternoon', {
    title: 'Summary',
    kind: 'Plenary',
    minutes: 15,
    fixedStart: at,
  })
  await caller.must({ type: 'advance-segment', from: await idOf('Experts'), to: await idOf('Coffee') })
  await participant.seesResumesAt(at)
  expect(devices.complaints).toEqual([])

  async function idOf(title: string): Promise<string> {
    const { segments } = (await caller.view()).view.public.programme
    return segments.find((segment) => segment.title === title)!.id
  }
})
