import { test } from 'vitest'
import { seedsFrom, weather } from './storms.ts'

const SEEDS_PER_TEST = 50
const TIMEOUT_MS = 120_000
const count = Number(process.env['SEEDS'] ?? 300)
/** Other seeds every day, unless they are given. */
const first = Number(process.env['FIRST_SEED'] ?? Math.floor(Date.now() / 86_400_000) * 10_000)
const blocks = seedsFrom(0, Math.ceil(count / SEEDS_PER_TEST)).map((block) => first + block * SEEDS_PER_TEST)

test.each(blocks)(
  'storms keep promises 1 to 3: seeds from %i on',
  async (block) => {
    await weather(seedsFrom(block, SEEDS_PER_TEST))
  },
  TIMEOUT_MS,
)
