// The project's own PostgreSQL for one start: it is put in its place again when it ends by itself, and what began is also
// ended when the start is broken off in its middle.
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from './postgres.mjs'

/** Before it is tried again: the parts of a server that was killed outright still hold its memory for a moment. */
const AGAIN = 500
/** For so long it is tried again, in milliseconds: room on a full disk, or a long recovery, may come within it. */
const PATIENCE = 300_000
/** One that stayed for this part of it was well: what ended it is another trouble. */
const STEADY = 10

const nobody = () => undefined

/**
 * `url` starts (or adopts) the server of `folder`; `stop` waits for a start that is not through, and ends it too. A server
 * that ends in between is started again at the same address, since those who work with it know no other; `say` hears
 * that it ended, why it could not be started where that goes on, and that it answers again. `losses`
 * counts the times. One that did not stay for the `patience`, in milliseconds, ends the whole start: `failed` hears why.
 *
 * @param {string} folder
 * @param {Record<string, string>} settings PostgreSQL's own
 * @param {(line: string) => void} say
 * @param {{ failed?: (code: number, line: string) => unknown, patience?: number }} end
 */
export function ownServer(
  folder,
  settings = {},
  say = nobody,
  { failed = nobody, patience = PATIENCE } = {},
) {
  let starting = null
  let isStopping = false
  let losses = 0
  const trouble = { since: 0, reason: 'it ends as soon as it answers' }

  async function again(ended) {
    const { port } = new URL(ended.url)
    for (let told = ''; !isStopping && performance.now() - trouble.since < patience;) {
      try {
        const server = await startPostgres(folder, settings, Number(port))
        say('PostgreSQL answers again.')
        return server
      } catch (error) {
        if (error.message !== told) say((told = error.message))
        trouble.reason = told
        await wait(AGAIN)
      }
    }
    if (!isStopping) {
      isStopping = true
      failed(1, `PostgreSQL could not be started again: ${trouble.reason}`)
    }
    return ended
  }

  function watch(server) {
    const answered = performance.now()
    void server.ended.then(() => {
      if (isStopping) return
      losses += 1
      say('PostgreSQL ended by itself: it is started again.')
      const stayed = performance.now() - answered
      if (losses === 1 || stayed >= patience / STEADY) trouble.since = performance.now()
      starting = wait(stayed < AGAIN ? AGAIN : 0)
        .then(() => again(server))
        .then(watch)
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
