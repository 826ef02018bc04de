/**
 * `npm run mutation`, or one folder of the exact core with the tests that concern it: `FOLDER=audit npm run mutation`.
 *
 * What a run costs: the tests take 2 s, a mutant some 0.3 s beside the tests that cover it, and one in what a module makes
 * when it is loaded (a sixth of those of `scoring`) every test. A mutant that loops for ever is mostly stopped by the count
 * of its steps; the clock, which on a busy machine would end good tests and count them as a find, is wide.
 */
const folder = process.env.FOLDER ?? '{scoring,deliberation,audit}'

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: [`app/domain/${folder}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  // The databases of other tests come and go while the sources are copied.
  ignorePatterns: ['.data'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.data/mutation',
  thresholds: { high: 95, low: 85, break: 85 },
}
