import { type DocumentRow, loadDocument } from '#app/adapters/db/documents.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

/** Who the document is about, when it is about a nomination. */
const administrationOf = async (ctx: Context, document: DocumentRow): Promise<string | null> => {
  if (document.kind !== 'receipt') return null
  const row = await ctx.db.office.nomination.findUnique({
    where: { id: document.subjectId },
    select: { administrationId: true },
  })
  return row?.administrationId ?? null
}

const MINUTES: ReadonlySet<string> = new Set(['minutes'])

/** A document for those who may read it; minutes follow the rule of the scores they hold, all others the rule of documents. */
export async function permittedDocument(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<Result<DocumentRow, 'not-found'>> {
  const document = await loadDocument(ctx.db.office, id)
  if (!document) return refuse('not-found')
  if (document.isPublic) return ok(document)
  const campaign =
    document.campaignId === null
      ? null
      : await ctx.db.office.campaign.findUnique({
          where: { id: document.campaignId },
          select: { phase: true },
        })
  const permit = decide(actor, MINUTES.has(document.kind) ? 'minutes.read-scores' : 'document.read', {
    campaignId: document.campaignId,
    phase: (campaign?.phase ?? null) as Phase | null,
    administrationId: await administrationOf(ctx, document),
    ownerId: document.subjectId,
    charterSigned: MINUTES.has(document.kind) ? await hasSigned(ctx, actor, document.campaignId) : false,
  })
  return permit.ok ? ok(document) : refuse('not-found')
}

async function hasSigned(ctx: Context, actor: Actor, campaignId: string | null): Promise<boolean> {
  if (campaignId === null) return false
  const seat = await ctx.db.office.seat.findFirst({
    where: { campaignId, personId: actor.personId, state: 'accepted' },
    select: { charterSignedAt: true },
  })
  return seat !== null && seat.charterSignedAt !== null
}
