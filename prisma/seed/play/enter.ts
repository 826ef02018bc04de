import { randomUUID } from 'node:crypto'
import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { AnswerValue } from '#app/domain/nomination/answers.ts'
import { dossierContent } from '#app/domain/nomination/revision.ts'
import { digestOf } from '#app/queries/applicant/digest.ts'
import type { Context } from '#app/services/context.ts'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import type { Seen } from '#app/services/nomination/act-on-nomination.ts'
import { startNomination } from '#app/services/nomination/start-nomination.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { must } from './must.ts'

export type Entered = { readonly nominationId: string; readonly reference: string }

/** A draft with these answers. */
export async function writeDraft(
  ctx: Context,
  actor: Actor,
  of: { readonly campaignId: string; readonly administrationId: string; readonly categoryCode: string },
  answers: Readonly<Record<string, AnswerValue>>,
): Promise<Entered> {
  const { nominationId, reference } = must('start a nomination', await startNomination(ctx, actor, of))
  const typed = Object.entries(answers).map(([field, value]) => ({ field, value, version: 0 }))
  const saved = must(`write ${reference}`, await saveAnswers(ctx, actor, { nominationId, typed }))
  const wrong = Object.entries(saved.outcomes).filter(
    ([, outcome]) => outcome !== 'saved' && outcome !== 'unchanged',
  )
  if (wrong.length > 0) throw new Error(`${reference}: ${JSON.stringify(wrong)}`)
  return { nominationId, reference }
}

/** What a page of the dossier would carry now. */
export async function seenNow(ctx: Context, nominationId: string): Promise<Seen> {
  const found = await loadNomination(ctx.db.applicant, nominationId, 'read')
  if (!found) throw new Error(`no nomination ${nominationId}`)
  return { nominationId, version: found.nomination.version }
}

/** The signatory's visa on exactly what the visa page would show now. */
export async function signDossier(ctx: Context, signatory: Actor, nominationId: string): Promise<void> {
  const found = await loadNomination(ctx.db.applicant, nominationId, 'read')
  if (!found) throw new Error(`no nomination ${nominationId}`)
  const seenDigest = digestOf(ctx, dossierContent(await loadDossierFacts(ctx.db.applicant, found)))
  const received = await awardNow(ctx.db.applicant)
  const post = { nominationId, received, seenDigest, key: randomUUID() }
  must(`submit ${found.nomination.reference}`, await submitNomination(ctx, signatory, post))
}
