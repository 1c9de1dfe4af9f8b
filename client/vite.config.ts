import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const server = process.env['OPENFLOOR_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [
    svelte(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/paraglide',
      // The same in development as in a build, which may run beside it.
      outputStructure: 'message-modules',
      // session/language.svelte.ts decides the language; the strategies built in would only add to the page.
      strategy: ['baseLocale'],
    }),
  ],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, ws: true },
      '/socket.io': { target: server, ws: true },
    },
  },
  build: {
    // For size-check.ts.
    manifest: true,
    // The content policy allows no data: URLs, so every asset is a file.
    assetsInlineLimit: 0,
    // Browsers that know light-dark() and popover know modulepreload.
    modulePreload: { polyfill: false },
  },
})
