// The project's own PostgreSQL for one start: it is put in its place again when it ends by itself, and what began is also
// ended when the start is broken off in its middle.
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from './postgres.mjs'

/** Before it is tried again: the parts of a server that was killed outright still hold its memory for a moment. */
const AGAIN = 500

/**
 * `url` starts (or adopts) the server of `folder`; `stop` waits for a start that is not through, and ends it too. A server
 * that ends in between is started again at the same address, since those who work with it know no other; `say` hears
 * that it ended, why it could not be started where that goes on, and that it answers again. `losses`
 * counts the times.
 *
 * @param {string} folder
 * @param {Record<string, string>} settings PostgreSQL's own
 * @param {(line: string) => void} say
 */
export function ownServer(folder, settings = {}, say = () => undefined) {
  let starting = null
  let isStopping = false
  let losses = 0

  async function again(ended) {
    const { port } = new URL(ended.url)
    for (let told = ''; !isStopping;) {
      try {
        const server = await startPostgres(folder, settings, Number(port))
        say('PostgreSQL answers again.')
        return server
      } catch (error) {
        if (error.message !== told) say((told = error.message))
        await wait(AGAIN)
      }
    }
    return ended
  }

  function watch(server) {
    void server.ended.then(() => {
      if (isStopping) return
      losses += 1
      say('PostgreSQL ended by itself: it is started again.')
      starting = again(server).then(watch)
    })
    return server
  }

  const started = () => (starting ??= startPostgres(folder, settings).then(watch))
  return {
    losses: () => losses,
    url: async () => (await started()).url,
    stop: async () => {
      isStopping = true
      const server = await starting?.catch(() => null)
      await server?.stop()
    },
  }
}
