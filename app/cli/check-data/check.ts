import type { Owner } from '#app/adapters/db/owner.ts'
import { brokenFiles } from './files.ts'
import { INVARIANTS } from './invariants.ts'
import { unsignedPast } from './past.ts'
import { brokenSeals } from './seals.ts'

/** How many breaches of one invariant are told by name. */
const TOLD = 5

type Check = {
  readonly id: string
  readonly what: string
  readonly find: (client: Owner) => Promise<readonly string[]>
}

const checksWith = (filesFolder: string): readonly Check[] => [
  ...INVARIANTS.map(({ id, what, faults }) => ({
    id,
    what,
    find: async (client: Owner) =>
      (await client.query<{ fault: string }>(`SELECT * FROM (${faults}) AS f(fault)`)).rows.map(
        ({ fault }) => fault,
      ),
  })),
  {
    id: 'I5',
    what: 'every file is there and the one that was uploaded',
    find: (client) => brokenFiles(client, filesFolder),
  },
  { id: 'I6.2', what: 'every sealed sheet opens its commitment', find: brokenSeals },
  { id: 'I8.4', what: 'every checkpoint is the root of the log at its size', find: unsignedPast },
]

/**
 * Asks every invariant in one read-only transaction and says a line for each; the number of those that do not hold.
 * It changes nothing, and needs only to read.
 */
export async function checkData(
  client: Owner,
  filesFolder: string,
  say: (line: string) => void,
): Promise<number> {
  let broken = 0
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    for (const { id, what, find } of checksWith(filesFolder)) {
      const faults = await find(client)
      if (faults.length > 0) broken += 1
      say(
        `${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${id}: ${what}${faults.length === 0 ? '' : ` (${faults.length})`}`,
      )
      for (const fault of faults.slice(0, TOLD)) say(`      ${fault}`)
    }
  } finally {
    await client.query('ROLLBACK')
  }
  return broken
}
