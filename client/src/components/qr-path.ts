import { encode } from 'uqr'

/** A QR code as one SVG path on a grid of `size` by `size` modules, its quiet zone of four included (ISO/IEC 18004). */
export interface QrPath {
  readonly path: string
  readonly size: number
}

const QUIET_ZONE_MODULES = 4

/** Draws the code of a text: level M, so that a spot or a glare on a projection does not spoil it. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE_MODULES })
  const rows = data.map((row, y) => rowPath(row, y))
  return { path: rows.join(''), size }
}

/** One rectangle for each run of dark modules: seams between neighbours would show on a projector. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const start = x
    while (row[x]) x++
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`
  }
  return path
}
