import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import type { BeatMessage } from '@openfloor/shared/protocol.ts'
import { FeedClient } from '../testing/feed-client.ts'
import { createMeeting } from '../testing/meeting-access.ts'
import { startTestServer } from '../testing/test-server.ts'

test('a feed on which nothing happens shows that it lives, before anybody takes it for cut', async () => {
  const server = await startTestServer()
  const { meetingId, tokens } = await createMeeting(server.url)
  const feed = await FeedClient.open(server.url, { meetingId, token: tokens.screen })
  const openedAtMs = performance.now()
  await feed.watcher.message((message): message is BeatMessage => message.type === 'beat')
  expect(performance.now() - openedAtMs).toBeLessThan(limits.silenceMs)
  feed.close()
  await server.close()
})
