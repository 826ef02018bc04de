import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'
import type { Named } from './seats.ts'

/** The seat waits for the answer of `holder`; whoever sat before has left it. */
export async function storeInvitation(
  tx: Tx,
  seatId: string,
  invited: { readonly holder: Named; readonly alternate: Named | null; readonly at: Instant },
): Promise<void> {
  await tx.seat.update({
    where: { id: seatId },
    data: {
      state: 'invited',
      personId: null,
      inviteeName: invited.holder.name,
      inviteeEmail: invited.holder.email,
      alternateName: invited.alternate?.name ?? null,
      alternateEmail: invited.alternate?.email ?? null,
      invitedAt: toDate(invited.at),
      answeredAt: null,
      charterSignedAt: null,
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** Replaces every earlier unused link for the seat: only the newest invitation opens. */
export async function storeSeatToken(
  tx: Tx,
  token: {
    readonly id: string
    readonly digest: string
    readonly email: string
    readonly personId: string | null
    readonly seatId: string
    readonly at: Instant
    readonly expiresAt: Instant
  },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE one_time_token SET expires_at = ${toDate(token.at)}
    WHERE kind = 'invitation-seat' AND used_at IS NULL AND payload ->> 'seatId' = ${token.seatId}`
  await tx.oneTimeToken.create({
    data: {
      id: token.id,
      tokenHash: token.digest,
      kind: 'invitation-seat',
      email: token.email,
      personId: token.personId,
      payload: { seatId: token.seatId },
      createdAt: toDate(token.at),
      expiresAt: toDate(token.expiresAt),
    },
    select: { id: true },
  })
}
