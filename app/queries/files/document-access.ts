import { categoriesApart, filesActedFor } from '#app/adapters/db/own-files.ts'
import type { DocumentRow } from '#app/adapters/db/documents.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'
import type { Context } from '#app/services/context.ts'

export type Asked = Pick<DocumentRow, 'kind' | 'campaignId' | 'subjectId' | 'isPublic'>
type About = Partial<PolicyFacts>

const BODIES = { administrationId: true, partners: { select: { administrationId: true } } } as const
type Bodies = { administrationId: string; partners: readonly { administrationId: string | null }[] }
const isOwn = (actor: Actor, { administrationId, partners }: Bodies): boolean =>
  actsForFile(actor, {
    ...{ administrationId, partnerIds: partners.flatMap((partner) => partner.administrationId ?? []) },
  })

/** A letter about a nomination: its administration reads it; of the office, whoever acts for none of its bodies. */
async function ofNomination({ db }: Context, actor: Actor, { subjectId }: Asked): Promise<About> {
  const row = await db.office.nomination.findUnique({
    where: { id: subjectId },
    select: BODIES,
  })
  if (!row) return {}
  return { administrationId: row.administrationId, recused: isOwn(actor, row) }
}

/** A letter to the holder of a seat, or what that member signed. */
async function ofSeat({ db }: Context, _: Actor, { subjectId }: Asked): Promise<About> {
  const row = await db.office.seat.findUnique({ where: { id: subjectId }, select: { personId: true } })
  return { ownerId: row?.personId ?? null, recused: false }
}

/** What a member declared names every file, and so who leaves the room for it: not for whoever acts for one of them. */
async function ofDeclaration(ctx: Context, actor: Actor, asked: Asked): Promise<About> {
  const own = asked.campaignId === null ? [] : await filesActedFor(ctx.db.office, actor, asked.campaignId)
  return { ...(await ofSeat(ctx, actor, asked)), recused: own.length > 0 }
}

/** A sheet is its juror's, while no recusal hides the file, and the auditor's who acts for no body of it. */
async function ofSheet({ db }: Context, actor: Actor, { subjectId }: Asked): Promise<About> {
  const row = await db.office.scoreSheet.findUnique({
    where: { id: subjectId },
    select: { personId: true, nominationId: true, nomination: { select: BODIES } },
  })
  if (!row) return {}
  const hidden = await db.office.recusal.count({
    where: { nominationId: row.nominationId, liftedAt: null, seat: { personId: actor.personId } },
  })
  return { ownerId: row.personId, recused: hidden > 0 || isOwn(actor, row.nomination) }
}

/** Minutes hold scores: before release, only for members who signed the charter. */
async function ofMeeting({ db }: Context, { personId }: Actor, { campaignId }: Asked): Promise<About> {
  if (campaignId === null) return {}
  const seat = await db.office.seat.findFirst({
    where: { campaignId, personId, state: 'accepted' },
    select: { charterSignedAt: true },
  })
  return { charterSigned: seat !== null && seat.charterSignedAt !== null }
}

/** A receipt and an answer are the author's, and the administration's in whose name they filed. */
async function ofComplaint({ db }: Context, _: Actor, { subjectId }: Asked): Promise<About> {
  const row = await db.office.complaint.findUnique({
    where: { id: subjectId },
    select: { administrationId: true, authorId: true },
  })
  return { administrationId: row?.administrationId ?? null, ownerId: row?.authorId ?? null }
}

const ofCampaign = (): Promise<About> => Promise.resolve({})

type Rule = readonly [action: Action, about: (ctx: Context, actor: Actor, asked: Asked) => Promise<About>]

/** Which right opens which kind. A kind without a row is closed. */
const RULES: Readonly<Record<string, Rule>> = {
  receipt: ['document.read', ofNomination],
  completion_request: ['document.read', ofNomination],
  eligibility_decision: ['document.read', ofNomination],
  appeal_decision: ['document.read', ofNomination],
  disqualification: ['document.read', ofNomination],
  result_notification: ['document.read', ofNomination],
  participation_certificate: ['document.read', ofNomination],
  laureate_certificate: ['document.read', ofNomination],
  feedback_letter: ['nomination.read-feedback', ofNomination],
  convocation: ['document.read', ofSeat],
  charter: ['document.read', ofSeat],
  interest_declaration: ['document.read', ofDeclaration],
  score_sheet: ['sheet.read', ofSheet],
  shortlisting_minutes: ['minutes.read-scores', ofMeeting],
  minutes: ['minutes.read-scores', ofMeeting],
  register: ['export.nominations', ofCampaign],
  palmares: ['laureates.read-public', ofCampaign],
  campaign_report: ['campaign.read-tower', ofCampaign],
  complaint_receipt: ['complaint.read', ofComplaint],
  complaint_answer: ['complaint.read', ofComplaint],
}

async function phaseOf({ db }: Context, campaignId: string | null): Promise<Phase | null> {
  if (campaignId === null) return null
  const row = await db.office.campaign.findUnique({ where: { id: campaignId }, select: { phase: true } })
  return (row?.phase ?? null) as Phase | null
}

/** Whether somebody (null: nobody signed in) may read a document; a public one is for all. */
export async function mayReadDocument(ctx: Context, actor: Actor | null, asked: Asked): Promise<boolean> {
  if (asked.isPublic) return true
  const rule = RULES[asked.kind]
  if (actor === null || rule === undefined) return false
  const [action, about] = rule
  const { campaignId } = asked
  const phase = await phaseOf(ctx, campaignId)
  const facts = { campaignId, phase, ...(await about(ctx, actor, asked)) }
  if (!decide(actor, action, facts).ok) return false
  // The minutes of a category tell of every file in it, as their page does.
  if (about !== ofMeeting || campaignId === null || phase === null) return true
  return (await categoriesApart(ctx.db.office, actor, { id: campaignId, phase })).size === 0
}
