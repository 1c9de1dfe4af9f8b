import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { limits } from '@openfloor/shared/limits.ts'

const smallRuntime = fileURLToPath(new URL('./src/session/locale-runtime.ts', import.meta.url))
const runtime = fileURLToPath(new URL('./src/paraglide/runtime.js', import.meta.url))
const numbers: Readonly<Record<string, number>> = limits

/** Make pages lighter where bundlers cannot see that they may. */
export function leanPlugins(): Plugin[] {
  return [localeRuntime(), inlinedLimits()]
}

/** Gives the texts the small runtime of `session/locale-runtime.ts`: 1 kB less for every page. */
function localeRuntime(): Plugin {
  return {
    name: 'locale-runtime',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\/runtime\.js$/ },
      handler: (source, importer = '') => (resolve(importer, '..', source) === runtime ? smallRuntime : null),
    },
  }
}

/** Makes `limits.x` its number, so that a page carries those that it uses: 0.4 kB less. */
function inlinedLimits(): Plugin {
  return {
    name: 'inlined-limits',
    enforce: 'post',
    apply: 'build',
    transform(code) {
      if (!/from\s*['"][^'"]*\/limits\.ts['"]/.test(code)) return null
      const lean = code.replace(/\blimits\.(\w+)/g, (whole, name: string) => String(numbers[name] ?? whole))
      return { code: lean, map: null }
    },
  }
}
