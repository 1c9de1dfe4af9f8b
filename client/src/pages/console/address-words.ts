import { m } from '../../paraglide/messages.js'
import type { HideablePart } from '../screen/screen-options.ts'

/** What an address can leave out, in words. */
export const hideNames: Readonly<Record<HideablePart, () => string>> = {
  title: m.console_address_hide_title,
  segment: m.console_address_hide_segment,
  next: m.console_address_hide_next,
  organization: m.console_address_hide_organization,
  clock: m.console_address_hide_clock,
  code: m.console_address_hide_code,
  notices: m.console_address_hide_notices,
  bar: m.console_address_hide_bar,
}
