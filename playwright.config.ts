import { defineConfig } from '@playwright/test'

const LOOKED_AT = ['**/every-page.spec.ts', '**/late-fonts.spec.ts']
/**
 * Journeys that meet no other while they run: the sheets of Driss Amrani and the juries of play-further's campaigns are
 * touched here alone, and the oldest draft is looked for here, where the other journeys write new ones, which are listed
 * before it.
 */
const BESIDE = [
  '**/comforts.spec.ts',
  '**/deliberate.spec.ts',
  '**/dissent.spec.ts',
  '**/no-javascript.spec.ts',
  '**/offline.spec.ts',
  '**/phone.spec.ts',
  '**/print.spec.ts',
  '**/reading-order.spec.ts',
  '**/room-by-keyboard.spec.ts',
  '**/unanswered.spec.ts',
  '**/verify.spec.ts',
  '**/visual-order.spec.ts',
]
/** They move the clock of the whole product, or open a second campaign: nobody else is on the way meanwhile. */
const ALONE = ['**/publish.spec.ts', '**/without-scripts-prepare.spec.ts']
const CLOCK = '**/the-deadline-clock.spec.ts'
const NAMES = '**/worst-input.spec.ts'
const COUNTS = '**/worst-counts.spec.ts'

/**
 * The pages are looked at first, several at a time, since that changes nothing. The journeys change what they visit: two
 * lanes beside one another whose people do not meet, in each one journey after the other.
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
  // everybody gets the worst name there is, and campaigns that nobody played are written beside the others.
  projects: [
    { name: 'pages', testMatch: LOOKED_AT, fullyParallel: true },
    {
      name: 'journeys',
      testIgnore: [...LOOKED_AT, ...BESIDE, ...ALONE, CLOCK, NAMES, COUNTS],
      workers: 1,
      dependencies: ['pages'],
    },
    { name: 'beside', testMatch: BESIDE, workers: 1, dependencies: ['pages'] },
    { name: 'alone', testMatch: ALONE, workers: 1, dependencies: ['journeys', 'beside'] },
    { name: 'clock', testMatch: CLOCK, workers: 1, dependencies: ['alone'] },
    { name: 'names', testMatch: NAMES, dependencies: ['clock'] },
    { name: 'counts', testMatch: COUNTS, dependencies: ['names'] },
  ],
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
})
