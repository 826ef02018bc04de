import { underAppeal } from '#app/adapters/db/appeals.ts'
import { loadAnswers } from '#app/adapters/db/answers.ts'
import { loadCategoryProposals } from '#app/adapters/db/category-proposals.ts'
import { loadComparables, loadFormerLaureates } from '#app/adapters/db/comparables.ts'
import { type DossierFacts, loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { loadVersion } from '#app/adapters/db/dossiers.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import { loadChecks, loadCompletion, loadDecisions } from '#app/adapters/db/screening.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Action } from '#app/domain/access/action.ts'
import { legalDate } from '#app/domain/kernel/working-days.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { CompletionRequest } from '#app/domain/nomination/completion.ts'
import { NOMINATION_TRANSITIONS } from '#app/domain/nomination/nomination.ts'
import { categoryNamed } from '#app/domain/nomination/recategorisation.ts'
import { screeningFindings } from '#app/domain/nomination/finding.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { mayScreen, screeningHead } from './screening-access.ts'

/** The documents of a file that its clerks keep at hand. */
const LETTERS = [
  ...['receipt', 'completion_request', 'eligibility_decision', 'appeal_decision', 'disqualification'],
  'result_notification',
]

const completionShown = ({
  reasons,
  message,
  requestedAt,
  dueAt,
  answeredAt,
  lapsedAt,
}: CompletionRequest) => ({
  reasons,
  message,
  requestedAt,
  dueAt,
  answeredAt,
  lapsedAt,
})

/** What the platform finds by itself, on the file as it stands. */
async function findingsOf(ctx: Context, found: NominationCase, facts: DossierFacts) {
  const db = ctx.db.office
  const { nomination, campaign } = found
  return screeningFindings({
    regulation: campaign.regulation,
    form: facts.form,
    nomination: {
      id: nomination.id,
      administrationId: nomination.administrationId,
      categoryCode: nomination.categoryCode,
    },
    answers: await loadAnswers(db, nomination.id),
    evidence: facts.evidence,
    others: await loadComparables(db, campaign.id, nomination.id),
    laureates: await loadFormerLaureates(db, campaign.id),
    closingDate: legalDate(found.closesAt, (at) => legalOffsetMinutes(at)),
  })
}

type Version = NonNullable<Awaited<ReturnType<typeof loadVersion>>>
const versionShown = ({ number, hash, receivedAt, content }: Version) => ({
  number,
  hash,
  receivedAt,
  content,
})

/** One file on a clerk's desk: what was deposited, what the platform found, the checklist, the request, the decision. */
export async function screeningFile(ctx: Context, actor: Actor, id: string) {
  const db = ctx.db.office
  const found = await loadNomination(db, id, 'read')
  if (!found || !mayScreen(actor, 'screening.read-file', found) || found.nomination.depositedVersions === 0) {
    return refuse('not-found') as Result<never, 'not-found'>
  }
  const { nomination, campaign } = found
  const facts = await loadDossierFacts(db, found)
  const version = await loadVersion(db, id, nomination.depositedVersions)
  const decisions = await loadDecisions(db, id)
  const live = decisions.find(({ state }) => state !== 'returned') ?? null
  const completion = await loadCompletion(db, id)
  const findings = await findingsOf(ctx, found, facts)
  const may = (action: Action): boolean => mayScreen(actor, action, found, live?.proposedBy ?? null)
  const undecided = nomination.state === 'submitted' && live === null
  const asked = (await loadCategoryProposals(db, id)).find(({ state }) => state === 'open') ?? null
  return ok({
    now: await awardNow(db),
    head: { ...screeningHead(found), appealed: (await underAppeal(db, [id])).has(id) },
    screeningVersion: found.screeningVersion,
    version: version && versionShown(version),
    files: facts.evidence.map(({ fileId, id: evidenceId, scanState }) => ({ fileId, evidenceId, scanState })),
    findings,
    checks: campaign.regulation.screening.checks,
    verdicts: (await loadChecks(db, id)).map(({ code, verdict, note }) => ({ code, verdict, note })),
    completionDays: campaign.regulation.screening.completionWorkingDays,
    completion: completion && completionShown(completion),
    categoryAsked: asked && {
      name: categoryNamed(campaign.regulation, asked.to),
      dueAt: asked.dueAt,
    },
    documents: await documentLinks(ctx, actor, [id], LETTERS),
    live: live && {
      id: live.id,
      outcome: live.outcome,
      reasons: live.reasons,
      comment: live.comment,
      state: live.state,
      isOwn: live.proposedBy === actor.personId,
    },
    can: {
      check: undecided && may('screening.check'),
      requestCompletion: undecided && completion === null && may('screening.request-completion'),
      propose: undecided && asked === null && may('screening.propose'),
      proposeDisqualification:
        (NOMINATION_TRANSITIONS.disqualify.from as readonly string[]).includes(nomination.state) &&
        may('screening.propose-disqualification'),
      proposeCategory: undecided && may('screening.propose-category'),
      validate: live?.state === 'proposed' && may('screening.validate'),
    },
  })
}
