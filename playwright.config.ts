import { defineConfig } from '@playwright/test'

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
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
})
