import { m } from '../../../paraglide/messages.js'
import { audiences } from '../saved-notice-form.ts'

const names = {
  everyone: m.console_notice_everyone,
  speaker: m.console_notice_speaker,
  screens: m.console_notice_screens,
} as const

/** To whom a saved notice may be, to choose from. */
export function audienceOptions() {
  return audiences.map((value) => ({ value, label: names[value]() }))
}
