import type { PublicSeat } from '@openfloor/shared/views/public.ts'

/** The panelists a screen has room for, and how many are left out. */
export interface PanelRows {
  readonly rows: readonly PublicSeat[]
  readonly hidden: number
}

/** Where not all have room, those who have spoken make way first, and then the last; the order stays. */
export function panelRows(panel: readonly PublicSeat[], room: number): PanelRows {
  const excess = Math.max(0, panel.length - room)
  const leaving = new Set(panel.filter(({ spoken }) => spoken > 0).slice(0, excess))
  const rows = panel.filter((seat) => !leaving.has(seat)).slice(0, room)
  return { rows, hidden: panel.length - rows.length }
}
