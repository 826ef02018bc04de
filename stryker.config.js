/** Run by `npm run mutation`, one folder at a time: `npm run mutation -- --mutate 'app/domain/audit/**\/*.ts'`. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: ['app/domain/{scoring,deliberation,audit}/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // The databases of other tests come and go while the sources are copied.
  ignorePatterns: ['.data'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.data/mutation',
  thresholds: { high: 95, low: 85, break: 85 },
}
