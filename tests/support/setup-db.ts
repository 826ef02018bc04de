import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureDatabase, startPostgres } from '#app/cli/postgres.mjs'
import { applyMigrations } from '#prisma/engine.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    template: string
  }
}

const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

function migrationsPrint(): string {
  const hash = createHash('sha256')
  for (const name of fs.readdirSync('prisma/migrations').sort()) {
    const file = path.join('prisma/migrations', name, 'migration.sql')
    if (fs.existsSync(file)) hash.update(name).update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Runs side by side share one server; the last one out stops it. Makes the template database once per set of migrations; each test file clones it. */
export default async function setup(project: TestProject) {
  const server = await startPostgres('.data/test-postgres', QUICK)
  const template = `template_${migrationsPrint()}`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('SELECT pg_advisory_lock(20051)')
  const stale = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database d WHERE datname LIKE 'test\\_%' AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)`,
  )
  for (const row of stale.rows) await client.query(`DROP DATABASE IF EXISTS "${row.datname}"`)
  const found = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [template])
  if (found.rows[0]?.datistemplate !== true) {
    await client.query(`DROP DATABASE IF EXISTS "${template}"`)
    await applyMigrations(await ensureDatabase(server.url, template))
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [template],
    )
    await client.query(`ALTER DATABASE "${template}" IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  }
  await client.query('SELECT pg_advisory_unlock(20051)')
  await client.query('SELECT pg_advisory_lock_shared(20052)')
  project.provide('postgresUrl', server.url)
  project.provide('template', template)
  return async () => {
    await client.query('SELECT pg_advisory_unlock_shared(20052)')
    const alone = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock(20052) AS last')
    await client.end()
    if (alone.rows[0]?.last) await server.stop()
  }
}
