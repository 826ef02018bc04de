import { UNHURRIED } from '#app/adapters/db/client.server.ts'
import {
  clearUnfinished,
  demonstrationState,
  markDemonstration,
} from '#app/adapters/db/demonstration-mark.ts'
import { settlePastLetters } from '#app/adapters/db/past-letters.ts'
import { buildContext } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { seedDemonstration } from '#prisma/seed/seed-demonstration.ts'
import { sentence } from './troubles.mjs'

/** Fills an empty database with the demonstration: nothing to do when it is there, anew when an earlier run was cut off. */
const SEED = 20_051
/** Letters of each kind that are left to the worker. */
const KEPT = 2

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const env = readEnv()
  const ownerUrl = env.DATABASE_URL
  const state = await demonstrationState(ownerUrl)
  if (state === 'ready') return
  if (state === 'real')
    throw new Error(
      'DEMO=1 is refused: people already work in this database, and a demonstration is never mixed in.',
    )
  if (state === 'seeding') {
    say('Demonstration: an earlier seeding was cut off, it begins again …')
    await clearUnfinished(ownerUrl)
  }
  await markDemonstration(ownerUrl, 'seeding')
  const ctx = await buildContext({ ...env, LOG_LEVEL: 'warn' }, { poolSize: 4, limits: UNHURRIED })
  await seedDemonstration({ ctx, ownerUrl, seed: SEED }, say)
  // Nobody reads mail at an invented address: with a real mail server nothing is left to send.
  await settlePastLetters(ctx.db.office, env.SMTP_URL === undefined ? KEPT : 0)
  await markDemonstration(ownerUrl, 'ready')
  say('Demonstration: ready.')
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${sentence(error, true)}\n`)
  process.exit(1)
}
