import type { ScreenShow } from '@openfloor/shared/meeting/state.ts'
import { clock, message, qr, type IconShape } from '../../components/icons.ts'
import { m } from '../../paraglide/messages.js'

const names: Readonly<Record<ScreenShow, () => string>> = {
  follow: m.console_show_follow,
  timer: m.console_show_timer,
  list: m.console_show_list,
  programme: m.console_show_programme,
  'lower-third': m.console_show_lower_third,
  clock: m.console_show_clock,
  join: m.console_show_join,
  notice: m.console_show_notice,
  blackout: m.console_show_blackout,
}

/** The drawing of each, told apart by shape. */
export const showIcons: Readonly<Record<ScreenShow, IconShape>> = {
  follow: {
    path: 'M4.5 12a7.5 7.5 0 0 1 13-5.1L20 9.5M20 4.5v5h-5M19.5 12a7.5 7.5 0 0 1-13 5.1L4 14.5M4 19.5v-5h5',
  },
  timer: { path: 'M19.5 13.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM12 9v4.5M9.5 3h5M17.5 7.5l1.5-1.5' },
  list: { path: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01', mirrors: true },
  programme: {
    path: 'M5.5 5.5h13A1.5 1.5 0 0 1 20 7v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5zM8 3.5v4M16 3.5v4M4 10.5h16',
  },
  'lower-third': {
    path: 'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5zM6 13h12v3H6z',
  },
  clock,
  join: qr,
  notice: message,
  blackout: { path: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z' },
}

/** A label with a name on it. */
export const nameTag: IconShape = {
  path: 'M4 8.5A1.5 1.5 0 0 1 5.5 7h13A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM10 7V5h4v2M7.5 11.5h9M9 15h6',
}

/** What a screen shows, in words. */
export function showName(shows: ScreenShow): string {
  return names[shows]()
}

/** What a screen is called; the main one has a name only if somebody gave it one. */
export function screenName({ name }: { readonly name: string }): string {
  return name === '' ? m.console_screen_main() : name
}
