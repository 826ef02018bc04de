import pg from 'pg'

/** What a statement that nobody awaits answers. */
const NOTHING = { rows: [], fields: [], rowCount: 0, command: 'BEGIN', oid: 0 }

/** The driver passes one object; words alone are this module's tests. */
const textOf = (config: unknown): unknown =>
  typeof config === 'string' ? config : (config as { readonly text?: unknown } | null)?.text

/**
 * A connection that sends at once what is asked at once (pipelining of node-postgres): statements of one turn of the
 * loop leave in one write and PostgreSQL answers them in order. `BEGIN` is not waited for, so it travels with the first
 * statement of its unit; should it fail the connection is lost, and that statement says so. Each further write
 * or wait would cost as much as a small statement.
 */
export class PipelinedClient extends pg.Client {
  #held = false

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    this.query = this.#sendTogether(this.query.bind(this)) as typeof this.query
  }

  #sendTogether(query: (...asked: unknown[]) => unknown) {
    return (...asked: unknown[]): unknown => {
      this.#hold()
      if (textOf(asked[0]) !== 'BEGIN') return query(...asked)
      void Promise.resolve(query(...asked)).catch(() => undefined)
      return Promise.resolve(NOTHING)
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
