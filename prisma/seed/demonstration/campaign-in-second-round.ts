import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import type { Cast, Player } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { prepareAndOpen } from '../play/prepare.ts'
import { assignReaders, declareAll, type Reading, readingsOf, scoreAll } from '../play/read-and-score.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { begunDaysAgo, daysAfter, legalYear } from './calendar.ts'
import { enterAndAdmit, type Play } from './enter-and-admit.ts'

/** The template closes the evaluation after 95 days and meets after 102: the second round has run for three. */
const BEGUN_DAYS_AGO = 98
const CATEGORY = 'e-contenu'
const SEATS = ['chair', 'deputy', 'j1', 'j2', 'j3', 'j4']
const JURORS = 4
const READERS = 3
const NOMINATIONS = 4
const PLACES = 2
/** What the rules carry over of the first round, per cent. */
const FIRST_ROUND_PERCENT = '40'
/** The universities among the applicants whose dossiers stand in no other small campaign: every fourth body is one. */
const isUniversity = (at: number): boolean => at > 12 && at % 4 === 2

function universities(regulation: Regulation): Regulation {
  return {
    ...regulation,
    awardName: {
      ar: 'جائزة الخدمات الرقمية للجامعات (تجريبي)',
      fr: 'Prix des services numériques des universités (démonstration)',
    },
    purposes: {
      ar: 'دورة تجريبية في جولتها الثانية، ليُرى ما يُقرأ من جديد.',
      fr: 'Édition de démonstration dans son second tour, pour voir ce qui est lu de nouveau.',
    },
    categories: regulation.categories.filter(({ code }) => code === CATEGORY),
    scoring: {
      ...regulation.scoring,
      secondRound: { places: PLACES, firstRoundPercent: FIRST_ROUND_PERCENT },
    },
    jury: {
      ...regulation.jury,
      seats: regulation.jury.seats.filter(({ code }) => SEATS.includes(code)),
      readersPerNomination: READERS,
    },
  }
}

/** The files of each juror, scored so that each file is plainly better than the next. */
async function work(
  { stage, cast, campaignId, regulation, entered }: Play,
  round: string,
): Promise<{ juror: Player; readings: Reading[] }[]> {
  const given = await readingsOf(stage, campaignId)
  const rubric = categoryRule(regulation, CATEGORY)?.rubric
  if (!rubric) throw new Error('the template has no such category')
  return cast.jurors.slice(0, JURORS).map((juror) => ({
    juror,
    readings: (given.get(juror.personId) ?? []).map((nominationId): Reading => {
      const at = entered.indexOf(nominationId)
      const drawn = `university ${round} ${at} ${juror.email}`
      return { nominationId, drawn, rubric, target: 86 - 12 * at, until: 'sealed' }
    }),
  }))
}

async function firstRound(play: Play): Promise<void> {
  const { stage, cast, campaignId, regulation } = play
  const { calendar } = regulation
  await moveClock(stage, daysAfter(calendar.screeningEnds, -2))
  await declareAll(stage, [cast.chair, cast.deputy, ...cast.jurors.slice(0, JURORS)], campaignId)
  await assignReaders(stage, cast, campaignId)
  const organiser = await actorFor(stage, cast.organiser.personId)
  await moveClock(stage, calendar.evaluationOpens)
  must('open', await advancePhase(stage.ctx, organiser, { campaignId, from: 'screening', to: 'evaluation' }))
  await moveClock(stage, daysAfter(calendar.evaluationOpens, 12))
  await scoreAll(stage, await work(play, 'first'))
  await moveClock(stage, calendar.evaluationCloses)
  must(
    'open the second round',
    await advancePhase(stage.ctx, organiser, { campaignId, from: 'evaluation', to: 'presentations' }),
  )
}

/** One juror has sealed what was asked again, and one is recused since: a file has too few readers until one is added. */
async function secondRoundBegun(play: Play): Promise<void> {
  const { stage, cast, campaignId, regulation, entered } = play
  await moveClock(stage, daysAfter(regulation.calendar.evaluationCloses, 1))
  const [first] = entered
  const asked = await work(play, 'second')
  const again = asked.map(({ juror, readings }) => ({
    juror,
    readings: readings.filter(({ nominationId }) => entered.indexOf(nominationId) < PLACES),
  }))
  // Three readers a file and four jurors: whoever is assigned what, somebody reads both files of the shortlist.
  const [sealing, leaving] = again
    .filter(({ readings }) => readings.some(({ nominationId }) => nominationId === first))
    .sort((one, other) => other.readings.length - one.readings.length)
  if (!sealing || !leaving || first === undefined) throw new Error('nobody reads the first file')
  await scoreAll(stage, [sealing])
  const { personId } = leaving.juror
  const seat = await stage.ctx.db.office.seat.findFirst({ where: { campaignId, personId }, select: { id: true } })
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const recusal = { seatId: seat?.id ?? '', nominationId: first, ground: 'contract' as const }
  must('recuse', await recuseJuror(stage.ctx, clerk, recusal))
}

/** A small campaign whose second round runs, under rules that carry the first one over. */
export async function playCampaignInSecondRound(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  now: Instant,
): Promise<void> {
  const regulation = universities(begunDaysAgo(now, BEGUN_DAYS_AGO))
  await moveClock(stage, regulation.calendar.nominationsOpen)
  const year = legalYear(now) - 1
  const start = { year, slug: `${year}-universites`, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start)
  const dossiers = { count: NOMINATIONS, category: CATEGORY, firstIndex: 300 }
  const from = applicants.filter((_, at) => isUniversity(at))
  const entered = await enterAndAdmit({ stage, cast, campaignId, regulation }, from, dossiers)
  const play = { stage, cast, campaignId, regulation, entered }
  await firstRound(play)
  await secondRoundBegun(play)
}
