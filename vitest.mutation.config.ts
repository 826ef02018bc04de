import { defineConfig } from 'vitest/config'

/** The folder that is mutated: its own tests answer for it, and the reference vectors. */
const folder = process.env['FOLDER'] ?? '{scoring,deliberation,audit}'

/**
 * The tests that answer for the exact core, one by one: what `npm run mutation` runs against each mutant. The properties
 * and the ten thousand campaigns would find more, and take too long to be played for every mutant.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: [`tests/domain/${folder}/**/*.test.ts`, 'tests/domain/reference-vectors.test.ts'],
    exclude: ['tests/domain/scoring/properties.test.ts'],
  },
})
