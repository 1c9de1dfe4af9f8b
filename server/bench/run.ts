import { cpus, totalmem } from 'node:os'
import type { Bench, Figure } from './bench.ts'
import { append } from './append.ts'
import { clock } from './clock.ts'
import { hand } from './hand.ts'
import { order2000 } from './order.ts'
import { programme } from './programme.ts'

/** `npm run bench -- [--short] [NAME …]`: the named benchmarks, or all, in one table with the machine's facts. */
const benches: Readonly<Record<string, Bench>> = { append, clock, hand, order: order2000, programme }

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const short = process.argv.includes('--short')
const unknown = names.filter((name) => !(name in benches))

if (unknown.length > 0) {
  print(`Unknown benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
} else {
  print(machine())
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    for (const figure of await benches[name]!({ short })) print(lineOf(name, figure))
  }
}

function machine(): string {
  const memoryGib = Math.round(totalmem() / 1024 ** 3)
  return `# node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memoryGib} GiB${short ? ', short form' : ''}`
}

function lineOf(name: string, { what, value, comparedWith }: Figure): string {
  return `${name.padEnd(8)} ${what.padEnd(58)} ${value.padStart(16)}  ${comparedWith ?? ''}`.trimEnd()
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
