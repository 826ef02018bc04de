import { defineConfig } from '@playwright/test'

const LAST = '**/the-deadline-clock.spec.ts'

/** The journeys change what they visit: one after the other, each with people and files of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  outputDir: 'reports/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  // While the clock stands at the deadline the worker may close the nominations that other journeys need: it comes last.
  projects: [
    { name: 'journeys', testIgnore: LAST },
    { name: 'clock', testMatch: LAST, dependencies: ['journeys'] },
  ],
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
})
