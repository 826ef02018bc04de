import { randomUUID } from 'node:crypto'
import type { Crypto } from '#app/services/ports.ts'
import type { TestDb } from '#tests/support/db.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')
/** Past the clock of the world. */
const LATER = new Date('2028-01-05T09:00:00Z')

type Link = {
  readonly kind: string
  readonly email: string
  readonly person?: string
  readonly payload?: object
}

/** A link as it is mailed: the token that opens it. */
async function aLink(
  { given }: World,
  crypto: Crypto,
  { kind, email, person, payload }: Link,
): Promise<string> {
  const { token, digest } = crypto.newToken()
  await given.insert('one_time_token', {
    ...{ id: randomUUID(), token_hash: digest, kind, email, person_id: person ?? null },
    ...{ payload: payload ?? {}, created_at: AT, expires_at: LATER },
  })
  return token
}

/** Somebody with a second factor: one session that has shown it, one that has not. */
async function anEnrolled({ given }: World, { owner }: TestDb, crypto: Crypto) {
  const { id } = await given.person()
  const cipher = crypto.seal('totp-secret', id, 'JBSWY3DPEHPK3PXP')
  const enrol = 'UPDATE person SET totp_cipher = $1, totp_enrolled_at = $2 WHERE id = $3'
  await owner.query(enrol, [cipher, AT, id])
  const half = await given.signedIn(id)
  await owner.query('UPDATE session SET second_factor_at = NULL WHERE person_id = $1', [id])
  return { half, whole: await given.signedIn(id) }
}

/** The ways into an account: mailed links, invitations, a second factor to show, an account that is closed, an invented person. */
export async function someDoors(world: World, test: TestDb, crypto: Crypto) {
  const { given, people, campaigns } = world
  const link = (of: Link): Promise<string> => aLink(world, crypto, of)
  const { owner } = test
  const holder = await given.person()
  const juror = await owner.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [people.juror])
  const office = { kind: 'invitation-office', payload: { role: 'auditor', campaignId: campaigns.judged } }
  const closed = await given.person()
  await given.grant({ person: closed.id, role: 'auditor', campaign: campaigns.judged })
  await owner.query('UPDATE person SET disabled_at = $1 WHERE id = $2', [AT, closed.id])
  const invented = await given.person()
  await owner.query('UPDATE person SET demonstration = true WHERE id = $1', [invented.id])
  return {
    verify: await link({ kind: 'verify-email', email: holder.email, person: holder.id }),
    reset: await link({ kind: 'reset-password', email: holder.email, person: holder.id }),
    join: await link({ ...office, email: 'nouvelle@example.ma' }),
    accept: await link({ ...office, email: juror.rows[0]?.email ?? '' }),
    enrolled: await anEnrolled(world, test, crypto),
    closed: closed.id,
  }
}
