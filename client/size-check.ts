import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { documentFile, documents, type DocumentName } from './documents.ts'

/*
 * First load of a document: its scripts, what they import statically, their style, and the texts of the language that
 * has the longest, as gzip makes them.
 */

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

const KB = 1_000
const budgets: Readonly<Partial<Record<DocumentName, number>>> = { participant: 60 * KB, screen: 33 * KB }
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

function bytesOf(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
}

/** The texts that the first load waits for, in the language where they are largest. */
function largestCatalogue(name: DocumentName): string {
  const html = readFileSync(new URL(documentFile(name), dist), 'utf8')
  const folder = /<meta name="texts" content="\/([^" ]+)/.exec(html)?.[1]
  if (!folder) throw new Error(`${name} does not say where its texts are`)
  const first = readdirSync(new URL(folder, dist)).filter((file) => /^\w+\.js$/.test(file))
  const files = first.map((file) => folder + file)
  return files.reduce((largest, file) => (bytesOf(file) > bytesOf(largest) ? file : largest))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Prints the table of a document; whether it keeps its budget. */
function check(name: DocumentName, budgetBytes: number): boolean {
  const manifest = JSON.parse(readFileSync(new URL(`.vite/${name}.json`, dist), 'utf8')) as Manifest
  let total = 0
  for (const file of [...filesOf(manifest), largestCatalogue(name)]) {
    const bytes = bytesOf(file)
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
const names = documents.filter((name) => budgets[name] !== undefined)
const kept = names.map((name) => check(name, budgets[name]!))
process.exit(kept.every(Boolean) ? 0 : 1)
