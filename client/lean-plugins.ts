import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { limits } from '@openfloor/shared/limits.ts'

const smallRuntime = fileURLToPath(new URL('./src/session/locale-runtime.ts', import.meta.url))
const runtime = fileURLToPath(new URL('./src/paraglide/runtime.js', import.meta.url))
const laterStyles = fileURLToPath(new URL('./src/session/later-styles.ts', import.meta.url))
const numbers: Readonly<Record<string, number>> = limits

/** Make pages lighter where bundlers cannot see that they may. */
export function leanPlugins(): Plugin[] {
  return [localeRuntime(), inlinedLimits(), withoutWebTransport()]
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

/** Leaves out a way to connect that the server does not offer, which Socket.IO brings along: 0.9 kB less. */
function withoutWebTransport(): Plugin {
  return {
    name: 'without-web-transport',
    apply: 'build',
    load: {
      filter: { id: /\/engine\.io-client\/.*\/webtransport\.js$/ },
      handler: () => 'export class WT {}',
    },
  }
}

/**
 * Loads the styles of later parts in few words, and beside their scripts instead of before them: 0.6 kB less. Only for
 * documents without `modulePreload`, where styles are all there is to load with a script.
 */
export function styleLoader(): Plugin {
  return {
    name: 'style-loader',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => `export { withStyles as __vitePreload } from '${laterStyles}'`,
    },
  }
}

/**
 * For `treeshake.moduleSideEffects`: nothing happens where these are only imported, which their packages do not say. So
 * what only a later part uses of them is loaded with that part.
 */
export const quietPackages = {
  test: /\/node_modules\/(svelte\/src\/(?!internal\/flags)|(engine|socket)\.io)/,
  sideEffects: false,
} as const
