import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { drawLot } from '#app/services/deliberation/draw-lot.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { sendToPlenary } from '#app/services/scoring/send-to-plenary.ts'
import type { Cast } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { prepareAndOpen } from '../play/prepare.ts'
import { randomFor } from '../play/random.ts'
import { assignReaders, declareAll, type Reading, readingsOf } from '../play/read-and-score.ts'
import { holders } from '../play/seat-jury.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { begunDaysAgo, daysAfter, legalYear } from './calendar.ts'
import { enterAndAdmit, type Play } from './enter-and-admit.ts'
import { flagFile, liftFlag } from './flags.ts'
import { readInTurn } from './read-in-turn.ts'

/** The template closes the evaluation after 95 days and meets after 102: today is the day of the meeting. */
const BEGUN_DAYS_AGO = 103
const CATEGORY = 'e-demarche'
const NOMINATIONS = 12
/** How far each juror scores above or below the others, points: what the figures of the room are there to show. */
const SEVERITY = [0, 6, -8, 2, 0, -3, 9, -2, 4]
/** Two files that the jury judged alike, sheet for sheet: of the cascade a lot alone tells them apart. */
const EQUALS = { original: 3, copy: 4 } as const
/** Named before anybody drew, as the rules ask. */
const LOT_SOURCE =
  'Premier tirage du Loto qui suit la clôture de l’évaluation : ses six numéros, dans l’ordre du tirage (démonstration)'
const LOT_OUTCOME = '7 12 23 31 40 44'
/** A file that one of its readers flagged while reading, and the plenary lets compete on. */
const FLAGGED = { file: 6, ground: 'eligibility' } as const
const WHY_FLAGGED =
  'Le service semble n’être ouvert qu’à titre d’essai dans une seule commune (démonstration).'
/** A file of which so many readers sealed and the others did not: the plenary decides on it. */
const IN_PLENARY = { file: NOMINATIONS - 1, sealed: 2 } as const
const WHY = {
  ar: 'لم يسلم ثلاثة قراء بطاقاتهم قبل انتهاء الأجل (تجريبي).',
  fr: 'Trois lecteurs n’ont pas rendu leur fiche avant l’échéance (démonstration).',
}
/** Declared an interest in one of the files, and stays away from the meeting. */
const ABSENT = { code: 'j9', member: 10, file: 2 } as const

function regions(regulation: Regulation): Regulation {
  return {
    ...regulation,
    awardName: {
      ar: 'جائزة الخدمات الرقمية للجهات (تجريبي)',
      fr: 'Prix des services numériques des régions (démonstration)',
    },
    purposes: {
      ar: 'دورة تجريبية في يوم المداولات، ليُرى ما تراه اللجنة.',
      fr: 'Édition de démonstration au jour de la délibération, pour voir ce que voit le jury.',
    },
    categories: regulation.categories.filter(({ code }) => code === CATEGORY),
    scoring: { ...regulation.scoring, lotNamed: true, lotSource: LOT_SOURCE },
  }
}

type Drawn = { readonly at: number; readonly j: number }

/**
 * Which sheet each reading is drawn from: its own, but for the second of the equals, whose readers give what those of the
 * first gave: a common reader their own, the others one each. So no head-to-head parts the two either.
 */
function drawnFrom(readersOf: (at: number) => readonly number[]): (own: Drawn) => Drawn {
  const [first, second] = [readersOf(EQUALS.original), readersOf(EQUALS.copy)]
  const alone = first.filter((j) => !second.includes(j))
  const others = second.filter((j) => !first.includes(j))
  return ({ at, j }) =>
    at === EQUALS.copy ? { at: EQUALS.original, j: alone[others.indexOf(j)] ?? j } : { at, j }
}

async function readAndSeal({ stage, cast, campaignId, regulation, entered }: Play): Promise<void> {
  const { calendar } = regulation
  await moveClock(stage, daysAfter(calendar.screeningEnds, -2))
  await declareAll(stage, [cast.chair, cast.deputy, ...cast.jurors], campaignId, (member, nominationId) =>
    member === ABSENT.member && nominationId === entered[ABSENT.file] ? { kind: 'contract', words: '' } : { kind: 'none', words: '' },
  )
  await assignReaders(stage, cast, campaignId)
  const organiser = await actorFor(stage, cast.organiser.personId)
  await moveClock(stage, calendar.evaluationOpens)
  must('open', await advancePhase(stage.ctx, organiser, { campaignId, from: 'screening', to: 'evaluation' }))
  const given = await readingsOf(stage, campaignId)
  const rubric = categoryRule(regulation, CATEGORY)?.rubric
  if (!rubric) throw new Error('the template has no such category')
  const read = (j: number): readonly string[] => given.get(cast.jurors[j]?.personId ?? '') ?? []
  const readersOf = (at: number): readonly number[] =>
    [...cast.jurors.keys()].filter((j) => read(j).includes(entered[at] ?? ''))
  const sourceOf = drawnFrom(readersOf)
  const late = readersOf(IN_PLENARY.file).slice(IN_PLENARY.sealed)
  const work = cast.jurors.map((juror, own) => ({
    juror,
    readings: read(own).map((nominationId): Reading => {
      const { at, j } = sourceOf({ at: entered.indexOf(nominationId), j: own })
      const quality = 88 - 4.2 * at + 6 * randomFor(stage.seed, `region ${at}`)()
      const noise = 14 * (randomFor(stage.seed, `region ${at} ${j}`)() - 0.5)
      const target = Math.max(5, Math.min(97, quality + (SEVERITY[j] ?? 0) + noise))
      const drawn = `region ${at} ${cast.jurors[j]?.email}`
      const until = at === IN_PLENARY.file && late.includes(own) ? 'draft' : 'sealed'
      return { nominationId, drawn, rubric, target, until }
    }),
  }))
  await readInTurn(stage, work, calendar.evaluationOpens)
  const flagging = cast.jurors[readersOf(FLAGGED.file)[0] ?? 0] ?? cast.chair
  const { ground } = FLAGGED
  await flagFile(stage, flagging, { nominationId: entered[FLAGGED.file] ?? '', ground, text: WHY_FLAGGED })
  await moveClock(stage, calendar.evaluationCloses)
  const chair = await actorFor(stage, cast.chair.personId)
  const sent = { nominationId: entered[IN_PLENARY.file] ?? '', version: 0, reason: 'readers-absent', text: WHY }
  must('send to the plenary', await sendToPlenary(stage.ctx, chair, sent))
  must('close', await advancePhase(stage.ctx, organiser, { campaignId, from: 'evaluation', to: 'deliberation' }))
}

/**
 * The meeting has begun, one seat is empty, a lot parts the equals, a flag has been lifted and the first prize is in
 * discussion: the rest is for whoever visits.
 */
async function beginMeeting({ stage, cast, campaignId, entered }: Play, now: Instant): Promise<void> {
  const { ctx } = stage
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const seats = await ctx.db.office.seat.findMany({ where: { campaignId }, select: { id: true, code: true } })
  const seatOf = (code: string): string => seats.find((seat) => seat.code === code)?.id ?? ''
  await moveClock(stage, daysAfter(now, -0.9))
  const place = { ar: 'الرباط', fr: 'Rabat' }
  const call = { campaignId, convenedFor: daysAfter(now, -0.02), place, secretarySeatId: seatOf('deputy') }
  const { sessionId } = must('convene', await conveneSession(ctx, clerk, call))
  await moveClock(stage, daysAfter(now, -0.02))
  const present = holders(cast).filter(([held]) => seatOf(held) !== '' && held !== ABSENT.code)
  for (const [code] of present) {
    const movement = { sessionId, seatId: seatOf(code), movement: 'arrives' } as const
    must(`${code} arrives`, await recordAttendance(ctx, clerk, movement))
  }
  const chair = await actorFor(stage, cast.chair.personId)
  must('open the session', await openSession(ctx, chair, { sessionId }))
  const drawn = { sessionId, outcome: LOT_OUTCOME, again: LOT_OUTCOME }
  must('draw the lot', await drawLot(ctx, chair, drawn))
  // Once, after the lot: a result that was computed again asks for figures of its own.
  await adviseJury(ctx)
  const first = await ctx.db.office.deliberationItem.findFirst({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const itemId = first?.id ?? ''
  must('open the first point', await openItem(ctx, chair, { itemId }))
  const room = { chair: cast.chair, members: present.map(([, member]) => member) }
  await liftFlag(stage, room, { itemId, nominationId: entered[FLAGGED.file] ?? '', ground: FLAGGED.ground })
}

/** A small campaign on the day of its deliberation: scores sealed, the jury in session, figures on the table. */
export async function playCampaignInDeliberation(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  now: Instant,
): Promise<void> {
  const regulation = regions(begunDaysAgo(now, BEGUN_DAYS_AGO))
  await moveClock(stage, regulation.calendar.nominationsOpen)
  const year = legalYear(now) - 1
  const start = { year, slug: `${year}-regions`, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start)
  const play = { stage, cast, campaignId, regulation }
  const dossiers = { count: NOMINATIONS, category: CATEGORY, firstIndex: 200 }
  const entered = await enterAndAdmit(play, applicants, dossiers)
  await readAndSeal({ ...play, entered })
  await beginMeeting({ ...play, entered }, now)
}
