import { loadAppeal, loadAppealInvolved, underAppeal } from '#app/adapters/db/appeals.ts'
import { loadFile, type FileFacts } from '#app/adapters/db/evidence.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, holdsGrant } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

/** A file nobody scanned yet is not shown to the jury; without a scanner files stay `unscanned` and are (T32). */
const SHOWN_TO_JURY: readonly FileFacts['scanState'][] = ['clean', 'unscanned']

/** What an organiser's right hangs on: an appeal about the file that waits, and no part in what it contests. */
async function contested({ db }: Context, actor: Actor, file: FileFacts): Promise<Partial<PolicyFacts>> {
  if (!holdsGrant(actor, 'organiser', file.campaignId)) return {}
  const appeal = await loadAppeal(db.office, file.nominationId)
  if (appeal === null) return {}
  return {
    appealed: (await underAppeal(db.office, [file.nominationId])).has(file.nominationId),
    involved: await loadAppealInvolved(db.office, appeal.id),
  }
}

/** Acting for the administration that leads the file or for a partner of it: a clerk or an organiser is in conflict then. */
async function actsForIt({ db }: Context, { mandates }: Actor, file: FileFacts): Promise<boolean> {
  const own = mandates.map(({ administrationId }) => administrationId)
  if (own.length === 0 || own.includes(file.administrationId)) return own.length > 0
  const { nominationId } = file
  return (
    (await db.office.nominationPartner.count({ where: { nominationId, administrationId: { in: own } } })) > 0
  )
}

/** As applicant or office: the mandate, the grant. */
async function asOwnerOrOffice(ctx: Context, actor: Actor, file: FileFacts): Promise<boolean> {
  const campaign = await ctx.db.applicant.campaign.findUnique({
    where: { id: file.campaignId },
    select: { phase: true },
  })
  const permit = decide(actor, 'evidence.read', {
    campaignId: file.campaignId,
    phase: (campaign?.phase ?? null) as Phase | null,
    administrationId: file.administrationId,
    recused: await actsForIt(ctx, actor, file),
    ...(await contested(ctx, actor, file)),
  })
  return permit.ok && !['juror', 'chair', 'deputy', 'expert'].includes(permit.value.as)
}

/** As jury: row security decides (declared, assigned, not recused), with a second factor. */
async function asJury(ctx: Context, actor: Actor, file: FileFacts): Promise<boolean> {
  const seated = actor.seats.some((seat) => seat.accepted && seat.campaignId === file.campaignId)
  if (!seated || !actor.secondFactor || !SHOWN_TO_JURY.includes(file.scanState)) return false
  return (await readAs(ctx.db.jury, actor.personId, (tx) => loadFile(tx, file.id))) !== null
}

/** The stored file behind an address, for those who may read it; everybody else gets the answer of an absent one. */
export async function permittedFile(
  ctx: Context,
  actor: Actor,
  fileId: string,
): Promise<Result<FileFacts, 'not-found'>> {
  const file = await loadFile(ctx.db.applicant, fileId)
  if (!file || file.scanState === 'infected') return refuse('not-found')
  const permitted = (await asOwnerOrOffice(ctx, actor, file)) || (await asJury(ctx, actor, file))
  return permitted ? ok(file) : refuse('not-found')
}
