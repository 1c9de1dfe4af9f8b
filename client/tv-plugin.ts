import { readFileSync } from 'node:fs'
import { minifySync, type Plugin } from 'vite'
import { tvLanguages, tvTexts } from './tv-texts.ts'

/** In the order in which they build on each other. */
const scripts = ['time', 'words', 'paint', 'page']
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
}

/** The files of the page for old televisions by where they are served, as light as they can be without being changed. */
export function tvFiles(): ReadonlyMap<string, string> {
  const script = scripts.map((name) => source(`${name}.js`)).join('\n')
  // No compression: it would write in newer words than those that the browsers of the page know.
  const { code } = minifySync('tv.js', script, { module: false, compress: false, mangle: true })
  const texts = tvLanguages().map((lang) => [`tv/${lang}.json`, JSON.stringify(tvTexts(lang))] as const)
  return new Map([
    ['tv.html', source('tv.html')],
    ['tv/tv.js', code],
    ['tv/tv.css', lean(source('tv.css'))],
    ...texts,
  ])
}

/** Serves that page in development, and puts it beside the documents in a build. */
export function tvPlugin(): Plugin {
  return {
    name: 'tv',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        const name = /^\/m\/[\w-]+\/tv\/?$/.test(path) ? 'tv.html' : path.slice(1)
        const file = name.startsWith('tv') ? tvFiles().get(name) : undefined
        if (file === undefined) return next()
        response.setHeader('content-type', `${types[name.split('.')[1] ?? '']}; charset=utf-8`)
        response.end(file)
      })
    },
    generateBundle() {
      for (const [fileName, text] of tvFiles()) this.emitFile({ type: 'asset', fileName, source: text })
    },
  }
}

function source(name: string): string {
  return readFileSync(new URL(`./src/pages/tv/${name}`, import.meta.url), 'utf8')
}

/** Styles without comments and spaces. */
function lean(styles: string): string {
  return styles
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,]) ?/g, '$1')
}
