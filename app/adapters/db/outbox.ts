import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type { Letter } from '#app/domain/notice/hold.ts'
import type { Client, Tx } from './client.server.ts'
import { HELD_WITH_EDITION } from './letter-hold.ts'

export type OwedLetter = {
  readonly id: string
  readonly notice: string
  readonly email: string
  readonly name: string | null
  readonly locale: Locale
  readonly facts: Facts
  readonly campaignId: string | null
  readonly attempts: number
}

/** Ids of the letters that are due, oldest first; those held with their edition would crowd out the others. */
export const loadDueLetters = async (client: Client, limit: number): Promise<string[]> => {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM outbox o WHERE o.state = 'pending' AND o.next_attempt_at <= clock_timestamp() AND NOT ${HELD_WITH_EDITION}
     ORDER BY o.next_attempt_at LIMIT ${limit}`
  return rows.map((row) => row.id)
}

/**
 * Takes one letter for this attempt: nobody else takes it before its next time comes (doubling, at most an hour). The error
 * of the attempt before goes: a letter with attempts and no error is on its way, and can no longer be held.
 * The row of its campaign comes first: whoever holds the letters of the edition locks it, and only a statement begun after
 * that lock sees the hold. So a letter is claimed before the edition is held, or it waits.
 */
export const claimLetter = (client: Client, id: string): Promise<OwedLetter | null> =>
  client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT c.id FROM outbox o JOIN campaign c ON c.id = o.campaign_id
        WHERE o.id = ${id}::uuid FOR KEY SHARE OF c`
    const [row] = await tx.$queryRaw<OwedLetter[]>`
        UPDATE outbox o SET attempts = o.attempts + 1, last_error = NULL,
          next_attempt_at = clock_timestamp() + least(interval '1 hour', interval '15 seconds' * power(2, least(o.attempts, 10)))
        WHERE o.id = ${id}::uuid AND o.state = 'pending' AND o.next_attempt_at <= clock_timestamp() AND NOT ${HELD_WITH_EDITION}
        RETURNING o.id, o.notice, o.email, (SELECT p.name FROM person p WHERE p.id = o.person_id) AS name, o.locale, o.facts,
          o.campaign_id AS "campaignId", o.attempts`
    return row ?? null
  })

/** A link that was sent has no business in the database any longer: its token goes. */
export const storeSent = async (client: Client, id: string): Promise<void> =>
  void (await client.$executeRaw`UPDATE outbox SET state = 'sent', sent_at = clock_timestamp(), last_error = NULL,
    facts = facts - 'token' WHERE id = ${id}::uuid`)

/** `isFinal`: the address or the letter is refused for good; it stays visible as failed. */
export const storeUndelivered = async (
  client: Client,
  id: string,
  reason: string,
  isFinal: boolean,
): Promise<void> =>
  void (await client.$executeRaw`UPDATE outbox SET state = CASE WHEN ${isFinal} THEN 'failed' ELSE state END,
    last_error = ${reason.slice(0, 500)} WHERE id = ${id}::uuid`)

/** The letter of this campaign, its row locked; null for one of another. */
export async function lockLetter(tx: Tx, campaignId: string, id: string): Promise<Letter | null> {
  const [row] = await tx.$queryRaw<Letter[]>`
    SELECT notice, state, attempts > 0 AND last_error IS NULL AS leaving FROM outbox
     WHERE id = ${id}::uuid AND campaign_id = ${campaignId}::uuid FOR UPDATE`
  return row ?? null
}

export const storeHeld = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.$executeRaw`UPDATE outbox SET state = 'held' WHERE id = ${id}::uuid AND state = 'pending'`)

export const storeReleased = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.$executeRaw`UPDATE outbox SET state = 'pending', next_attempt_at = clock_timestamp()
    WHERE id = ${id}::uuid AND state = 'held'`)

/** To the address that its account has now: the one it had may be why it failed. */
export const storeDueAgain = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.$executeRaw`UPDATE outbox o SET state = 'pending', attempts = 0, last_error = NULL,
    next_attempt_at = clock_timestamp(), email = coalesce((SELECT p.email FROM person p WHERE p.id = o.person_id), o.email)
    WHERE o.id = ${id}::uuid AND o.state = 'failed'`)
