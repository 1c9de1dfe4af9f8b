import type { ScreenShow } from '@openfloor/shared/meeting/state.ts'

/** What has the head with the time of day and the notices at the foot; the others stand alone. */
export type FramedShow = Exclude<ScreenShow, 'lower-third' | 'blackout'>

/** Whether a show has the common frame. */
export function isFramed(show: ScreenShow): show is FramedShow {
  return show !== 'lower-third' && show !== 'blackout'
}
