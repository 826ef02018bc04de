import path from 'node:path'
import { asOwner } from '#app/adapters/db/owner.ts'
import { checkData } from './check-data/check.ts'
import { startPostgres } from './postgres.mjs'

/**
 * `npm run check:data`: reads the database of DATABASE_URL, or the own one under DATA_DIR, and says a line per
 * invariant. 0: all hold. 1: one does not. 2: the database cannot be read.
 */
async function main(): Promise<number> {
  const data = path.resolve(process.env['DATA_DIR'] ?? '.data')
  // Named but empty is not named, here as for `npm start`.
  const named = process.env['DATABASE_URL']
  const own = named ? null : await startPostgres(path.join(data, 'postgres'))
  const url = named ? named : ownDatabase(own?.url ?? '')
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  try {
    const broken = await asOwner(url, (owner) => checkData(owner, path.join(data, 'files'), say))
    say(broken === 0 ? 'All invariants hold.' : `${broken} invariants do NOT hold.`)
    return broken === 0 ? 0 : 1
  } finally {
    // A server that was running serves somebody else.
    if (own?.adopted === false) await own.stop()
  }
}

function ownDatabase(serverUrl: string): string {
  const address = new URL(serverUrl)
  address.pathname = '/imtiyaz'
  return address.href
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(
    `The data cannot be checked: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(2)
}
