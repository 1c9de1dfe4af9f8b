import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { cataloguesPlugin, starterChunk } from './catalogues/plugin.ts'
import { leanPlugins, quietPackages, styleLoader } from './lean-plugins.ts'
import { documentFile, documentsPlugin, isDocumentName } from './documents.ts'
import { tvPlugin } from './tv-plugin.ts'

const server = process.env['OPENFLOOR_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig(({ mode }) => {
  const name = isDocumentName(mode) ? mode : 'pages'
  /** The first load of these is counted in bytes, see size-check.ts. */
  const isLean = name !== 'pages'
  return {
    plugins: [
      documentsPlugin(),
      name === 'pages' && tvPlugin(),
      ...leanPlugins(),
      isLean && styleLoader(),
      svelte(),
      paraglideVitePlugin({
        project: './project.inlang',
        outdir: './src/paraglide',
        // The same in development as in a build, which may run beside it.
        outputStructure: 'message-modules',
        // session/language.svelte.ts decides the language; the strategies built in would only add to the page.
        strategy: ['baseLocale'],
      }),
      cataloguesPlugin({ oneLaterPart: isLean }),
    ],
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': { target: server, ws: true },
        '/socket.io': { target: server, ws: true },
      },
    },
    build: {
      // What pages rest on anyway: light-dark(), popover and @starting-style.
      target: ['chrome123', 'edge123', 'firefox129', 'safari17.5'],
      // The first document clears the folder for all.
      emptyOutDir: name === 'pages',
      // For size-check.ts.
      manifest: `.vite/${name}.json`,
      // The content policy allows no data: URLs, so every asset is a file.
      assetsInlineLimit: 0,
      // Only the document of many pages has chunks that others wait for.
      modulePreload: !isLean && { polyfill: false },
      rolldownOptions: {
        input: documentFile(name),
        treeshake: { moduleSideEffects: [quietPackages] },
        output: {
          codeSplitting: {
            // Beside the texts one script: what is in two is larger, and one of them waits for the other.
            groups: [starterChunk, ...(isLean ? [{ name, tags: ['$initial' as const] }] : [])],
          },
        },
      },
    },
  }
})
