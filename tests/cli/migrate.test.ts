import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'

const admin = new pg.Client({ connectionString: inject('postgresUrl') })
await admin.connect()
const mark = randomBytes(4).toString('hex')
const [database, user] = [`test_migrate_${mark}`, `migrate_${mark}`]
const at = (name: string, as?: string): string => {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  if (as) Object.assign(url, { username: as, password: 'secret' })
  return url.href
}
await admin.query(`CREATE ROLE ${user} LOGIN PASSWORD 'secret'`)
await admin.query(`CREATE DATABASE ${database} OWNER ${user}`)
afterAll(async () => {
  await admin.query(`DROP DATABASE ${database} WITH (FORCE)`)
  await admin.query(`DROP ROLE ${user}`)
  await admin.end()
})

/** `npm run db:migrate`, in a process of its own: an engine keeps its connection as long as its process lives. */
const migrate = () =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(
      process.execPath,
      ['--no-warnings', 'prisma/engine.ts', 'apply'],
      { env: { ...process.env, DATABASE_URL: at(database, user) } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), said: (out + err).trim() }),
    ),
  )

it('says in one sentence why a migration is refused, and goes on from there once it is mended', async () => {
  const refused = await migrate()
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(/^The user of DATABASE_URL may not create roles/)
  for (const role of ['public', 'applicant', 'jury', 'office'])
    await admin.query(`GRANT imtiyaz_${role} TO ${user}`)
  const done = await migrate()
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining('_rights') })
  expect(await migrate()).toEqual({ code: 0, said: 'nothing to apply' })
})

it('lets two processes migrate at once: one does, the other finds it done', async () => {
  const owner = new pg.Client({ connectionString: at(database) })
  await owner.connect()
  await owner.query(
    `DROP SCHEMA public CASCADE; DROP SCHEMA jobs CASCADE; CREATE SCHEMA public AUTHORIZATION ${user}`,
  )
  await owner.end()
  const both = await Promise.all([migrate(), migrate()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.filter(({ said }) => said === 'nothing to apply')).toHaveLength(1)
})
