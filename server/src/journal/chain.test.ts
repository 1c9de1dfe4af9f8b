import { describe, expect, test } from 'vitest'
import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { verifyEnd, verifyNext, verifyReach, type StoredCommit, type Tail } from './chain.ts'
import { commitOf, encodeCommit, hashOfBody } from './commit-hash.ts'
import { draftOf } from './testing/drafts.ts'

const tail: Tail = { version: 1, hash: 'hash-of-1', epoch: 'epoch-of-a', at: 5 }

function rowOf(draft: CommitDraft, previousHash: string): StoredCommit {
  const body = encodeCommit(commitOf(draft, { at: draft.at, previousHash }))
  return { meetingId: 'a', version: draft.version, hash: hashOfBody(body), body }
}

describe('[J9] the chain of a meeting', () => {
  test('goes on with the commit that continues it', () => {
    const row = rowOf(draftOf('a', 2), 'hash-of-1')
    const { at } = draftOf('a', 2)
    expect(verifyNext(tail, row)).toEqual({ version: 2, hash: row.hash, epoch: 'epoch-of-a', at })
    expect(verifyNext(undefined, rowOf(draftOf('a', 1), ''))).toMatchObject({ version: 1 })
  })

  test.each([
    ['that names another before it', rowOf(draftOf('a', 2), 'hash-of-another')],
    ['of another meeting', rowOf(draftOf('b', 2, { epoch: 'epoch-of-a' }), 'hash-of-1')],
    ['of another epoch', rowOf(draftOf('a', 2, { epoch: 'other' }), 'hash-of-1')],
    ['that says another version', { ...rowOf(draftOf('a', 3), 'hash-of-1'), version: 2 }],
  ])('does not go on with a commit %s', (_, row) => {
    expect(() => verifyNext(tail, row)).toThrow('meeting a, version 2: the commit does not continue')
  })

  test('does not go on with what is no commit, and says so', () => {
    const row = { meetingId: 'a', version: 2, hash: hashOfBody('{'), body: '{' }
    expect(() => verifyNext(tail, row)).toThrow(/version 2: the commit cannot be parsed/)
  })

  test('goes as far as it is known to have gone, and ends where its end was noted', () => {
    expect(() => verifyReach('a', tail, { version: 3, hash: 'x' })).toThrow(
      'version 2: the commit is missing',
    )
    expect(() => verifyReach('a', undefined, { version: 1, hash: 'x' })).toThrow(
      'version 1: the commit is missing',
    )
    verifyReach('a', tail, { version: 0, hash: '' })
    verifyEnd('a', tail, { version: 1, hash: 'hash-of-1' })
    for (const noted of [undefined, { version: 1, hash: 'x' }, { version: 2, hash: 'x' }]) {
      expect(() => verifyEnd('a', tail, noted)).toThrow('meeting a, version')
    }
  })
})
