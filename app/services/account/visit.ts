import type { Account } from '#app/adapters/db/people.ts'
import { type Actor, SYSTEM_ACTOR } from '#app/domain/access/actor.ts'

/** The browser that asks, before anybody is known to sit behind it. */
export type Visit = {
  readonly requestId: string
  readonly address: string | null
  readonly userAgent: string | null
  /** The session cookie it came with: dead as soon as a new session opens (session fixation, T46). */
  readonly sessionToken: string | null
  /** The mark left by an earlier good sign-in on this browser. */
  readonly deviceMark: string | null
}

/** Nobody signed in: the trail names the platform as the hand and the person as the subject. */
export const visitor = (visit: Visit): Actor => ({
  ...SYSTEM_ACTOR,
  origin: { requestId: visit.requestId, address: visit.address },
})

/** The account holder, known by password or link but without rights: enough for the trail of acts on one's own account. */
export const holder = (account: Pick<Account, 'id' | 'name' | 'locale'>, visit: Visit): Actor => ({
  personId: account.id,
  name: account.name,
  locale: account.locale,
  secondFactor: false,
  grants: [],
  seats: [],
  mandates: [],
  origin: { requestId: visit.requestId, address: visit.address },
})
