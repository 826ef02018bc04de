import type { TestDb } from '#tests/support/db.ts'

/** Rows of every table but those that any request may touch. */
export async function rowsOf({ owner }: TestDb): Promise<string> {
  const tables = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('session', 'rate_limit') ORDER BY 1`,
  )
  const sums: string[] = []
  for (const { name } of tables.rows) {
    const found = await owner.query<{ sum: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS sum FROM ${name} t`,
    )
    sums.push(`${name} ${found.rows[0]?.sum}`)
  }
  return sums.join('\n')
}
