import { type Bench, must, ownForm, tell, watched } from './bench.ts'
import type { Sample } from './line.ts'
import { GUESTS } from './load.ts'
import { awaitQuiet } from './machine.ts'
import { callerOf, repeat } from './loop.ts'
import { OWN_LOOP, savingBeside } from './writes.ts'

/** Sessions of guests, and how many guests have one. */
async function sessions({ client }: Bench): Promise<number> {
  const found = await client.query<{ count: number }>(
    `SELECT count(DISTINCT p.id)::int AS count FROM session s JOIN person p ON p.id = s.person_id
     WHERE p.email LIKE 'guest%' AND s.address LIKE '10.%'`,
  )
  return found.rows[0]?.count ?? 0
}

/**
 * Each sign-in is another account, and comes from another address as a trusted proxy would tell it: one address has an
 * allowance. Afterwards as many accounts more have a session as were told so.
 */
function signing(bench: Bench): (seconds: number) => Promise<Sample> {
  const call = callerOf(bench.stack.origin)
  let guest = 0
  return async (seconds) => {
    const before = await sessions(bench)
    const sample = await repeat(8, seconds, async () => {
      if (guest === GUESTS) return null
      guest += 1
      const { status } = await call('/fr/account/sign-in', {
        method: 'POST',
        headers: {
          ...ownForm(bench.stack.origin, ''),
          'x-forwarded-for': `10.0.${guest >> 8}.${guest & 255}`,
        },
        body: new URLSearchParams({
          email: `guest${guest}@bench.invalid`,
          password: bench.loaded.password,
        }).toString(),
      })
      return status === 303
    })
    const lost = Math.abs((await sessions(bench)) - before - sample.times.length)
    return { ...sample, errors: sample.errors + lost }
  }
}

/** L8: distinct accounts sign in while eight jurors' sheets save themselves. */
export async function signIns(bench: Bench): Promise<void> {
  const sign = signing(bench)
  await awaitQuiet(3)
  await sign(1)
  const [signed, saved]: Awaited<ReturnType<typeof watched>>[][] = [[], []]
  for (let count = 0; count < bench.runs; count += 1) {
    const beside = watched(bench, () => savingBeside(bench, bench.seconds))
    signed?.push(await watched(bench, () => sign(bench.seconds)))
    saved?.push(await beside)
  }
  const of = { id: 'L8', concurrency: 8, generator: OWN_LOOP }
  const whole = 'sign-in, distinct accounts, argon2id 19 MiB t2'
  tell(bench, { ...of, what: whole, ...must('>= 20 rps', ({ rps }) => rps >= 20) }, signed ?? [])
  const meanwhile = must('p95 < 300 ms', ({ p95 }) => p95 < 300)
  tell(bench, { ...of, what: 'score autosave meanwhile', ...meanwhile }, saved ?? [])
}
