import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

/**
 * `unit` needs nothing but Node and `dom` a simulated page: both run at every commit.
 * `system` starts processes and takes longer.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'shared/src/**/*.test.ts',
            'server/src/**/*.test.ts',
            'client/{src,catalogues}/**/*.test.ts',
          ],
          exclude: ['**/*.system.test.ts', '**/*.svelte.test.ts'],
        },
      },
      {
        plugins: [svelte({ configFile: 'client/svelte.config.js' }), svelteTesting()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['client/src/**/*.svelte.test.ts'],
        },
      },
      {
        test: {
          name: 'system',
          include: ['shared/src/**/*.system.test.ts', 'server/src/**/*.system.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
