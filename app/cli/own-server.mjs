// The project's own PostgreSQL for one start: what began is also ended when the start is broken off in its middle.
import { startPostgres } from './postgres.mjs'

/** `url` starts (or adopts) the server of `folder`; `stop` waits for a start that is not through, and ends it too. */
export function ownServer(folder, settings = {}) {
  let starting = null
  const started = () => (starting ??= startPostgres(folder, settings))
  return {
    url: async () => (await started()).url,
    stop: async () => {
      const server = await starting?.catch(() => null)
      await server?.stop()
    },
  }
}
