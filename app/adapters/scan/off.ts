import type { Scanner } from '#app/services/ports.ts'

/** No scanner is configured, and every file says so: `unscanned` is never taken for clean. */
export const noScanner: Scanner = { scan: () => Promise.resolve({ state: 'unscanned' }) }
