import type { Db } from '#app/adapters/db/client.server.ts'
import { liveSessions, type SessionRow, type SignedIn } from '#app/adapters/db/sessions.ts'

export type SecurityScreen = {
  readonly sessions: readonly (SessionRow & { readonly current: boolean })[]
  readonly secondFactor: boolean
  readonly recoveryCodesLeft: number
}

/** Own live sessions and the state of the second factor. */
export async function mySecurity(db: Db, session: SignedIn): Promise<SecurityScreen> {
  const { personId } = session.actor
  const [sessions, recoveryCodesLeft] = await Promise.all([
    liveSessions(db.applicant, personId),
    db.applicant.recoveryCode.count({ where: { personId, usedAt: null } }),
  ])
  return {
    sessions: sessions.map((one) => ({ ...one, current: one.id === session.sessionId })),
    secondFactor: session.totpEnrolled,
    recoveryCodesLeft,
  }
}
