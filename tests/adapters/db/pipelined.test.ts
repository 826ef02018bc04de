import { afterAll, describe, expect, it } from 'vitest'
import { PipelinedClient } from '#app/adapters/db/pipelined.server.ts'
import { testDb } from '#tests/support/db.ts'

const { url, owner } = await testDb()
const client = new PipelinedClient({ connectionString: url })
await client.connect()
await owner.query('CREATE TABLE pipelined (n int PRIMARY KEY)')
// A log of another kind, in this file's own database: it shows what arrived, and when.
await owner.query(`CREATE OR REPLACE FUNCTION append_audit_entries(entries jsonb) RETURNS bigint LANGUAGE sql AS
  $$ INSERT INTO pipelined VALUES ((entries->>'n')::int) RETURNING n $$`)
afterAll(() => client.end())

const written = async (): Promise<number[]> =>
  (await owner.query<{ n: number }>('SELECT n FROM pipelined ORDER BY n')).rows.map(({ n }) => n)

describe('a pipelined connection', () => {
  it('answers what is asked at once in the order asked', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) => client.query<{ n: number }>('SELECT $1::int AS n', [n])),
    )
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
  })

  it('sends BEGIN with the first statement of its unit, in one write', async () => {
    const { stream } = (
      client as unknown as { connection: { stream: NodeJS.EventEmitter & { _writev: unknown } } }
    ).connection
    const writes: unknown[] = []
    const own = stream._writev as (parts: unknown[], done: () => void) => void
    stream._writev = (parts: unknown[], done: () => void) => {
      writes.push(parts)
      own.call(stream, parts, done)
    }
    await client.query('BEGIN')
    await client.query('INSERT INTO pipelined VALUES ($1)', [1])
    stream._writev = own
    expect(writes).toHaveLength(1)
    expect(await written()).toEqual([])
    await client.query('COMMIT')
    expect(await written()).toEqual([1])
  })

  it('keeps nothing of a unit in which a statement failed, whatever was sent behind it', async () => {
    await client.query('BEGIN')
    const sent = await Promise.allSettled([
      client.query('INSERT INTO pipelined VALUES ($1)', [2]),
      client.query('INSERT INTO pipelined VALUES ($1)', [1]),
      client.query('INSERT INTO pipelined VALUES ($1)', [3]),
    ])
    expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    await client.query('ROLLBACK')
    expect(await written()).toEqual([1])
  })

  it('says so at the first statement when the connection is gone', async () => {
    const other = new PipelinedClient({ connectionString: url })
    other.on('error', () => undefined)
    await other.connect()
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await other.query('BEGIN')
    await expect(other.query('SELECT $1::int', [1])).rejects.toThrow()
  })

  describe('with the statement that takes the log', () => {
    const takeLog = (n: number) =>
      client.query('SELECT append_audit_entries($1::jsonb)', [JSON.stringify({ n })])

    it('sends it with the commit behind it, and not before', async () => {
      await client.query('BEGIN')
      await client.query('SELECT 1')
      await takeLog(5)
      await client.query('COMMIT')
      expect(await written()).toEqual([1, 5])
    })

    it('fails the commit with its error, keeps nothing, and serves on', async () => {
      await client.query('BEGIN')
      await client.query('INSERT INTO pipelined VALUES ($1)', [6])
      await takeLog(5)
      await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '23505' })
      expect((await client.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }])
      expect(await written()).toEqual([1, 5])
    })

    it('is never sent when the unit is given up', async () => {
      await client.query('BEGIN')
      await takeLog(7)
      await client.query('ROLLBACK')
      await client.query('BEGIN')
      await client.query('COMMIT')
      expect(await written()).toEqual([1, 5])
    })

    it('goes before whatever else follows, a second one too', async () => {
      await client.query('BEGIN')
      await takeLog(8)
      await takeLog(9)
      expect((await client.query('SELECT count(*)::int AS n FROM pipelined')).rows).toEqual([{ n: 4 }])
      await client.query('COMMIT')
      expect(await written()).toEqual([1, 5, 8, 9])
    })
  })

  it('that the server ends while nobody asks refuses the next who does, and ends nothing else', async () => {
    const alone = new PipelinedClient({ connectionString: url })
    await alone.connect()
    const ended = new Promise((resolve) => alone.once('end', resolve))
    const { rows } = await alone.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    await expect(alone.query('SELECT 1')).rejects.toThrow(/not queryable|closed/)
  })
})
