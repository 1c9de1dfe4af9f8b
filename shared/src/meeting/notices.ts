import { limits } from '../limits.ts'
import type { Deciders, Evolution } from './decision.ts'
import { floorIntervention } from './queries.ts'
import { refuse } from './refusals.ts'
import type { Notice } from './state.ts'

/** Messages to everybody, to the screens and to the speaker (rules N). */
export const noticeDeciders = {
  'send-notice': (meeting, { to, screenId: chosen, text, durationMs }, { newId }) => {
    const speaking = floorIntervention(meeting)
    const screenId = to === 'screens' ? chosen : null
    if (screenId !== null && meeting.screens.every(({ id }) => id !== screenId))
      return refuse('unknown-screen')
    if (to === 'speaker' && !speaking) return refuse('nobody-has-the-floor')
    const personId = to === 'speaker' ? speaking!.personId : null
    return [{ type: 'notice-sent', noticeId: newId(), to, personId, screenId, text, durationMs }]
  },
  'withdraw-notice': (meeting, { noticeId }) =>
    meeting.notices.some((notice) => notice.id === noticeId)
      ? [{ type: 'notice-withdrawn', noticeId }]
      : refuse('unknown-notice'),
} satisfies Deciders<'send-notice' | 'withdraw-notice'>

export const noticeEvolution = {
  'notice-sent': (meeting, { noticeId, to, personId, screenId, text, durationMs }, at) => {
    const untilAt = durationMs === null ? null : at + durationMs
    const notice = { id: noticeId, to, personId, screenId, text, at, untilAt }
    const others = meeting.notices.filter((other) => !isRepeated(other, notice))
    return { ...meeting, notices: [notice, ...others].slice(0, limits.noticesKept) }
  },
  'notice-withdrawn': (meeting, { noticeId }) => ({
    ...meeting,
    notices: meeting.notices.filter((notice) => notice.id !== noticeId),
  }),
} satisfies Evolution<'notice-sent' | 'notice-withdrawn'>

/** [N5] Said again to the same people, it takes the place of what they read already. */
function isRepeated(before: Notice, after: Notice): boolean {
  return (
    before.text === after.text &&
    before.to === after.to &&
    before.personId === after.personId &&
    before.screenId === after.screenId
  )
}
