import type { Actor, MandateHeld, OfficeGrant, SeatHeld } from '#app/domain/access/actor.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Shortcuts } from '#app/domain/scoring/shortcuts.ts'
import type { Client, Tx } from './client.server.ts'

export type DemonstrationPerson = { readonly id: string; readonly email: string; readonly name: string }

/** The invented people of the demonstration; none exist elsewhere. */
export const demonstrationPeople = (client: Client): Promise<DemonstrationPerson[]> =>
  client.person.findMany({
    where: { demonstration: true, disabledAt: null, email: { contains: 'demo' } },
    select: { id: true, email: true, name: true },
    orderBy: { createdAt: 'asc' },
    take: 60,
  })

/** An account as the acts of identity see it. Rights come from grants, seats and mandates, never from here. */
export type Account = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
  readonly passwordHash: string | null
  readonly emailVerified: boolean
  readonly totpCipher: string | null
  readonly totpEnrolled: boolean
  readonly totpLastStep: number | null
  readonly disabled: boolean
  readonly demonstration: boolean
}

type Row = {
  id: string
  email: string
  name: string
  locale: string
  password_hash: string | null
  verified: boolean
  totp_cipher: string | null
  enrolled: boolean
  totp_last_step: bigint | null
  disabled: boolean
  demonstration: boolean
}

const accountOf = (row: Row): Account => ({
  id: row.id,
  email: row.email,
  name: row.name,
  locale: row.locale as Locale,
  passwordHash: row.password_hash,
  emailVerified: row.verified,
  totpCipher: row.totp_cipher,
  totpEnrolled: row.enrolled,
  totpLastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
  disabled: row.disabled,
  demonstration: row.demonstration,
})

/** Reads an account and locks its row until the end of the transaction. */
export async function lockAccount(tx: Tx, personId: string): Promise<Account | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, email, name, locale, password_hash, email_verified_at IS NOT NULL AS verified, totp_cipher,
      totp_enrolled_at IS NOT NULL AS enrolled, totp_last_step, disabled_at IS NOT NULL AS disabled, demonstration
    FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  return row ? accountOf(row) : null
}

/** Reads and locks by address; addresses are stored in lower case. */
export async function lockAccountByEmail(tx: Tx, email: string): Promise<Account | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, email, name, locale, password_hash, email_verified_at IS NOT NULL AS verified, totp_cipher,
      totp_enrolled_at IS NOT NULL AS enrolled, totp_last_step, disabled_at IS NOT NULL AS disabled, demonstration
    FROM person WHERE email = ${email} FOR UPDATE`
  return row ? accountOf(row) : null
}

/** Without a lock: what the password is compared with before any transaction opens. */
export async function findAccountByEmail(client: Client | Tx, email: string): Promise<Account | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT id, email, name, locale, password_hash, email_verified_at IS NOT NULL AS verified, totp_cipher,
      totp_enrolled_at IS NOT NULL AS enrolled, totp_last_step, disabled_at IS NOT NULL AS disabled, demonstration
    FROM person WHERE email = ${email}`
  return row ? accountOf(row) : null
}

export async function findAccount(client: Client | Tx, personId: string): Promise<Account | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT id, email, name, locale, password_hash, email_verified_at IS NOT NULL AS verified, totp_cipher,
      totp_enrolled_at IS NOT NULL AS enrolled, totp_last_step, disabled_at IS NOT NULL AS disabled, demonstration
    FROM person WHERE id = ${personId}::uuid`
  return row ? accountOf(row) : null
}

export type NewAccount = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
  readonly passwordHash: string | null
  readonly emailVerified: boolean
}

/** False when the address is taken: another registration was quicker. */
export async function storeNewAccount(tx: Tx, account: NewAccount, now: Instant): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO person (id, email, name, locale, password_hash, email_verified_at, demonstration, created_at)
    VALUES (${account.id}::uuid, ${account.email}, ${account.name}, ${account.locale}, ${account.passwordHash},
      ${account.emailVerified ? toDate(now) : null}, false, ${toDate(now)})
    ON CONFLICT (email) DO NOTHING`
  return made === 1
}

export type AccountChange = {
  readonly name?: string
  readonly locale?: Locale
  readonly passwordHash?: string
  readonly emailVerifiedAt?: Date
  readonly disabledAt?: Date | null
  readonly totpCipher?: string
  readonly totpEnrolledAt?: Date
  readonly totpLastStep?: bigint
  readonly shortcuts?: Shortcuts
}

export async function storeAccount(tx: Tx, personId: string, change: AccountChange): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: change, select: { id: true } })
}

/** The rights of a person as the policy reads them, for acts that check someone other than the actor. */
export async function loadRights(
  client: Client | Tx,
  personId: string,
): Promise<Pick<Actor, 'grants' | 'seats' | 'mandates'>> {
  const [row] = await client.$queryRaw<
    { grants: OfficeGrant[]; seats: SeatHeld[]; mandates: MandateHeld[] }[]
  >`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'campaignId', campaign_id))
        FROM role_grant WHERE person_id = ${personId}::uuid AND revoked_at IS NULL), '[]') AS grants,
      coalesce((SELECT jsonb_agg(jsonb_build_object('seatId', id, 'campaignId', campaign_id, 'role', role, 'accepted', state = 'accepted'))
        FROM seat WHERE person_id = ${personId}::uuid AND state IN ('invited', 'accepted')), '[]') AS seats,
      coalesce((SELECT jsonb_agg(jsonb_build_object('mandateId', id, 'administrationId', administration_id, 'role', role))
        FROM mandate WHERE person_id = ${personId}::uuid AND state = 'active'
          AND (expires_at IS NULL OR expires_at > award_now())), '[]') AS mandates`
  return row ?? { grants: [], seats: [], mandates: [] }
}
