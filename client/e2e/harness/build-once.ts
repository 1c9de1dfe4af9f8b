import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentFile, documents } from '../../documents.ts'
import { chromiumPath } from './chromium.ts'

const client = fileURLToPath(new URL('../..', import.meta.url))
const builtFrom = [
  ...['src', 'public', 'project.inlang', '../shared/src'],
  ...['vite.config.ts', 'documents.ts', 'lean-plugins.ts', 'package.json', ...documents.map(documentFile)],
]

/** Before all tests: the browser is there, and the pages are built from what the sources are now. */
export default function buildOnce(): void {
  chromiumPath()
  if (isFresh()) return
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: client, stdio: 'inherit' })
}

function isFresh(): boolean {
  const builtMs = Math.min(...documents.map((name) => changedMs(join(client, 'dist', documentFile(name)))))
  return builtFrom.every((path) => newestMs(join(client, path)) < builtMs)
}

/** When the file, or anything in the folder, was last changed; 0 if there is none. What the build writes does not count. */
function newestMs(path: string): number {
  const own = changedMs(path)
  if (own === 0 || !statSync(path).isDirectory()) return own
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
  const sources = files.filter((file) => file.isFile() && !file.parentPath.includes('paraglide'))
  return Math.max(0, ...sources.map((file) => changedMs(join(file.parentPath, file.name))))
}

function changedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
