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

/** Whether this person acts for a body that competes with the file, as its lead or a partner. */
export async function actsForCompetitor(tx: Tx, personId: string, nominationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ acts: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM mandate m JOIN nomination n ON n.id = ${nominationId}::uuid
      WHERE m.person_id = ${personId}::uuid AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())
        AND (m.administration_id = n.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
          WHERE p.nomination_id = n.id AND p.administration_id = m.administration_id))) AS acts`
  return row?.acts ?? false
}

/** The files of a campaign for whose bodies this person acts: who reads them, and how far, is not shown to them. */
export async function filesActedFor(tx: Tx, personId: string, campaignId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND EXISTS (SELECT 1 FROM mandate m
      WHERE m.person_id = ${personId}::uuid AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())
        AND (m.administration_id = n.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
          WHERE p.nomination_id = n.id AND p.administration_id = m.administration_id)))`
  return rows.map(({ id }) => id)
}
