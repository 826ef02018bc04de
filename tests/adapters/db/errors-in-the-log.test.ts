import { expect, it } from 'vitest'
import type { Client } from '#app/adapters/db/client.server.ts'
import { createLog } from '#app/adapters/log/pino.server.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const WRITTEN = 'what a juror "wrote" and nobody else may read'

/** What the log keeps of the error that a statement ends in. */
async function logged(statement: (client: Client) => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  const log = createLog({ level: 'error', destination: { write: (line: string) => void lines.push(line) } })
  await statement(test.db.office).catch((err: unknown) => log.error({ err }, 'failed'))
  return lines.join('')
}

it.each<[string, (client: Client) => Promise<unknown>, RegExp]>([
  [
    'a row with a field too many',
    (client) => client.person.create({ data: { name: WRITTEN, bogus: 1 } as never }),
    /PrismaClientValidationError.*Argument `id` is missing/,
  ],
  [
    'a condition of another kind',
    (client) => client.person.findFirst({ where: { name: WRITTEN, createdAt: WRITTEN } }),
    /PrismaClientValidationError/,
  ],
  [
    'a row that is longer than a line of the log',
    (client) => client.person.create({ data: { name: `${WRITTEN} `.repeat(400), bogus: 1 } as never }),
    /PrismaClientValidationError/,
  ],
  ['a text that is no identifier', (client) => client.$queryRaw`SELECT ${WRITTEN}::uuid`, /22P02/],
  ['a text that is no number', (client) => client.$queryRaw`SELECT ${WRITTEN}::text::numeric`, /22P02/],
  ['a text that is no date', (client) => client.$queryRaw`SELECT ${WRITTEN}::text::date`, /22007/],
])('says what failed and not what was written: %s', async (_what, statement, said) => {
  const line = await logged(statement)
  expect(line).toMatch(said)
  expect(line).not.toMatch(/juror|nobody else/)
})
