import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

const address = 'https://floor.example.org/join#123456789'

test('the path covers exactly the dark modules', () => {
  const { path, size } = qrPath(address)
  const dark = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step} ${y}`)
  const { data } = encode(address, { ecc: 'M', border: 4 })
  const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  expect(dark).toEqual(new Set(expected))
  expect(size).toBe(data.length)
})

test('four light modules surround it', () => {
  const { path, size } = qrPath(address)
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)]
  expect(Math.min(...runs.map(([, x]) => Number(x)))).toBe(4)
  expect(Math.max(...runs.map(([, x, , width]) => Number(x) + Number(width)))).toBe(size - 4)
})
