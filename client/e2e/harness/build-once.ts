import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from './chromium.ts'

const client = fileURLToPath(new URL('../..', import.meta.url))
const builtFrom = ['src', 'public', 'index.html', 'project.inlang', 'vite.config.ts', '../shared/src']

/** Before all tests: the browser is there, and the pages are built from what the sources are now. */
export default function buildOnce(): void {
  chromiumPath()
  if (isFresh()) return
  const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')))
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: client, stdio: 'inherit' })
}

function isFresh(): boolean {
  const builtMs = changedMs(join(client, 'dist', 'index.html'))
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
