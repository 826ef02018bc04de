import type { Actor, MandateHeld, OfficeGrant, SeatHeld } from '#app/domain/access/actor.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

/** A live session with its person's rights, read afresh for each request (ASVS 8.3.2). */
export type SignedIn = {
  readonly sessionId: string
  readonly actor: Actor
  readonly email: string
  readonly emailVerified: boolean
  readonly totpEnrolled: boolean
  /** As stored; domain/scoring/shortcuts.ts reads them. */
  readonly shortcuts: unknown
}

type Row = {
  session_id: string
  person_id: string
  name: string
  email: string
  locale: string
  second_factor: boolean
  verified: boolean
  enrolled: boolean
  stale: boolean
  shortcuts: unknown
  grants: OfficeGrant[]
  seats: SeatHeld[]
  mandates: MandateHeld[]
}

/** One statement: session, person, grants, seats and mandates. Null when the session is over or the account closed. */
export async function loadSignedIn(
  client: Client,
  tokenDigest: string,
  origin: Actor['origin'],
): Promise<SignedIn | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT s.id AS session_id, p.id AS person_id, p.name, p.email, p.locale, p.shortcuts,
      s.second_factor_at IS NOT NULL AS second_factor, p.email_verified_at IS NOT NULL AS verified,
      p.totp_enrolled_at IS NOT NULL AS enrolled, s.last_seen_at < clock_timestamp() - interval '5 minutes' AS stale,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'campaignId', g.campaign_id))
        FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL), '[]') AS grants,
      coalesce((SELECT jsonb_agg(jsonb_build_object('seatId', t.id, 'campaignId', t.campaign_id, 'role', t.role, 'accepted', t.state = 'accepted'))
        FROM seat t WHERE t.person_id = p.id AND t.state IN ('invited', 'accepted')), '[]') AS seats,
      coalesce((SELECT jsonb_agg(jsonb_build_object('mandateId', m.id, 'administrationId', m.administration_id, 'role', m.role))
        FROM mandate m WHERE m.person_id = p.id AND m.state = 'active'
          AND (m.expires_at IS NULL OR m.expires_at > award_now())), '[]') AS mandates
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = ${tokenDigest} AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL`
  if (!row) return null
  if (row.stale)
    await client.$executeRaw`UPDATE session SET last_seen_at = clock_timestamp() WHERE id = ${row.session_id}::uuid`
  const actor: Actor = {
    personId: row.person_id,
    name: row.name,
    locale: row.locale as Locale,
    secondFactor: row.second_factor,
    grants: row.grants,
    seats: row.seats,
    mandates: row.mandates,
    origin,
  }
  return {
    sessionId: row.session_id,
    actor,
    email: row.email,
    emailVerified: row.verified,
    totpEnrolled: row.enrolled,
    shortcuts: row.shortcuts,
  }
}

export type NewSession = {
  readonly id: string
  readonly digest: string
  readonly personId: string
  readonly secondFactor: boolean
  readonly userAgent: string | null
  readonly address: string | null
}

/** Twelve hours at most, by the real clock (T46). */
export async function storeSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at, second_factor_at, user_agent, address)
    VALUES (${session.id}::uuid, ${session.digest}, ${session.personId}::uuid, clock_timestamp(), clock_timestamp(),
      clock_timestamp() + interval '12 hours', CASE WHEN ${session.secondFactor} THEN clock_timestamp() END,
      ${session.userAgent}, ${session.address})`
}

/** A new cookie for a session whose privilege grew: the old one is dead at once. False when the session is over. */
export async function raiseSession(tx: Tx, sessionId: string, newDigest: string): Promise<boolean> {
  const raised = await tx.$executeRaw`
    UPDATE session SET token_hash = ${newDigest}, second_factor_at = clock_timestamp()
    WHERE id = ${sessionId}::uuid AND ended_at IS NULL AND expires_at > clock_timestamp()`
  return raised === 1
}

/** Whether the session of this cookie was raised within the last two minutes. */
export async function raisedJustNow(client: Client, tokenDigest: string): Promise<boolean> {
  const found = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM session WHERE token_hash = ${tokenDigest} AND ended_at IS NULL
      AND second_factor_at > clock_timestamp() - interval '2 minutes'`
  return found.length === 1
}

/** False when it was already over, or is someone else's. */
export async function endSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE session SET ended_at = clock_timestamp()
    WHERE id = ${sessionId}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL`
  return ended === 1
}

export async function endSessionOfToken(tx: Tx, digest: string): Promise<void> {
  await tx.$executeRaw`UPDATE session SET ended_at = clock_timestamp() WHERE token_hash = ${digest} AND ended_at IS NULL`
}

/** Ends every live session of a person but `except`; returns how many. */
export const endSessions = (tx: Tx, personId: string, except: string | null): Promise<number> =>
  tx.$executeRaw`
    UPDATE session SET ended_at = clock_timestamp()
    WHERE person_id = ${personId}::uuid AND ended_at IS NULL AND expires_at > clock_timestamp()
      AND (${except}::uuid IS NULL OR id <> ${except}::uuid)`

export type SessionRow = {
  readonly id: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly userAgent: string | null
  readonly address: string | null
}

/** The live sessions of one person, newest first. */
export async function liveSessions(client: Client, personId: string): Promise<readonly SessionRow[]> {
  const rows = await client.$queryRaw<
    { id: string; created_at: Date; last_seen_at: Date; user_agent: string | null; address: string | null }[]
  >`SELECT id, created_at, last_seen_at, user_agent, address FROM session
    WHERE person_id = ${personId}::uuid AND ended_at IS NULL AND expires_at > clock_timestamp()
    ORDER BY created_at DESC, id DESC LIMIT 50`
  return rows.map((row) => ({
    id: row.id,
    createdAt: instantOf(row.created_at),
    lastSeenAt: instantOf(row.last_seen_at),
    userAgent: row.user_agent,
    address: row.address,
  }))
}
