import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { limits } from '@openfloor/shared/limits.ts'

const smallRuntime = fileURLToPath(new URL('./src/session/locale-runtime.ts', import.meta.url))
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
    async resolveId(source, importer, options) {
      if (!source.endsWith('/runtime.js')) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return resolved?.id.endsWith('/src/paraglide/runtime.js') ? smallRuntime : null
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
