import pg from 'pg'

type Send = (...asked: unknown[]) => unknown

/** What a statement answers that nobody awaits. */
const NOTHING = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 }

/** The driver passes one object; words alone are this module's tests. */
const textOf = (config: unknown): unknown =>
  typeof config === 'string' ? config : (config as { readonly text?: unknown } | null)?.text

/** From here on the unit holds the head of the log, for which every other act waits. */
const takesTheLog = (text: unknown): boolean =>
  typeof text === 'string' && text.trimStart().startsWith('SELECT append_audit_entries(')

/**
 * A connection that sends at once what is asked at once (pipelining of node-postgres): statements of one turn of the
 * loop leave in one write and PostgreSQL answers them in order. Each further write or wait would cost as much as a
 * small statement. Two statements answer nothing that anybody reads, and wait for the next one to travel with:
 * `BEGIN`; should it fail the connection is lost, and the statement behind it says so. And the one that takes the log,
 * which everybody stands in line for: it goes with the statement behind it, mostly COMMIT, so that the log is held for
 * no turn of this process. Should it fail, the statement behind it fails with its error.
 */
export class PipelinedClient extends pg.Client {
  #held = false
  #owed: readonly unknown[] | null = null

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    // Between two who hold it nobody listens, and a server that goes away just then would end this process with an error
    // that nobody caught. Who asks it next is refused, and the pool takes another.
    this.on('error', () => undefined)
    this.query = this.#sendTogether(this.query.bind(this)) as typeof this.query
  }

  #sendTogether(query: Send): Send {
    return (...asked) => {
      const text = textOf(asked[0])
      const owed = this.#owed
      this.#owed = takesTheLog(text) ? asked : null
      if (this.#owed !== null && owed === null) return Promise.resolve(NOTHING)
      this.#hold()
      if (text === 'BEGIN') {
        void Promise.resolve(query(...asked)).catch(() => undefined)
        return Promise.resolve(NOTHING)
      }
      // What was never sent needs no undoing.
      if (owed === null || text === 'ROLLBACK') return query(...asked)
      const first = query(...owed)
      return this.#owed === null ? afterBoth(first, query(...asked)) : first
    }
  }

  #hold(): void {
    if (this.#held) return
    this.#held = true
    const { stream } = (
      this as unknown as {
        readonly connection: { readonly stream: NodeJS.WritableStream & { cork(): void; uncork(): void } }
      }
    ).connection
    stream.cork()
    process.nextTick(() => {
      this.#held = false
      stream.uncork()
    })
  }
}

/** The answer of the second, or the error of the first; neither before both are done. */
async function afterBoth(first: unknown, second: unknown): Promise<unknown> {
  const [before, answer] = await Promise.allSettled([first, second])
  if (before.status === 'rejected') throw before.reason
  if (answer.status === 'rejected') throw answer.reason
  return answer.value
}
