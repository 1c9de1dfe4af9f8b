import { describe, expect, test } from 'vitest'
import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import type { PersonDescription } from '@openfloor/shared/meeting/events.ts'
import { encodeCommit, hashOfBody } from './commit-hash.ts'
import { CorruptJournal } from './errors.ts'
import type { Journal } from './journal.ts'
import { appendVersions, draftOf, versionsIn } from './testing/drafts.ts'

/** What can befall one stored commit while the store is closed: changed, taken out of the middle, cut off the end. */
export type Damage = 'altered' | 'removed' | 'cut-off'

/** A store under test, empty at first, and the journal that is open on it. Any number of processes may be involved. */
export interface JournalHarness {
  /** The open journal; another one after `reopen` and `fill`. */
  readonly journal: Journal
  /** Closes the journal and opens the same store again. Rejects with what opening rejects with. */
  reopen(): Promise<Journal>
  /** Closes the journal and damages a commit; `cut-off` takes those behind it too. */
  damage(damage: Damage, meetingId: string, version: number): Promise<void>
  /** From now on the store has no room. */
  fill(): Promise<void>
  /** There is room again. */
  free(): Promise<void>
  /** From now on the store takes bytes and cannot say that it will keep them (a failing fsync). */
  breakStore(): Promise<void>
  /** Closes the journal and removes the store. */
  dispose(): Promise<void>
}

type Story = (harness: JournalHarness) => Promise<void>

/** Declares the tests that every implementation of Journal must pass (rules J1 to J12 in `journal.ts`). */
export function journalContract(name: string, open: () => Promise<JournalHarness>): void {
  const declare = (title: string, story: Story) =>
    test(title, async () => {
      const harness = await open()
      try {
        await story(harness)
      } finally {
        await harness.dispose()
      }
    })
  describe(`${name} keeps the journal's contract`, () => {
    for (const stories of [
      ...[versionStories, recordStories, flightStories, followerStories, faultStories],
      erasureStories,
    ]) {
      for (const [title, story] of Object.entries(stories)) declare(title, story)
    }
  })
}

const versionStories: Record<string, Story> = {
  '[J2] the first version is 1, and each meeting counts for itself': async ({ journal }) => {
    expect(await statusOf(journal, 'a', 0)).toBe('conflict')
    expect(await statusOf(journal, 'a', 2)).toBe('conflict')
    expect(await statusOf(journal, 'a', 1)).toBe('durable')
    expect(await statusOf(journal, 'b', 1)).toBe('durable')
    expect([...(await journal.meetings())].sort()).toEqual(['a', 'b'])
  },
  '[J2] a draft whose version is not the next is a conflict': async (harness) => {
    await appendVersions(harness.journal, 'a', 1, 3)
    const wrong = [1, 3, 5, -1, 1.5]
    for (const version of wrong) expect(await statusOf(harness.journal, 'a', version)).toBe('conflict')
    const journal = await harness.reopen()
    for (const version of wrong) expect(await statusOf(journal, 'a', version)).toBe('conflict')
    expect(await versionsIn(harness.journal, 'a')).toEqual([1, 2, 3])
  },
  '[J2] of two drafts of one version in flight one is durable': async ({ journal }) => {
    const answers = await Promise.all([1, 2].map((n) => journal.append(draftOf('a', 1, { id: `twin-${n}` }))))
    expect(answers.map(({ status }) => status)).toEqual(['durable', 'conflict'])
    expect((await journal.read('a', 0)).map(({ id }) => id)).toEqual(['twin-1'])
  },
  '[J3] a draft whose epoch is not the meeting’s is a conflict': async (harness) => {
    await harness.journal.append(draftOf('a', 1, { epoch: 'first' }))
    expect(await harness.journal.append(draftOf('a', 2, { epoch: 'other' }))).toEqual({ status: 'conflict' })
    const journal = await harness.reopen()
    expect(await journal.append(draftOf('a', 2, { epoch: 'other' }))).toEqual({ status: 'conflict' })
    expect((await journal.append(draftOf('a', 2, { epoch: 'first' }))).status).toBe('durable')
  },
  '[J4] a commit is never earlier than the one before it': async (harness) => {
    await harness.journal.append(draftOf('a', 1, { at: 1_000 }))
    await harness.journal.append(draftOf('b', 1, { at: 5 }))
    await Promise.all(
      [2, 3].map((version) => harness.journal.append(draftOf('a', version, { at: version * 400 }))),
    )
    const journal = await harness.reopen()
    await journal.append(draftOf('a', 4, { at: 0 }))
    expect((await journal.read('a', 0)).map(({ at }) => at)).toEqual([1_000, 1_000, 1_200, 1_200])
    expect((await journal.read('b', 0)).map(({ at }) => at)).toEqual([5])
  },
}

const recordStories: Record<string, Story> = {
  '[J1] what was acknowledged is there when the store is opened again': async (harness) => {
    await appendVersions(harness.journal, 'a', 1, 3)
    const journal = await harness.reopen()
    expect(await versionsIn(journal, 'a')).toEqual([1, 2, 3])
    await appendVersions(journal, 'a', 4, 4)
    expect(await versionsIn(await harness.reopen(), 'a')).toEqual([1, 2, 3, 4])
    expect(await harness.journal.meetings()).toEqual(['a'])
  },
  '[J5] each commit carries the hash of the one before it': async (harness) => {
    await appendVersions(harness.journal, 'a', 1, 3)
    await appendVersions(await harness.reopen(), 'a', 4, 5)
    const commits = await harness.journal.read('a', 0)
    const hashes = commits.map((commit) => hashOfBody(encodeCommit(commit)))
    expect(commits.map(({ previousHash }) => previousHash)).toEqual(['', ...hashes.slice(0, -1)])
  },
  '[J8] what is read is what was appended, to the byte': async (harness) => {
    const drafts = awkwardTitles.map((title, index) =>
      draftOf('ü \n"m"', index + 1, { events: [{ type: 'meeting-renamed', title }] }),
    )
    for (const draft of drafts) await harness.journal.append(draft)
    for (const open of [() => harness.journal, () => harness.reopen()]) {
      const read = await (await open()).read('ü \n"m"', 0)
      expect(read.map(({ previousHash: _, ...draft }) => draft)).toStrictEqual(drafts)
    }
  },
  '[J8] a read begins above the version it names, however long the record': async ({ journal }) => {
    await appendVersions(journal, 'a', 1, 1_201)
    expect((await journal.read('a', 1_199)).map(({ version }) => version)).toEqual([1_200, 1_201])
    expect(await journal.read('a', 1_201)).toEqual([])
    expect(await journal.read('a', 2_000)).toEqual([])
    expect(await journal.read('nobody', 0)).toEqual([])
    expect(await versionsIn(journal, 'a')).toEqual(Array.from({ length: 1_201 }, (_, index) => index + 1))
  },
}

const awkwardTitles = [
  '',
  'Überblick — 日本語 — عربى — 👩🏽‍🤝‍👩🏻',
  'a lone half \ud83d, and \u0000 \u2028 \\ " \' ; --',
  'e\u0301 is not \u00e9',
  'x'.repeat(15_000),
]

const flightStories: Record<string, Story> = {
  '[J6] appends in flight together are stored in the order they were made': async ({ journal }) => {
    await Promise.all(['a', 'b', 'c'].map((meetingId) => appendVersions(journal, meetingId, 1, 200)))
    expect(await versionsIn(journal, 'b')).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
  },
  '[J6] when one is not stored, those in flight behind it are not either': async ({ journal }) => {
    await appendVersions(journal, 'a', 1, 1)
    const inFlight = ['a1', 'b1', 'a2', 'a3'].map((name) =>
      journal.append(draftOf(name.charAt(0), Number(name.charAt(1)))),
    )
    const statuses = (await Promise.all(inFlight)).map(({ status }) => status)
    expect(statuses).toEqual(['conflict', 'durable', 'conflict', 'conflict'])
    await appendVersions(journal, 'a', 2, 3)
  },
  '[J6] also when they are written behind somebody else’s': async ({ journal }) => {
    await appendVersions(journal, 'a', 1, 1)
    const inFlight = ['b1', 'a1', 'a2', 'b2', 'a3'].map((name) =>
      journal.append(draftOf(name.charAt(0), Number(name.charAt(1)))),
    )
    const statuses = (await Promise.all(inFlight)).map(({ status }) => status)
    expect(statuses).toEqual(['durable', 'conflict', 'conflict', 'durable', 'conflict'])
    expect(await versionsIn(journal, 'a')).toEqual([1])
  },
  '[J6] closing waits for what is in flight, and takes no more': async (harness) => {
    const { journal } = harness
    const inFlight = appendVersions(journal, 'a', 1, 20)
    const closed = journal.close()
    await expect(journal.append(draftOf('a', 21))).rejects.toThrow('closed')
    await Promise.all([inFlight, closed])
    expect(await versionsIn(await harness.reopen(), 'a')).toHaveLength(20)
  },
}

const followerStories: Record<string, Story> = {
  '[J7] a follower sees every commit once, in order, as it is read later': async ({ journal }) => {
    const seen: Commit[] = []
    await appendVersions(journal, 'a', 1, 2)
    const unfollow = journal.follow((commit) => seen.push(commit))
    await Promise.all(['a', 'b'].map((id) => appendVersions(journal, id, id === 'a' ? 3 : 1, 30)))
    await journal.append(draftOf('a', 7))
    unfollow()
    await appendVersions(journal, 'a', 31, 31)
    for (const [meetingId, after] of [
      ['a', 2],
      ['b', 0],
    ] as const) {
      const told = seen.filter((commit) => commit.meetingId === meetingId)
      expect(told).toStrictEqual((await journal.read(meetingId, after)).slice(0, told.length))
      expect(told.at(-1)?.version).toBe(30)
    }
  },
  '[J7] a follower has seen a commit when its append is answered': async ({ journal }) => {
    const seen: string[] = []
    const unfollow = [1, 2].map((n) => journal.follow(({ version }) => seen.push(`${n} saw ${version}`)))
    const answered = [1, 2].map((version) =>
      journal
        .append(draftOf('a', version))
        .then(() => [...seen].filter((line) => line.endsWith(`saw ${version}`))),
    )
    expect(await Promise.all(answered)).toEqual([1, 2].map((v) => [`1 saw ${v}`, `2 saw ${v}`]))
    for (const end of unfollow) end()
  },
}

const faultStories: Record<string, Story> = {
  ...damageStories(),
  '[J2] a full store refuses, keeps nothing of the draft, and takes it when there is room': async (
    harness,
  ) => {
    await appendVersions(harness.journal, 'a', 1, 2)
    await harness.fill()
    const inFlight = [draftOf('a', 3), draftOf('a', 4), draftOf('b', 1)].map((draft) =>
      harness.journal.append(draft),
    )
    const refused = { status: 'refused', reason: 'storage-full' }
    expect(await Promise.all(inFlight)).toEqual([refused, refused, refused])
    expect(await harness.journal.append(draftOf('a', 9))).toEqual({ status: 'conflict' })
    expect(await versionsIn(harness.journal, 'a')).toEqual([1, 2])
    await harness.free()
    await appendVersions(harness.journal, 'a', 3, 4)
    expect(await versionsIn(await harness.reopen(), 'a')).toEqual([1, 2, 3, 4])
    expect(await harness.journal.meetings()).toEqual(['a'])
  },
  '[J10] a store that cannot be trusted rejects everything, and says why': async (harness) => {
    const { journal } = harness
    const told: number[] = []
    await appendVersions(journal, 'a', 1, 2)
    journal.follow(({ version }) => told.push(version))
    await harness.breakStore()
    const pending = [3, 4, 5].map((version) => journal.append(draftOf('a', version)))
    expect((await Promise.allSettled(pending)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
    const reason = await journal.failed
    await expect(journal.append(draftOf('a', 3))).rejects.toBe(reason)
    await expect(journal.append(draftOf('b', 1))).rejects.toBe(reason)
    expect(told).toEqual([])
    expect((await versionsIn(await harness.reopen(), 'a')).slice(0, 2)).toEqual([1, 2])
  },
}

const person: PersonDescription = {
  ...{ name: 'Amina Diallo', organization: 'Migrants Voice', groupId: 'migrants' },
  ...{ country: 'CH', regionId: 'west', gender: 'woman', mode: null },
}

const amina: CommitDraft = draftOf('a', 1, {
  events: [
    { type: 'person-added', personId: 'amina', person, origin: 'joined' },
    {
      ...{ type: 'hand-raised', requestId: 'r', segmentId: 's', personId: 'amina', kind: 'statement' },
      ...{ onBehalfOf: { capacity: 'group', name: 'Amina and friends' }, topic: 'Amina’s', enteredBy: null },
    },
    {
      ...{ type: 'statement-filed', requestId: 'r', personId: 'amina' },
      ...{ statement: { form: 'text', text: 'I, Amina' }, enteredBy: null },
    },
  ],
})

const erasing = draftOf('a', 2, { events: [{ type: 'person-erased', personId: 'amina' }] })

const erasureStories: Record<string, Story> = {
  '[J11] what was said of somebody is read as it was, until they are erased': async (harness) => {
    await harness.journal.append(amina)
    expect((await harness.journal.read('a', 0))[0]?.events).toStrictEqual(amina.events)
    expect((await (await harness.reopen()).read('a', 0))[0]?.events).toStrictEqual(amina.events)
  },
  '[J11] then it reads blank, at once and after opening again, and the record still holds': async (
    harness,
  ) => {
    await harness.journal.append(amina)
    await harness.journal.append(erasing)
    for (const open of [() => harness.journal, () => harness.reopen()]) {
      const commits = await (await open()).read('a', 0)
      expect(JSON.stringify(commits)).not.toMatch(/Amina|Voice|CH|woman/)
      expect(commits[0]?.events).toMatchObject([
        { personId: 'amina', person: { name: '', groupId: 'migrants', regionId: 'west' } },
        { topic: '', onBehalfOf: { capacity: 'group', name: '' } },
        { statement: { form: 'text', text: '' } },
      ])
    }
    await appendVersions(harness.journal, 'a', 3, 3)
  },
  '[J11] also in one batch with what was said, and nobody else is touched': async (harness) => {
    const boris = draftOf('a', 3, {
      events: [{ type: 'person-added', personId: 'boris', person, origin: 'joined' }],
    })
    await Promise.all([amina, erasing, boris].map((draft) => harness.journal.append(draft)))
    const commits = await (await harness.reopen()).read('a', 0)
    expect(JSON.stringify(commits[0])).not.toContain('Amina')
    expect(commits[2]?.events).toStrictEqual(boris.events)
  },
  '[J11] an erasure that was not stored erases nothing': async (harness) => {
    await harness.journal.append(amina)
    await harness.journal.append({ ...erasing, version: 5 })
    expect((await (await harness.reopen()).read('a', 0))[0]?.events).toStrictEqual(amina.events)
  },
  '[J12] a meeting that is forgotten is gone, the others are not, and its id can begin again': async (
    harness,
  ) => {
    await harness.journal.append(amina)
    await appendVersions(harness.journal, 'b', 1, 3)
    expect(await harness.journal.forget('a')).toBe('forgotten')
    expect(await harness.journal.forget('nobody')).toBe('forgotten')
    expect(await harness.journal.read('a', 0)).toEqual([])
    const journal = await harness.reopen()
    expect(await journal.meetings()).toEqual(['b'])
    expect(await versionsIn(journal, 'b')).toEqual([1, 2, 3])
    await appendVersions(journal, 'a', 1, 2)
  },
}

function damageStories(): Record<string, Story> {
  const cases = [
    ['altered', 1],
    ['altered', 3],
    ['removed', 1],
    ['removed', 2],
    ['cut-off', 2],
    ['cut-off', 1],
  ] as const
  return Object.fromEntries(
    cases.map(([damage, version]) => [
      `[J9] version ${version} ${damage}: found at opening, named, and not opened`,
      async (harness: JournalHarness) => {
        await appendVersions(harness.journal, 'a', 1, 3)
        await appendVersions(harness.journal, 'b', 1, 3)
        await harness.damage(damage, 'b', version)
        const error = await harness.reopen().catch((reason: unknown) => reason)
        expect(error).toBeInstanceOf(CorruptJournal)
        expect((error as CorruptJournal).fault).toMatchObject({ meetingId: 'b', version })
        expect((error as CorruptJournal).message).toContain(`meeting b, version ${version}`)
      },
    ]),
  )
}

async function statusOf(journal: Journal, meetingId: string, version: number): Promise<string> {
  return (await journal.append(draftOf(meetingId, version))).status
}
