import type { IconShape } from '../../components/icons.ts'

/** A person crossed out: called, and not there. */
export const absent: IconShape = {
  path: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6M15 15.5l5.5 5.5M20.5 15.5 15 21',
}

export const toTheTop: IconShape = { path: 'M5 4.5h14M12 20V9M6.5 14 12 8.5l5.5 5.5' }

/** A drawing pin: a moderator put it there. */
export const pin: IconShape = {
  path: 'M9 3.5h6M10 3.5v6L7 13.5h10l-3-4v-6M12 13.5v7',
}
