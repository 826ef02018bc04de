/**
 * What of a live database differs from what its migrations make: they are all applied to a scratch database beside it,
 * and the two catalogues are compared. `DATABASE_URL=… node prisma/drift.ts`; exits with 1 on any difference.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { sentence } from '../app/cli/troubles.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))

/** One line for each thing that a migration can make; `jobs` belongs to the queue, which makes its own tables. */
const CATALOGUE = `
  SELECT format('column %s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, coalesce(pg_get_expr(d.adbin, d.adrelid), '-')) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v')
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('trigger %s (%s)', pg_get_triggerdef(t.oid), t.tgenabled)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
  UNION ALL SELECT format('policy %s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check)
    FROM pg_policies WHERE schemaname = 'public'
  UNION ALL SELECT format('row security %s %s %s', relname, relrowsecurity, relforcerowsecurity)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  UNION ALL SELECT format('grant %s to %s on %s', g.privilege_type, g.grantee::regrole, c.relname)
    FROM pg_class c, aclexplode(c.relacl) g
    WHERE c.relnamespace = 'public'::regnamespace AND g.grantee <> c.relowner AND g.grantee <> 0
  UNION ALL SELECT format('grant %s to %s on %s.%s', g.privilege_type, g.grantee::regrole, c.relname, a.attname)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) g
    WHERE c.relnamespace = 'public'::regnamespace AND g.grantee <> c.relowner AND g.grantee <> 0
  UNION ALL SELECT format('type %s %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
    WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`

async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const catalogueOf = (url: string): Promise<Set<string>> =>
  within(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(CATALOGUE)
    return new Set(rows.map(({ line }) => line))
  })

/** Lines that only one of the two has: `-` is missing from the live database, `+` is there beyond the migrations. */
export async function driftOf(url: string): Promise<string[]> {
  const name = `imtiyaz_drift_${randomBytes(6).toString('hex')}`
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  await within(url, (client) => client.query(`CREATE DATABASE "${name}"`))
  try {
    // In a process of its own: the engine keeps its connection as long as it lives.
    await promisify(execFile)(process.execPath, ['--no-warnings', path.join(here, 'engine.ts'), 'apply'], {
      env: { ...process.env, DATABASE_URL: scratch.href },
    })
    const [live, wanted] = [await catalogueOf(url), await catalogueOf(scratch.href)]
    return [
      ...[...wanted].filter((line) => !live.has(line)).map((line) => `- ${line}`),
      ...[...live].filter((line) => !wanted.has(line)).map((line) => `+ ${line}`),
    ].sort()
  } finally {
    await within(url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  }
}

async function main(): Promise<number> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set: which database?')
  const lines = await driftOf(url)
  process.stdout.write(
    lines.length === 0 ? 'no drift: the database is what its migrations make\n' : `${lines.join('\n')}\n`,
  )
  return lines.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`${sentence(error, true)}\n`)
    process.exitCode = 1
  }
}
