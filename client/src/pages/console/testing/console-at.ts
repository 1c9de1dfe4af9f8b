import { fireEvent, render } from '@testing-library/svelte'
import { tick } from 'svelte'
import { moderator } from '@openfloor/shared/testing/consultation.ts'
import type { Story } from '@openfloor/shared/testing/story.ts'
import type { Sounds } from '../../../session/sounds.ts'
import LocalConsole from './LocalConsole.svelte'
import { LocalSession } from './local-session.svelte.ts'

/** For tests: a console that shows where a story has come to, and the session behind it. */
export function consoleAt(story: Story, sounds?: Sounds): LocalSession {
  const session = new LocalSession(story, moderator)
  render(LocalConsole, { session, ...(sounds && { sounds }) })
  return session
}

/** Presses a key where the focus is. */
export function press(key: string, held = {}) {
  return fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held })
}

/** Until what was sent is answered and shown. */
export async function answered(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  await tick()
}

/** What was sent, by type. */
export function types({ sent }: LocalSession): string[] {
  return sent.map(({ type }) => type)
}
