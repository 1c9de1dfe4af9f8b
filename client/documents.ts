import type { Plugin } from 'vite'

/**
 * The documents, each built by itself (`vite build --mode <name>`), so that it carries the parts of Svelte, the
 * components and the texts that it uses and no others. `pages` is all that need not be loaded on a phone in a hall.
 */
export const documents = ['pages', 'participant', 'screen'] as const

export type DocumentName = (typeof documents)[number]

export function isDocumentName(name: string): name is DocumentName {
  return (documents as readonly string[]).includes(name)
}

/** The file that a document is built from and served as. */
export function documentFile(name: DocumentName): string {
  return name === 'pages' ? 'index.html' : `${name}.html`
}

/** The document of an address, as the server has it. */
function documentAt(path: string): DocumentName {
  if (/^\/m\/[\w-]+\/screen$/.test(path)) return 'screen'
  return /^\/m\/[\w-]+$/.test(path) ? 'participant' : 'pages'
}

/** Gives the development server the same documents at the same addresses. */
export function documentsPlugin(): Plugin {
  return {
    name: 'documents',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?')
        const name = documentAt(path)
        if (name !== 'pages') request.url = `/${documentFile(name)}${query ? `?${query}` : ''}`
        next()
      })
    },
  }
}
