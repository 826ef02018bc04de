import { categoryRule } from '#app/domain/campaign/regulation.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { atOnce } from './at-once.ts'
import { mandateFor, typeOf } from './bodies.ts'
import { type Cast, player } from './cast.ts'
import { deliberate } from './deliberate.ts'
import type { EditionPlan, PlannedEntry } from './edition-plan.ts'
import { signDossier, writeDraft } from './enter.ts'
import { must } from './must.ts'
import { prepareAndOpen } from './prepare.ts'
import { assignReaders, declareAll, readingsOf, scoreAll } from './read-and-score.ts'
import { concludeMinutes, releaseResults } from './release.ts'
import { replayAnswers } from './replay-answers.ts'
import { screen } from './screen.ts'
import { actorFor, moveClock, type Stage } from './stage.ts'

const DAY = 86_400_000
const after = (at: Instant, days: number): Instant => instant(at + days * DAY)

export type PlayedEdition = {
  readonly campaignId: string
  /** Each planned nomination by its key. */
  readonly nominations: ReadonlyMap<string, string>
}

/** One edition of the record, from its preparation to its publication, along its calendar and through the services. */
export async function playEdition(stage: Stage, cast: Cast, plan: EditionPlan): Promise<PlayedEdition> {
  const played = await playToRelease(stage, cast, plan)
  await releaseResults(stage, cast, { campaignId: played.campaignId, at: plan.regulation.calendar.release })
  return played
}

/** All of an edition but its release: decided, its minutes signed, and nothing of it public. */
export async function playToRelease(
  stage: Stage,
  cast: Cast,
  plan: EditionPlan,
): Promise<PlayedEdition & { readonly sessionId: string }> {
  const { edition, regulation } = plan
  const { calendar } = regulation
  await moveClock(stage, calendar.nominationsOpen)
  const { campaignId } = await prepareAndOpen(stage, cast, {
    year: edition.year,
    slug: `${edition.year}`,
    editionNumber: edition.edition,
    regulation,
    record: { sources: edition.sources, candidates: edition.candidates },
  })
  const nominations = await enterAll(stage, cast, plan, campaignId)
  await moveClock(stage, calendar.nominationsClose)
  await closeNominations(stage.ctx)
  await screenAll(stage, cast, plan, campaignId)
  await evaluate(stage, cast, plan, { campaignId, nominations })
  const sessionId = await deliberate(stage, cast, {
    campaignId,
    regulation,
    decisions: plan.decisions,
    nominations,
  })
  await concludeMinutes(stage, cast, sessionId)
  return { campaignId, nominations, sessionId }
}

async function enterAll(stage: Stage, cast: Cast, plan: EditionPlan, campaignId: string) {
  const { calendar } = plan.regulation
  const bodies = [...Map.groupBy(plan.entries, (entry) => entry.body.fr).values()]
  await moveClock(stage, after(calendar.nominationsOpen, 20))
  const entered = await atOnce(bodies, 3, async (entries, at) => {
    const [first] = entries
    if (first === undefined) return []
    const who = await player(stage, `signataire.${plan.edition.year}.${at + 1}`, `Signataire ${at + 1}`, {
      isExtra: true,
    })
    const by = { personId: who.personId, administratorId: cast.administrator.personId }
    const body = { name: first.body, type: typeOf(first.body.fr), role: 'signatory' } as const
    const administrationId = await mandateFor(stage, by, body)
    const signatory = await actorFor(stage, who.personId)
    const pairs: (readonly [string, string])[] = []
    for (const entry of entries) {
      const of = { campaignId, administrationId, categoryCode: entry.category }
      const answers = replayAnswers(entry.title, `${plan.edition.year - 1}-01-01`)
      const { nominationId } = await writeDraft(stage.ctx, signatory, of, answers)
      await signDossier(stage.ctx, signatory, nominationId)
      pairs.push([entry.key, nominationId])
    }
    return pairs
  })
  return new Map(entered.flat())
}

async function screenAll(stage: Stage, cast: Cast, plan: EditionPlan, campaignId: string): Promise<void> {
  const { ctx } = stage
  await moveClock(stage, after(plan.regulation.calendar.nominationsClose, 5))
  const [one, other] = cast.clerks
  const clerks = [await actorFor(stage, one.personId), await actorFor(stage, other.personId)] as const
  const checks = plan.regulation.screening.checks.map(({ code }) => code)
  const files = await ctx.db.office.nomination.findMany({ where: { campaignId }, select: { id: true } })
  await atOnce(files, 3, ({ id }) => screen(ctx, clerks, { nominationId: id, checks, failing: null }))
  await declareAll(stage, [cast.chair, cast.deputy, ...cast.jurors], campaignId)
  await assignReaders(stage, cast, campaignId)
}

async function evaluate(stage: Stage, cast: Cast, plan: EditionPlan, played: PlayedEdition): Promise<void> {
  const { ctx } = stage
  const { campaignId, nominations } = played
  const { calendar } = plan.regulation
  const organiser = await actorFor(stage, cast.organiser.personId)
  await moveClock(stage, calendar.evaluationOpens)
  must(
    'open evaluation',
    await advancePhase(ctx, organiser, { campaignId, from: 'screening', to: 'evaluation' }),
  )
  await moveClock(stage, after(calendar.evaluationOpens, 10))
  const entryOf = new Map<string, PlannedEntry>()
  for (const entry of plan.entries) entryOf.set(nominations.get(entry.key) ?? '', entry)
  const given = await readingsOf(stage, campaignId)
  const work = cast.jurors.map((juror) => ({
    juror,
    readings: (given.get(juror.personId) ?? []).flatMap((nominationId) => {
      const entry = entryOf.get(nominationId)
      const rubric = entry && categoryRule(plan.regulation, entry.category)?.rubric
      if (!entry || !rubric) return []
      return [{ nominationId, drawn: `${entry.key} ${juror.email}`, rubric, target: entry.target, until: 'sealed' as const }]
    }),
  }))
  await scoreAll(stage, work)
  await moveClock(stage, calendar.evaluationCloses)
  const closed = await advancePhase(ctx, organiser, { campaignId, from: 'evaluation', to: 'deliberation' })
  must('close evaluation', closed)
}
