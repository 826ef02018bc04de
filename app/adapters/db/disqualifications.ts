import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Disqualification, DisqualificationReason } from '#app/domain/nomination/disqualification.ts'
import type { Client, Tx } from './client.server.ts'

const dateOf = (at: Instant | null): Date | null => (at === null ? null : toDate(at))

/** Every proposal of a nomination, newest first; at most one is not returned (partial unique index). */
export async function loadDisqualifications(
  client: Client | Tx,
  nominationId: string,
): Promise<readonly Disqualification[]> {
  const rows = await client.disqualification.findMany({
    where: { nominationId },
    select: {
      id: true,
      nominationId: true,
      reason: true,
      textAr: true,
      textFr: true,
      state: true,
      proposedBy: true,
      proposedAt: true,
      note: true,
      settledBy: true,
      settledAt: true,
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return rows.map(({ textAr, textFr, ...row }) => ({
    ...row,
    reason: row.reason as DisqualificationReason,
    text: { ar: textAr, fr: textFr },
    state: row.state as Disqualification['state'],
    proposedAt: instantOf(row.proposedAt),
    settledAt: row.settledAt === null ? null : instantOf(row.settledAt),
  }))
}

export async function insertDisqualification(tx: Tx, made: Disqualification): Promise<void> {
  const { text, ...row } = made
  await tx.disqualification.create({
    data: {
      ...row,
      textAr: text.ar,
      textFr: text.fr,
      proposedAt: toDate(made.proposedAt),
      settledAt: dateOf(made.settledAt),
    },
    select: { id: true },
  })
}

/** Ends a proposal by another hand than the one that made it; the statement itself says so. */
export async function endDisqualification(tx: Tx, ended: Disqualification): Promise<boolean> {
  const { id, state, note, settledBy, settledAt } = ended
  const { count } = await tx.disqualification.updateMany({
    where: { id, state: 'proposed', NOT: { proposedBy: settledBy ?? '' } },
    data: { state, note, settledBy, settledAt: dateOf(settledAt) },
  })
  return count === 1
}

/** What the jury has made of a nomination: an open vote that names it, a prize that is decided. */
export async function loadJuryHold(
  tx: Client | Tx,
  nominationId: string,
): Promise<{ readonly isVoted: boolean; readonly isAwarded: boolean }> {
  const [row] = await tx.$queryRaw<{ voted: boolean; awarded: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM motion m WHERE m.state = 'open' AND m.question -> 'candidates' ? ${nominationId}) AS voted,
      EXISTS (SELECT 1 FROM award_winner w WHERE w.nomination_id = ${nominationId}::uuid) AS awarded`
  return { isVoted: row?.voted === true, isAwarded: row?.awarded === true }
}

/** Nominations of the campaign that left the competition. */
export async function loadDisqualified(
  client: Client | Tx,
  campaignId: string,
): Promise<ReadonlySet<string>> {
  const rows = await client.nomination.findMany({
    where: { campaignId, state: 'disqualified' },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/** Proposals that wait for their second hand, for the gate of the release and the desk of the organisers. */
export async function loadOpenDisqualifications(
  client: Client | Tx,
  campaignId: string,
  exceptOf: readonly string[] = [],
): Promise<readonly { readonly id: string; readonly reference: string }[]> {
  return client.$queryRaw`
    SELECT n.id, n.reference FROM disqualification d JOIN nomination n ON n.id = d.nomination_id
    WHERE n.campaign_id = ${campaignId}::uuid AND d.state = 'proposed'
      AND n.administration_id <> ALL (${[...exceptOf]}::uuid[]) AND NOT EXISTS (SELECT 1 FROM nomination_partner p
        WHERE p.nomination_id = n.id AND p.administration_id = ANY (${[...exceptOf]}::uuid[])) ORDER BY n.reference LIMIT 50`
}
