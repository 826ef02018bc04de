import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { proposeRecusalLift } from '#app/services/jury/propose-recusal-lift.ts'
import { settleRecusalLift } from '#app/services/jury/settle-recusal-lift.ts'
import type { Cast } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { prepareAndOpen } from '../play/prepare.ts'
import { randomFor } from '../play/random.ts'
import { assignReaders, declareAll, type Reading, readingsOf } from '../play/read-and-score.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { begunDaysAgo, daysAfter, legalYear } from './calendar.ts'
import { enterAndAdmit, type Play } from './enter-and-admit.ts'
import { readInTurn } from './read-in-turn.ts'

/** The template closes the evaluation after 95 days and meets after 102: the meeting is in four days. */
const BEGUN_DAYS_AGO = 98
const CATEGORY = 'app-mobile'
const SEATS = ['chair', 'deputy', 'j1', 'j2', 'j3', 'j4']
const JURORS = 4
/** Every juror reads every file: two of them then share as many as a kappa of a pair asks for. */
const NOMINATIONS = 20
/** How far each juror scores above or below the others, points. */
const SEVERITY = [2, -7, 5, 0]
/**
 * What jurors declared and two clerks have lifted since, by juror and file: so the test of links has the sheets of enough
 * members to be shown. It finds nothing, as it should.
 */
const LIFTED = [
  [0, 2],
  [0, 11],
  [1, 5],
  [1, 16],
  [2, 8],
  [3, 13],
] as const
/** The chair and the deputy declare before the jurors. */
const BEFORE_JURORS = 2
const DECLARED = 'A suivi une formation avec l’équipe du projet (démonstration).'
const WHY_LIFTED = 'Formation commune ancienne, sans lien avec le projet (démonstration).'

function towns(regulation: Regulation): Regulation {
  return {
    ...regulation,
    awardName: {
      ar: 'جائزة الخدمات الرقمية للمدن (تجريبي)',
      fr: 'Prix des services numériques des villes (démonstration)',
    },
    purposes: {
      ar: 'دورة تجريبية اختُتم تقييمها وقرأ فيها كل عضو كل ملف، ليُرى ما تقرؤه الرئاسة قبل المداولات.',
      fr: 'Édition de démonstration dont l’évaluation est close et où chaque membre a lu chaque dossier, pour voir ce que lit la présidence avant la délibération.',
    },
    categories: regulation.categories.filter(({ code }) => code === CATEGORY),
    jury: {
      ...regulation.jury,
      seats: regulation.jury.seats.filter(({ code }) => SEATS.includes(code)),
      readersPerNomination: JURORS,
    },
  }
}

/** Two hands lift each recusal before readers are assigned, so that the file comes back to its juror. */
async function liftAll({ stage, cast, campaignId, entered }: Play): Promise<void> {
  const { ctx } = stage
  const [first, second] = cast.clerks
  const [one, other] = [await actorFor(stage, first.personId), await actorFor(stage, second.personId)]
  const seats = await ctx.db.office.seat.findMany({ where: { campaignId }, select: { id: true, personId: true } })
  for (const [juror, file] of LIFTED) {
    const seatId = seats.find(({ personId }) => personId === cast.jurors[juror]?.personId)?.id ?? ''
    const of = { seatId, nominationId: entered[file] ?? '' }
    const { liftId } = must('propose a lift', await proposeRecusalLift(ctx, one, { ...of, reason: WHY_LIFTED }))
    const answer = { ...of, liftId, outcome: 'confirmed', words: WHY_LIFTED } as const
    must('lift', await settleRecusalLift(ctx, other, answer))
  }
}

async function readAll(play: Play): Promise<void> {
  const { stage, cast, campaignId, regulation, entered } = play
  const given = await readingsOf(stage, campaignId)
  const rubric = categoryRule(regulation, CATEGORY)?.rubric
  if (!rubric) throw new Error('the template has no such category')
  const work = cast.jurors.slice(0, JURORS).map((juror, j) => ({
    juror,
    readings: (given.get(juror.personId) ?? []).map((nominationId): Reading => {
      const at = entered.indexOf(nominationId)
      const drawn = `town ${at} ${juror.email}`
      const quality = 30 + 50 * randomFor(stage.seed, `town ${at}`)()
      const noise = 24 * (randomFor(stage.seed, `${drawn} noise`)() - 0.5)
      const target = Math.max(5, Math.min(95, quality + (SEVERITY[j] ?? 0) + noise))
      return { nominationId, drawn, rubric, target, until: 'sealed' }
    }),
  }))
  await readInTurn(stage, work, regulation.calendar.evaluationOpens)
}

/** A small campaign between its evaluation and its meeting, with a jury that read everything: the figures of whoever presides. */
export async function playCampaignEvaluated(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  now: Instant,
): Promise<void> {
  const regulation = towns(begunDaysAgo(now, BEGUN_DAYS_AGO))
  const { calendar } = regulation
  await moveClock(stage, calendar.nominationsOpen)
  const year = legalYear(now) - 1
  const start = { year, slug: `${year}-villes`, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start)
  const dossiers = { count: NOMINATIONS, category: CATEGORY, firstIndex: 400 }
  const entered = await enterAndAdmit({ stage, cast, campaignId, regulation }, applicants, dossiers)
  const play = { stage, cast, campaignId, regulation, entered }
  await moveClock(stage, daysAfter(calendar.screeningEnds, -2))
  const members = [cast.chair, cast.deputy, ...cast.jurors.slice(0, JURORS)]
  await declareAll(stage, members, campaignId, (member, nominationId) => {
    const file = entered.indexOf(nominationId)
    return LIFTED.some(([juror, at]) => juror + BEFORE_JURORS === member && at === file)
      ? { kind: 'other', words: DECLARED }
      : { kind: 'none', words: '' }
  })
  await liftAll(play)
  await assignReaders(stage, cast, campaignId)
  const organiser = await actorFor(stage, cast.organiser.personId)
  const { ctx } = stage
  await moveClock(stage, calendar.evaluationOpens)
  must('open', await advancePhase(ctx, organiser, { campaignId, from: 'screening', to: 'evaluation' }))
  await readAll(play)
  await moveClock(stage, calendar.evaluationCloses)
  must('close', await advancePhase(ctx, organiser, { campaignId, from: 'evaluation', to: 'deliberation' }))
  await adviseJury(ctx)
}
