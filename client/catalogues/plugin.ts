import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import settings from '../project.inlang/settings.json' with { type: 'json' }
import type { CompiledMessage } from './catalogue.ts'
import { catalogueFiles } from './catalogue-files.ts'

const source = fileURLToPath(new URL('../src/', import.meta.url))
const compiledMessages = `${source}paraglide/messages/`
const pageSide = `${source}session/catalogues.ts`
/** Decides the language and asks for its texts. */
const starter = `${source}session/first-catalogue.ts`

/** For `output.codeSplitting`: a script of its own, so that the texts are asked for while the large one is on its way. */
export const starterChunk = { name: 'catalogues', test: (id: string) => id === starter, priority: 1 }

/**
 * Takes the texts out of a document's scripts and gives it catalogues instead, one for each language, of which a page
 * loads those it shows: the messages of the first load, and for each part that is loaded later the messages of that
 * part. `oneLaterPart`: all later parts share one, for a document that loads them all anyway.
 */
export function cataloguesPlugin({ oneLaterPart }: { readonly oneLaterPart: boolean }): Plugin {
  const places = new Map(messageKeys().map((key, place) => [key, place]))
  const messages = new Map<string, CompiledMessage>()
  const parts = new Map<string, Set<string>>()
  let tags: HtmlTagDescriptor[] = []

  function partOf(file: string): string {
    const part = oneLaterPart
      ? 'later'
      : relative(source, file)
          .replace(/\.\w+$/, '')
          .replaceAll('/', '-')
    parts.set(part, (parts.get(part) ?? new Set()).add(file))
    return part
  }

  return {
    name: 'catalogues',
    apply: 'build',
    // After everything has become JavaScript.
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(source)) return null
      const key = basename(id, '.js')
      const place = id.startsWith(compiledMessages) ? places.get(key) : undefined
      if (place === undefined) return withParts(code, (path) => partOf(resolve(dirname(id), path)))
      messages.set(id, { key, place, module: code })
      return { code: withoutTexts(key, place), map: null }
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
        const built = catalogueFiles(settings.locales, { chunks, messages, parts })
        const folder = `assets/${hashOf(built.files)}/`
        for (const [name, content] of built.files)
          this.emitFile({ type: 'asset', fileName: folder + name, source: content })
        const script = chunks.find(({ moduleIds }) => moduleIds.includes(starter))?.fileName
        tags = [
          meta(`/${folder} ${built.parts.join(' ')}`),
          { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `/${script}` } },
        ]
      },
    },
    transformIndexHtml: { order: 'post', handler: () => tags },
  }
}

/** The keys of all messages in the order of the catalogue: who stands together is used together. */
function messageKeys(): string[] {
  const catalogue = readFileSync(`${source}messages/${settings.baseLocale}.json`, 'utf8')
  return Object.keys(JSON.parse(catalogue) as object)
}

function withoutTexts(key: string, place: number): string {
  return `import { text } from '${pageSide}'\nexport const ${key} = /*#__PURE__*/ text(${place})`
}

/** Lets each part that is loaded later wait for its texts, which are fetched beside it. */
function withParts(code: string, partOf: (path: string) => string) {
  const later = code.replace(
    /\bimport\((['"])(\.[^'"]+)\1\)/g,
    (imported, _quote, path: string) => `withTexts(${imported}, '${partOf(path)}')`,
  )
  return later === code ? null : { code: `import { withTexts } from '${pageSide}'\n${later}`, map: null }
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const entry of files) hash.update(entry.join('\n'))
  return hash.digest('base64url').slice(0, 8)
}

function meta(content: string): HtmlTagDescriptor {
  return { tag: 'meta', attrs: { name: 'texts', content } }
}
