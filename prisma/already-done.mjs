// What earlier starts have done to a database, asked in one short connection: a second start loads no engine for it.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')

const migrations = () =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

/** @returns {Promise<{ migrated: boolean, seeded: boolean }>} */
export async function alreadyDone(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AND to_regclass('setting') IS NOT NULL AS there`,
    )
    if (!tables[0].there) return { migrated: false, seeded: false }
    const { rows: applied } = await client.query(
      `SELECT migration_name AS name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const { rows: marks } = await client.query(
      `SELECT 1 FROM setting WHERE key = 'demonstration' AND value #>> '{}' <> 'seeding'`,
    )
    const names = applied.map(({ name }) => name).sort()
    return { migrated: names.join() === migrations().join(), seeded: marks.length > 0 }
  } finally {
    await client.end()
  }
}
