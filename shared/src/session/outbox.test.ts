import { expect, test } from 'vitest'
import type { SentCommand } from '../commands.ts'
import type { CommandResult } from '../protocol.ts'
import { raiseHand, lowerHand } from '../testing/wishes.ts'
import { Outbox } from './outbox.ts'

/** An outbox whose wire waits to be told what comes back. */
function outbox() {
  const sent: { readonly command: SentCommand; readonly answer: (result: CommandResult | null) => void }[] =
    []
  let ids = 0
  let pending: readonly SentCommand[] = []
  const box = new Outbox({
    transmit: (command) => new Promise((answer) => sent.push({ command, answer })),
    newId: () => `command-${++ids}`,
    changed: (commands) => (pending = commands),
  })
  const answer = async (result: CommandResult | null) => {
    sent.at(-1)!.answer(result)
    for (let turn = 0; turn < 5; turn++) await null
  }
  return { box, answer, ids: () => sent.map(({ command }) => command.id), pending: () => pending.length }
}

test('what is not answered goes out again under the same id, over the next connection too', async () => {
  const { box, answer, ids, pending } = outbox()
  const result = box.send(raiseHand())
  expect(ids()).toEqual([])
  box.open()
  await answer(null)
  box.pause()
  await answer(null)
  expect([ids(), pending()]).toEqual([['command-1', 'command-1'], 1])
  box.open()
  await answer({ version: 7 })
  expect([ids().length, pending(), await result]).toEqual([3, 0, { version: 7 }])
})

test('nothing overtakes what was sent before it: a wish whose refusal was lost is decided again', async () => {
  const { box, answer, ids } = outbox()
  box.open()
  const results = [box.send(raiseHand()), box.send(lowerHand('request'))]
  expect(ids()).toEqual(['command-1'])
  await answer({ refusal: 'hand-already-raised', version: 7 })
  await answer({ version: 8 })
  expect(ids()).toEqual(['command-1', 'command-2'])
  expect(await Promise.all(results)).toEqual([{ refusal: 'hand-already-raised', version: 7 }, { version: 8 }])
})

test('a session that ends tells whoever waits', async () => {
  const { box, ids, pending } = outbox()
  const waiting = box.send(raiseHand())
  box.close()
  box.open()
  expect(await Promise.all([waiting, box.send(raiseHand())])).toMatchObject([
    { error: 'unavailable' },
    { error: 'unavailable' },
  ])
  expect([ids(), pending()]).toEqual([[], 0])
})
