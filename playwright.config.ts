import { defineConfig } from '@playwright/test'

const CLOCK = '**/the-deadline-clock.spec.ts'
const NAMES = '**/worst-input.spec.ts'
const LOOKED_AT = '**/every-page.spec.ts'

/**
 * The pages are looked at first, several at a time, since that changes nothing. The journeys change what they visit: one
 * after the other, each with people and files of its own.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  outputDir: 'reports/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  // While the clock stands at the deadline the worker may close the nominations that other journeys need; and at the very end
  // everybody gets the worst name there is.
  projects: [
    { name: 'pages', testMatch: LOOKED_AT, fullyParallel: true },
    { name: 'journeys', testIgnore: [LOOKED_AT, CLOCK, NAMES], workers: 1, dependencies: ['pages'] },
    { name: 'clock', testMatch: CLOCK, workers: 1, dependencies: ['journeys'] },
    { name: 'names', testMatch: NAMES, workers: 1, dependencies: ['clock'] },
  ],
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
})
