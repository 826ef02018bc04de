/**
 * Test files that put a module of their own in the place of one that others use too: each runs in a process where nobody
 * has loaded it before. All others share a process with those before them.
 */
export const ALONE = [
  'tests/adapters/crypto/password.test.ts',
  'tests/services/account/even-time.test.ts',
  'tests/services/account/password.test.ts',
]
