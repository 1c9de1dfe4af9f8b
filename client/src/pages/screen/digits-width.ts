/**
 * The cells that figures stand in, in em. Cells of our own, for not every font has tabular figures (Debian's Inter
 * Display has none), and a clock in such a font would tremble. Wide enough for the widest figure of the families used.
 */
const FIGURE_EM = 0.64
const COLON_EM = 0.28
/** The plus sign, less than half as large, hangs beside the figures; its room is kept on both sides, so that they stay in the middle. */
const SIGN_EM = 0.27

/** The width of figures such as `00:00`, in em; signed: with the room of a plus sign on either side. */
export function widthInEm(figures: string, signed: boolean): number {
  return [...figures].reduce((sum, sign) => sum + cellEm(sign), signed ? 2 * SIGN_EM : 0)
}

/** The width of one cell, in em. */
export function cellEm(sign: string): number {
  return sign === ':' ? COLON_EM : FIGURE_EM
}
