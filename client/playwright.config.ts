import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './e2e/harness/chromium.ts'

/**
 * The tests in real browsers: each file starts a server of its own. Nothing is tried twice: a test that passes only
 * sometimes has found something.
 */
export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/harness/build-once.ts',
  workers: 2,
  // What is painted when is measured while nothing else runs.
  projects: [
    { name: 'rest', testIgnore: 'clock.spec.ts' },
    { name: 'clock', testMatch: 'clock.spec.ts', dependencies: ['rest'] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 7_000 },
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    actionTimeout: 7_000,
    navigationTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [...chromiumArguments],
    },
  },
})
