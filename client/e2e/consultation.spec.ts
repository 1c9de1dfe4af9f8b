import { expect } from '@playwright/test'
import { timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import { Api, type Caller } from './harness/api.ts'
import { ownServer } from './harness/own-server.ts'
import { test, type Devices } from './people/devices.ts'
import { expectClock } from './people/digits.ts'
import { Moderator } from './people/moderator.ts'
import { Participant } from './people/participant.ts'
import { addressOfQr } from './people/qr.ts'
import { Screen } from './people/screen.ts'

const server = ownServer()
const minute = 60_000

/** Everybody who is there. */
interface Room {
  readonly moderator: Moderator
  readonly amina: Participant
  readonly bruno: Participant
  readonly claire: Participant
  readonly all: readonly Participant[]
  readonly screen: Screen
  /** The server's own word for what the pages show. */
  readonly witness: Caller
}

test('the consultation of the concept note, from the first link to the end', async ({ devices }) => {
  test.setTimeout(240_000)
  const room = await test.step('everybody comes in', () => comeIn(devices))
  await test.step('the meeting starts with the opening plenary', () => opening(room))
  await test.step('the panel, in order and out of order', () => panel(room))
  await test.step('hands are raised on the open floor', () => hands(room))
  await test.step('a speaker is extended, paused, resumed, and yields', () => speaking(room))
  await test.step('undo: next, end, cut off', () => undoing(room))
  await test.step('the list is worked on: remove, add, move, limit', () => listing(room))
  await test.step('the list closes and opens again', () => closing(room))
  await test.step('notices reach those they are for', () => notices(room))
  await test.step('lunch, back and forth', () => lunch(room))
  await test.step('the second roundtable', () => secondRoundtable(room))
  await test.step('the closing plenary, and the end', () => theEnd(room))
  expect(devices.complaints).toEqual([])
  for (const link of Object.values(server().links).filter((each) => !each.includes('/join')))
    expect(server().log).not.toContain(new URL(link).hash.slice(1))
})

async function comeIn(devices: Devices): Promise<Room> {
  const { links, address } = server()
  const screen = new Screen(await devices.bring('wall'))
  await screen.comeBy(links.screen)
  const moderator = new Moderator(await devices.bring('laptop'))
  await moderator.comeBy(links.moderator)

  const code = new URL(links.participants).hash.slice(1)
  const amina = new Participant(await devices.bring('phone'), {
    name: 'Amina Diallo',
    organization: 'Migrants’ Voice',
    group: 'Migrants',
  })
  await amina.joinByCode(`${address}/`, `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`)
  const bruno = new Participant(await devices.bring('phone'), {
    name: 'Bruno Costa',
    organization: 'City of Porto',
    group: 'Local authorities and communities',
  })
  await bruno.joinBy(links.participants)
  const french = await devices.bring('phone', { locale: 'fr-FR' })
  const claire = new Participant(
    french,
    { name: 'Claire Fontaine', organization: 'Union syndicale', group: 'Syndicats' },
    'fr',
  )
  await claire.joinBy(await addressOfQr(screen.page, links.participants))

  const all = [amina, bruno, claire]
  for (const { page } of [screen, moderator, ...all]) expect(page.url()).not.toContain('#')
  const witness = await new Api(address).comeBy(links.moderator)
  return { moderator, amina, bruno, claire, all, screen, witness }
}

async function opening(room: Room): Promise<void> {
  const { moderator, all, screen } = room
  for (const participant of all) await participant.seesNotStarted()
  await moderator.startMeeting()
  await moderator.seesSegment('Opening plenary')
  for (const participant of all) await participant.seesSegment('Opening plenary')
  await screen.seesTitle('Opening plenary')
  await screen.sees('0 of 2 have spoken')
  await sameSegmentTime(room)

  await moderator.giveFloorToNext('The Network Coordinator')
  await everybodySees(room, 'The Network Coordinator')
  await screen.seesNext('Rapporteur (stakeholder)')
  await sameSpeakerTime(room)
  await moderator.endIntervention()
  await everybodySees(room, null)
  await moderator.seesLatest('The Network Coordinator', 'delivered')
  await screen.sees('1 of 2 have spoken')
  await moderator.giveFloorToNext('Rapporteur (stakeholder)')
  await everybodySees(room, 'Rapporteur (stakeholder)')
}

async function panel(room: Room): Promise<void> {
  const { moderator, all, screen } = room
  await moderator.goOnTo('Moderated panel')
  await moderator.seesLatest('Rapporteur (stakeholder)', 'delivered')
  for (const participant of all) {
    await participant.seesSegment('Moderated panel')
    await participant.seesGuidingPoint('Key thematic priority areas for the region')
  }
  await screen.seesTitle('Moderated panel')
  await moderator.giveFloorToNext('Panelist 1')
  await everybodySees(room, 'Panelist 1')
  await moderator.giveFloorOutOfOrder('Panelist 3')
  await everybodySees(room, 'Panelist 3')
  await screen.seesNext('Panelist 2')
  // The key does what the button does.
  await moderator.page.keyboard.press('n')
  await everybodySees(room, 'Panelist 2')
  await screen.seesNext('Panelist 4')
  await sameSpeakerTime(room)
}

async function hands(room: Room): Promise<void> {
  const { moderator, amina, bruno, claire, all, screen } = room
  await moderator.goOnTo('Open floor for discussion')
  for (const participant of all) await participant.seesSegment('Open floor for discussion')
  await screen.seesTitle('Raise your hand')
  await moderator.seesList([])

  await amina.raiseHand('Regular pathways')
  await amina.seesIAmNext()
  await bruno.raiseHand('Cities and newcomers')
  await bruno.seesPlace(2)
  await claire.raiseHand()
  await claire.seesTurn('Place 3 sur la liste')
  const names = ['Amina Diallo', 'Bruno Costa', 'Claire Fontaine']
  await moderator.seesList(names)
  await expect(moderator.list.getByText('Regular pathways')).toBeVisible()
  for (const participant of all) {
    await participant.seesList(names)
    await participant.seesTopic('Cities and newcomers')
  }
  await screen.sees('3 people are waiting')
  await claire.lowerHand()
  await moderator.seesList(names.slice(0, 2))
  await claire.raiseHand('Travail décent')
  await moderator.seesList(names)
}

async function speaking(room: Room): Promise<void> {
  const { moderator, amina, bruno, claire, all, screen } = room
  await moderator.giveFloorToNext('Amina Diallo')
  await amina.seesFloorIsMine()
  await bruno.seesIAmNext()
  await claire.seesTurn('Place 2 sur la liste')
  await everybodySees(room, 'Amina Diallo')
  await screen.sees('Migrants’ Voice')
  await sameSpeakerTime(room)

  await moderator.extendSpeaker30s()
  await expect.poll(async () => (await floorClock(room)).limitMs).toBe(3.5 * minute)
  await sameSpeakerTime(room)
  await moderator.pauseSpeaker()
  for (const clock of [moderator, ...all, screen])
    await expect(
      clock.page.getByText(/^(Paused|En pause|Your time stands still|Votre temps est suspendu)$/).first(),
    ).toBeVisible()
  expect((await floorClock(room)).startedAt).toBeNull()
  await sameSpeakerTime(room)
  await moderator.resumeSpeaker()
  await expect.poll(async () => (await floorClock(room)).startedAt).not.toBeNull()
  await sameSpeakerTime(room)

  await amina.yieldFloor()
  await amina.seesTurn('You have spoken. Thank you.')
  await everybodySees(room, null)
  await moderator.seesLatest('Amina Diallo', 'yielded')
}

async function undoing(room: Room): Promise<void> {
  const { moderator, bruno } = room
  await moderator.giveFloorToNext('Bruno Costa')
  await bruno.seesFloorIsMine()
  await moderator.page.keyboard.press('Control+z')
  await bruno.seesIAmNext()
  await moderator.seesList(['Bruno Costa', 'Claire Fontaine'])

  await moderator.giveFloorToNext('Bruno Costa')
  await bruno.seesFloorIsMine()
  const { clock, interventionId } = await floorOf(room)
  await moderator.endIntervention()
  await everybodySees(room, null)
  await moderator.undo('ended the intervention')
  await bruno.seesFloorIsMine()
  expect(await floorOf(room)).toMatchObject({ clock, interventionId })

  await moderator.cutOff()
  await moderator.seesLatest('Bruno Costa', 'cut off')
  await moderator.undo('cut off the speaker')
  await bruno.seesFloorIsMine()
  await moderator.cutOff()
  await moderator.seesLatest('Bruno Costa', 'cut off')
  await everybodySees(room, null)
}

async function listing(room: Room): Promise<void> {
  const { moderator, amina, bruno, claire } = room
  await moderator.takeOffTheList('Claire Fontaine')
  await moderator.seesList([])
  await claire.seesTurn('Votre demande a été retirée de la liste')
  await moderator.undo('took a request off the list')
  await claire.seesTurn('À vous juste après')

  await moderator.addSpeaker({
    name: 'Delegation of Freedonia',
    organization: 'Freedonia',
    topic: 'Seasonal work',
  })
  await moderator.seesList(['Claire Fontaine', 'Delegation of Freedonia'])
  await bruno.seesList(['Claire Fontaine', 'Delegation of Freedonia'])
  await moderator.moveUp('Delegation of Freedonia')
  await claire.seesTurn('Place 2 sur la liste')
  await bruno.seesList(['Delegation of Freedonia', 'Claire Fontaine'])
  await moderator.undo('moved a request')
  await bruno.seesList(['Claire Fontaine', 'Delegation of Freedonia'])
  await moderator.moveUp('Delegation of Freedonia')

  await moderator.setSpeakingLimit('2:00')
  await claire.seesLimit('2:00')
  await moderator.giveFloorToNext('Delegation of Freedonia')
  await everybodySees(room, 'Delegation of Freedonia')
  expect((await floorClock(room)).limitMs).toBe(2 * minute)
  await sameSpeakerTime(room)
  await amina.seesList(['Claire Fontaine'])
}

async function closing(room: Room): Promise<void> {
  const { moderator, amina, screen } = room
  await moderator.closeList()
  await amina.seesHand('The list is closed')
  await expect(amina.list.getByText('Closed', { exact: true })).toBeVisible()
  await moderator.endIntervention()
  await screen.sees('List closed, 1 waiting')
  await moderator.undo('ended the intervention')
  await moderator.undo('closed the list')
  await amina.raiseHand()
  await amina.seesPlace(2)
  await moderator.closeList()
  await moderator.openList()
  await moderator.seesList(['Claire Fontaine', 'Amina Diallo'])
}

async function notices({ moderator, amina, bruno, claire, screen }: Room): Promise<void> {
  await moderator.giveFloorToNext('Claire Fontaine')
  await claire.seesFloorIsMine()
  await moderator.notify('speaker', 'Please slow down for the interpreters.')
  await claire.seesNotice('Please slow down for the interpreters.')
  await moderator.notify('everyone', 'Please mute your microphones.')
  for (const participant of [amina, bruno, claire])
    await participant.seesNotice('Please mute your microphones.')
  await screen.sees('Please mute your microphones.')
  await moderator.notify('screens', 'Coffee is in the hall.')
  await screen.sees('Coffee is in the hall.')
  for (const participant of [amina, bruno]) {
    await participant.seesNoNotice('Please slow down for the interpreters.')
    await participant.seesNoNotice('Coffee is in the hall.')
  }
  await screen.seesNoMore('Please slow down for the interpreters.')
  await moderator.withdrawNotice('Coffee is in the hall.')
  await screen.seesNoMore('Coffee is in the hall.')
  await moderator.withdrawNotice('Please mute your microphones.')
}

async function lunch(room: Room): Promise<void> {
  const { moderator, amina, all, screen, witness } = room
  await moderator.goOnTo('Lunch')
  await amina.seesTurn('Your turn was not reached')
  const { meeting, programme } = (await witness.view()).view.public
  const afternoon = programme.segments.find(({ id }) => id === 'panel-2')!
  expect(afternoon.fixedStartAt).toBe(meeting.startsAt + 180 * minute)
  const time = timeOfDay(afternoon.fixedStartAt!, meeting.timeZone, 'en')
  await screen.seesTitle(`Resumes at ${time}`)
  await moderator.seesFloorWords(`Resumes at ${time}`)
  for (const participant of all) await participant.seesResumesAt(time)
  await expectClock({ startedAt: 0, accumulatedMs: 0, limitMs: afternoon.fixedStartAt! }, [
    screen.breakTime,
    ...all.map((participant) => participant.segmentTime),
  ])

  await moderator.goBackTo('Open floor for discussion')
  for (const participant of all) await participant.seesSegment('Open floor for discussion')
  await sameSegmentTime(room)
  await moderator.goOnTo('Lunch')
  await screen.seesTitle(`Resumes at ${time}`)
}

async function secondRoundtable(room: Room): Promise<void> {
  const { moderator, bruno, all, screen } = room
  await moderator.goOnTo('Moderated panel')
  for (const participant of all) await participant.seesSession(/Roundtable II/)
  await moderator.giveFloorToNext('Panelist 6')
  await everybodySees(room, 'Panelist 6')
  await moderator.goOnTo('Open floor for discussion')
  await screen.seesTitle('Raise your hand')
  await bruno.raiseHand('Follow-up')
  await bruno.seesIAmNext()
  await moderator.giveFloorToNext('Bruno Costa')
  await bruno.seesFloorIsMine()
  await sameSpeakerTime(room)
  await moderator.endIntervention()
  await moderator.seesLatest('Bruno Costa', 'delivered')
}

async function theEnd(room: Room): Promise<void> {
  const { moderator, amina, claire, all, screen } = room
  await moderator.goOnTo('Closing plenary')
  await moderator.giveFloorToNext('The Network')
  await everybodySees(room, 'The Network')
  await moderator.giveFloorToNext('Rapporteur (stakeholder)')
  await everybodySees(room, 'Rapporteur (stakeholder)')
  await moderator.endIntervention()
  await moderator.endMeeting()
  await amina.seesEnd('The meeting has ended')
  await claire.seesEnd('La réunion est terminée')
  await screen.seesTitle('Thank you')
  await moderator.undo('ended the meeting')
  for (const participant of all) await participant.seesSegment('Closing plenary')
  await moderator.endMeeting()
  await amina.seesEnd('The meeting has ended')
  await screen.seesTitle('Thank you')
  for (const { page } of [screen, moderator, ...all]) expect(page.url()).not.toContain('#')
}

/** Everybody sees who has the floor; the one who has it reads so in the own words. */
async function everybodySees({ moderator, all, screen }: Room, name: string | null): Promise<void> {
  await moderator.seesFloor(name)
  for (const participant of all)
    if (participant.name === name) await participant.seesFloorIsMine()
    else await participant.seesFloor(name)
  if (name !== null) await screen.seesTitle(name)
}

async function floorOf({ witness }: Room) {
  const { floor } = (await witness.view()).view.public
  if (!floor) throw new Error('nobody has the floor')
  return floor
}

async function floorClock(room: Room) {
  return (await floorOf(room)).clock
}

async function sameSpeakerTime(room: Room): Promise<void> {
  const { moderator, all, screen } = room
  const timers = [moderator, ...all, screen].map((person) => person.speakerTime)
  await expectClock(await floorClock(room), timers)
}

async function sameSegmentTime(room: Room): Promise<void> {
  const { moderator, all, screen, witness } = room
  const { segments, currentSegmentId } = (await witness.view()).view.public.programme
  const { clock } = segments.find(({ id }) => id === currentSegmentId)!
  await expectClock(
    clock,
    [moderator, ...all, screen].map((person) => person.segmentTime),
  )
}
