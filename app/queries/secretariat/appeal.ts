import { loadAppeal, loadAppealInvolved, loadLiveAnswer } from '#app/adapters/db/appeals.ts'
import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { loadVersion } from '#app/adapters/db/dossiers.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import { loadDecisions } from '#app/adapters/db/screening.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { type Appeal, appealTerm, contestable } from '#app/domain/nomination/appeal.ts'
import type { AppealAnswer } from '#app/domain/nomination/appeal-answer.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'

const permitOf = (actor: Actor, action: Action, found: NominationCase, involved: readonly string[] = []) =>
  decide(actor, action, {
    ...{ campaignId: found.campaign.id, phase: found.campaign.phase, involved },
    ...{ administrationId: found.nomination.administrationId, recused: actsForFile(actor, found.nomination) },
  })

const contested = (
  { reasons, comment, settledAt }: ScreeningDecision & { readonly settledAt: Instant },
  { regulation }: Campaign,
) => ({
  ...{ reasons, comment, at: settledAt },
  until: appealTerm(settledAt, regulation, (at) => legalOffsetMinutes(at)),
})
const filed = ({ number, grounds, filedAt, dueAt }: Appeal) => ({ number, grounds, filedAt, dueAt })
const shown = (actor: Actor, { id, outcome, reasons, answer, state, ...hands }: AppealAnswer) => ({
  ...{ id, outcome, reasons, answer, state, at: hands.settledAt ?? hands.proposedAt },
  isOwn: hands.proposedBy === actor.personId,
})

/** What was deposited, for a hand that has no page of the file to read it on. */
async function depositedOf({ db }: Context, found: NominationCase) {
  const { id, depositedVersions } = found.nomination
  const version = await loadVersion(db.office, id, depositedVersions)
  if (version === null) return null
  const stored = (await loadDossierFacts(db.office, found)).evidence
  return {
    answers: version.content.answers,
    evidence: version.content.evidence.map((piece) => {
      const now = stored.find(({ id: evidenceId }) => evidenceId === piece.id)
      return { ...piece, fileId: now?.fileId ?? null, scanState: now?.scanState ?? null }
    }),
  }
}

/** What this person may do with the appeal; the services ask again, under the lock. */
function handsOf(
  actor: Actor,
  found: NominationCase,
  { isFiled, live, involved }: { isFiled: boolean; live: AppealAnswer | null; involved: readonly string[] },
) {
  const may = permitOf(actor, 'screening.answer-appeal', found, involved)
  const isOpen = isFiled && found.nomination.state === 'inadmissible'
  const proposed = live?.state === 'proposed'
  return {
    can: {
      propose: may.ok && isOpen && live === null,
      settle: may.ok && isOpen && proposed && live.proposedBy !== actor.personId,
    },
    refused: may.ok ? null : may.reason,
  }
}

/** The appeal of a file at the desk: what is contested, what was written, and which hand this person may be. */
export async function deskAppeal(ctx: Context, actor: Actor, id: string) {
  const db = ctx.db.office
  const found = await loadNomination(db, id, 'read')
  if (!found || !permitOf(actor, 'screening.read-appeal', found).ok) {
    return refuse('not-found') as Result<never, 'not-found'>
  }
  const { nomination, campaign } = found
  const appeal = await loadAppeal(db, id)
  const live = appeal && (await loadLiveAnswer(db, appeal.id))
  const involved = appeal ? await loadAppealInvolved(db, appeal.id) : []
  const decision = contestable(await loadDecisions(db, id))
  const hands = handsOf(actor, found, { isFiled: appeal !== null, live, involved })
  const readsFile = permitOf(actor, 'screening.read-file', found).ok
  return ok({
    now: await awardNow(db),
    head: {
      ...{ id, reference: nomination.reference, title: nomination.title, state: nomination.state },
      ...{ category: found.category.name, administration: found.administration.name },
      ...{ campaignId: campaign.id, appealed: appeal !== null && live?.state !== 'validated' },
    },
    decision: decision && contested(decision, campaign),
    appeal: appeal && filed(appeal),
    answer: live && shown(actor, live),
    documents: await documentLinks(ctx, actor, [id], ['eligibility_decision', 'appeal_decision']),
    readsFile,
    dossier: !readsFile && (hands.can.propose || hands.can.settle) ? await depositedOf(ctx, found) : null,
    ...hands,
  })
}
