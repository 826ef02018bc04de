import { defineConfig } from 'vitest/config'
import { ALONE } from './tests/support/alone.ts'

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, environment: 'node', ...more },
})

const DATABASE = {
  globalSetup: ['tests/support/setup-db.ts'],
  setupFiles: ['tests/support/put-away.ts'],
  pool: 'forks',
  // As production runs: of React and its server the build that people get, not the one that explains itself.
  env: { NODE_ENV: 'production' },
}
/** Files that follow one another in a process load the house once; each has its own database, context and folders. */
const SHARED = { isolate: false, exclude: ALONE }

export default defineConfig({
  // The runtime of React that is in both of its builds.
  esbuild: { jsx: 'automatic', jsxDev: false },
  test: {
    maxWorkers: 2,
    // Only what hangs meets these: a test says what is done, never how fast (that is `npm run bench`).
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      project(
        'domain',
        [
          'tests/domain/**/*.test.ts',
          'tests/forms/**/*.test.ts',
          'tests/i18n/**/*.test.ts',
          'tests/verifier/**/*.test.ts',
        ],
        SHARED,
      ),
      project(
        'server',
        [
          'tests/{adapters,services,queries,http,routes,emails,cli,fences}/**/*.test.{ts,tsx}',
          'tests/architecture/**/*.test.ts',
        ],
        { ...DATABASE, ...SHARED },
      ),
      project('server-alone', ALONE, DATABASE),
      project('ui', ['tests/ui/**/*.test.tsx'], { environment: 'jsdom' }),
    ],
  },
})
