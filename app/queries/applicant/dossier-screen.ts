import { loadRescued } from '#app/adapters/db/answers.ts'
import { type DossierFacts, loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import type { NominationCase } from '#app/adapters/db/nominations.ts'
import { loadCompletion } from '#app/adapters/db/screening.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { evidenceOpen, evidenceProblems } from '#app/domain/evidence/evidence.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { type AnswerValue, fieldFor } from '#app/domain/nomination/answers.ts'
import { completeness } from '#app/domain/nomination/completeness.ts'
import { NOMINATION_TRANSITIONS, type NominationAct } from '#app/domain/nomination/nomination.ts'
import { type Outcome, standingOf } from '#app/domain/nomination/standing.ts'
import { dossierContent } from '#app/domain/nomination/revision.ts'
import type { Context } from '#app/services/context.ts'
import { digestOf } from './digest.ts'
import { mayDo, ownNomination } from './nomination-access.ts'
import { outcomeOf } from './outcomes.ts'

/** What stands in the head of every page of one dossier; `outcome` is what was published of it (`outcomeOf`). */
export const headOf = (found: NominationCase, dueAt: number, outcome: Outcome | null) => ({
  id: found.nomination.id,
  reference: found.nomination.reference,
  state: found.nomination.state,
  standing: standingOf(found.nomination.state, found.campaign.phase, outcome),
  version: found.nomination.version,
  title: found.nomination.title,
  category: found.category.name,
  administration: found.administration.name,
  campaign: {
    id: found.campaign.id,
    slug: found.campaign.slug,
    year: found.campaign.year,
    phase: found.campaign.phase,
  },
  synthetic: found.campaign.synthetic,
  dueAt,
  depositedVersions: found.nomination.depositedVersions,
  visaRequestedAt: found.nomination.visaRequestedAt,
})

const mayMove = (found: NominationCase, act: NominationAct): boolean =>
  (NOMINATION_TRANSITIONS[act].from as readonly string[]).includes(found.nomination.state)

/** What may be done now; the services ask again, under the lock. */
const canOf = (actor: Actor, found: NominationCase, now: Instant) => ({
  write:
    mayDo(actor, 'nomination.write', found) &&
    evidenceOpen({
      state: found.nomination.state,
      phase: found.campaign.phase,
      closesAt: found.closesAt,
      now,
    }).ok,
  requestVisa: mayDo(actor, 'nomination.request-visa', found) && mayMove(found, 'requestVisa'),
  cancelVisa: mayDo(actor, 'nomination.cancel-visa', found) && mayMove(found, 'cancelVisa'),
  submit: mayDo(actor, 'nomination.submit', found) && mayMove(found, 'submit'),
  withdraw: mayDo(actor, 'nomination.withdraw', found) && mayMove(found, 'withdraw'),
  resubmit: mayDo(actor, 'nomination.resubmit', found) && mayMove(found, 'resubmit'),
  answerCompletion: mayDo(actor, 'nomination.answer-completion', found) && mayMove(found, 'answerCompletion'),
})

/** The mark a page gives back with a field: the version it was drawn with and the digest of what it showed. */
const markOf = (ctx: Context, version: number, value: AnswerValue | undefined): string =>
  `${version}-${digestOf(ctx, value ?? '').slice(0, 16)}`

/** The mark of a question nobody has answered. */
export const unansweredMark = (ctx: Context): string => markOf(ctx, 0, '')

/** Answers by field; a secret is only said to be there. */
function answersOf(ctx: Context, facts: DossierFacts) {
  return facts.answers.map(({ field, value, version }) => {
    const isSecret = fieldFor(facts.form, field)?.kind === 'secret'
    return {
      field,
      value: isSecret ? '' : value,
      stored: isSecret,
      mark: markOf(ctx, version, isSecret ? '' : value),
    }
  })
}

async function peopleOf(ctx: Context, facts: DossierFacts) {
  const rows = await ctx.db.applicant.person.findMany({
    where: { id: { in: [...facts.context.team] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 100,
  })
  return rows.map(({ id, name }) => ({ id, name, signs: facts.context.signatories.includes(id) }))
}

/** One dossier for its team: head, rights, answers, evidence, completeness, people. A constant number of statements. */
export async function dossierScreen(ctx: Context, actor: Actor, id: string) {
  const own = await ownNomination(ctx, actor, id)
  if (!own.ok) return own
  const found = own.value
  const facts = await loadDossierFacts(ctx.db.applicant, found)
  const problems = evidenceProblems(facts.evidence, facts.limits)
  const completion = await loadCompletion(ctx.db.applicant, id)
  const rescued = await loadRescued(ctx.db.applicant, id)
  const saved = facts.answers.reduce<number | null>(
    (last, { updatedAt }) => Math.max(last ?? 0, updatedAt),
    null,
  )
  const now = await awardNow(ctx.db.applicant)
  const outcome = await outcomeOf(ctx.db.public, found)
  const isCompleting = found.nomination.state === 'completion_requested' && completion !== null
  return ok({
    now,
    personId: actor.personId,
    head: headOf(found, isCompleting ? completion.dueAt : found.closesAt, outcome),
    can: canOf(actor, found, now),
    resumable: found.campaign.phase === 'nominations' && now < found.closesAt,
    answers: answersOf(ctx, facts),
    evidence: facts.evidence.map(
      ({ id: evidenceId, fileId, title, claim, fileName, size, sha256, scanState, createdAt }) => ({
        id: evidenceId,
        fileId,
        title,
        claim,
        fileName,
        size,
        sha256,
        scanState,
        createdAt,
      }),
    ),
    limits: facts.limits,
    completeness: completeness(facts.form, facts.answers, { count: facts.evidence.length, problems }),
    digest: digestOf(ctx, dossierContent(facts)),
    people: await peopleOf(ctx, facts),
    completion: completion && {
      reasons: completion.reasons,
      message: completion.message,
      dueAt: completion.dueAt,
      answeredAt: completion.answeredAt,
    },
    rescued: rescued.map(({ id: rescuedId, field, value, at, personId }) => ({
      id: rescuedId,
      field,
      value,
      at,
      personId,
    })),
    savedAt: saved,
  })
}
