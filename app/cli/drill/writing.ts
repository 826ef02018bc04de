import { setTimeout as wait } from 'node:timers/promises'
import type { Journal } from './journal.ts'
import type { Prepare, Send } from './writers.ts'

/** Before a write that had no answer is sent again, as the script of a page does when it is online again. */
const AGAIN = 50
/** How long a write may wait for its answer after everybody was asked to end. */
const LAST_ANSWER = 30_000

export type Writing = {
  /** Nothing new is begun; resolves to the writes that were refused, or never answered, once all have ended. */
  readonly end: () => Promise<number>
}

/** Everybody writes; each answer goes into the journal before the next write. A write without an answer is sent again. */
export function startWriting(people: readonly Prepare[], journal: Journal): Writing {
  let endsBy = Number.POSITIVE_INFINITY
  let givenUp = 0
  const isEnding = (): boolean => endsBy !== Number.POSITIVE_INFINITY

  async function settle(send: Send): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const answer = await send().catch(() => null)
      if (answer !== null && answer !== 'refused')
        return journal.add({ ...answer, at: Date.now(), repeated: tries > 0 })
      if (answer === 'refused' || Date.now() > endsBy) {
        givenUp += 1
        return
      }
      await wait(AGAIN)
    }
  }
  async function write(prepare: Prepare): Promise<void> {
    while (!isEnding()) {
      const send = await prepare().catch(() => undefined)
      if (send === null) return
      if (send === undefined) await wait(AGAIN)
      else await settle(send)
    }
  }
  const all = Promise.all(people.map(write))
  return {
    end: async () => {
      endsBy = Date.now() + LAST_ANSWER
      await all
      return givenUp
    },
  }
}
