import type { LiftAnswer, LiftProposal } from '#app/domain/jury/lift-recusal.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** The proposal to lift this recusal that waits for a second hand; the seat's lock holds it still. */
export const loadOpenLift = (tx: Tx, recusalId: string): Promise<LiftProposal | null> =>
  tx.recusalLift.findFirst({
    where: { recusalId, settledAt: null },
    select: { id: true, reason: true, proposedBy: true },
  })

export async function storeLiftProposal(
  tx: Tx,
  lift: LiftProposal & { readonly recusalId: string; readonly at: Instant },
): Promise<void> {
  const { at, ...row } = lift
  await tx.recusalLift.create({ data: { ...row, proposedAt: toDate(at) }, select: { id: true } })
}

/** Writes the answer, then, when it is confirmed, ends the recusal: the guard of the table asks for that order. */
export async function storeLiftAnswer(
  tx: Tx,
  lift: { readonly id: string; readonly recusalId: string },
  answer: LiftAnswer & { readonly personId: string; readonly at: Instant },
): Promise<void> {
  const { outcome, words, personId, at } = answer
  await tx.recusalLift.updateMany({
    where: { id: lift.id, settledAt: null },
    data: { outcome, answer: words.trim(), settledBy: personId, settledAt: toDate(at) },
  })
  if (outcome === 'refused') return
  await tx.recusal.updateMany({
    where: { id: lift.recusalId, liftedAt: null },
    data: { liftedAt: toDate(at), liftedBy: personId },
  })
}
