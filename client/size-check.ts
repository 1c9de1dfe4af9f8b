import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { DocumentName } from './documents.ts'

/* First load of a document: its script, what that imports statically, and their style, as gzip makes them. */

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

const KB = 1_000
const budgets: Readonly<Partial<Record<DocumentName, number>>> = { participant: 60 * KB, screen: 30 * KB }
const dist = new URL('./dist/', import.meta.url)

function filesOf(manifest: Manifest): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (name: string) => {
    const { file, imports = [], css = [] } = manifest[name]!
    if (files.has(file)) return
    for (const each of [file, ...css]) files.add(each)
    imports.forEach(add)
  }
  Object.keys(manifest)
    .filter((name) => manifest[name]?.isEntry)
    .forEach(add)
  return files
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Prints the table of a document; whether it keeps its budget. */
function check(name: string, budgetBytes: number): boolean {
  const manifest = JSON.parse(readFileSync(new URL(`.vite/${name}.json`, dist), 'utf8')) as Manifest
  let total = 0
  for (const file of filesOf(manifest)) {
    const bytes = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
    total += bytes
    say(`  ${String(bytes).padStart(7)}  ${file}`)
  }
  const isKept = total <= budgetBytes
  say(`  ${String(total).padStart(7)}  ${name}: ${isKept ? 'within' : 'OVER'} ${budgetBytes}\n`)
  return isKept
}

if (!existsSync(new URL('.vite/', dist))) {
  say('Nothing is built yet: run "npm run build" first.')
  process.exit(1)
}
say('First load, bytes after gzip\n')
const kept = Object.entries(budgets).map(([name, budgetBytes]) => check(name, budgetBytes))
process.exit(kept.every(Boolean) ? 0 : 1)
