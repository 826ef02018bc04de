import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { InterestKind } from '#app/domain/jury/conflict.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { atOnce } from '../play/at-once.ts'
import type { Cast } from '../play/cast.ts'
import { seenNow, signDossier } from '../play/enter.ts'
import { must } from '../play/must.ts'
import { prepareAndOpen } from '../play/prepare.ts'
import { randomFor } from '../play/random.ts'
import { assignReaders, declareAll, type Reading, readingsOf, scoreAll } from '../play/read-and-score.ts'
import { type Failing, screen } from '../play/screen.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import { appealOnce } from './appeal-once.ts'
import type { Applicant } from './applicants.ts'
import { begunDaysAgo, daysAfter, legalYear } from './calendar.ts'
import { complainTwice } from './complain-twice.ts'
import { disqualifyOnce } from './disqualify-once.ts'
import { writeInvented } from './enter-dossiers.ts'
import { leaveFlagOpen } from './flags.ts'
import { type Entry, recategoriseOnce } from './recategorise-once.ts'

const NOMINATIONS = 60
/** The template opens the evaluation after 67 days and closes it after 95: today is the middle of it. */
const BEGUN_DAYS_AGO = 81
const WITHDRAWN = [17, 44]
const FAILING: ReadonlyMap<number, Failing> = new Map([
  [8, { check: 'in-service', note: 'Service ouvert depuis deux mois.', reason: 'not-in-service' }],
  [23, { check: 'category-fit', note: 'Relève d’une autre catégorie.', reason: 'wrong-category' }],
  [31, { check: 'complete', note: 'Réponses illisibles.', reason: 'incomplete-after-request' }],
  [52, { check: 'visa', note: 'Signataire non habilité.', reason: 'visa-not-entitled' }],
])
/** Refused, and appealed against. */
const APPEALED = 31
/** Entered in one category, screened and judged in another. */
const MOVED = 14
const DISQUALIFIED = 40
const SCREENED_AFTER = 6.7
/** Who declared what about which dossier: the first is the chair, the second the deputy, then the jurors. */
const INTERESTS: readonly (readonly [member: number, nomination: number, InterestKind, string])[] = [
  [0, 5, 'employment', ''],
  [3, 3, 'employment', ''],
  [5, 11, 'family', ''],
  [7, 20, 'contract', ''],
  [7, 21, 'contract', ''],
  [9, 33, 'other', 'A conseillé l’équipe du projet (démonstration).'],
]
/** The share of their files that each juror has sealed. */
const SEALED = [0.95, 0.8, 0.7, 0.6, 0.5, 0.45, 0.3, 0.2, 0.05]

type Current = {
  readonly campaignId: string
  readonly regulation: Regulation
  readonly entries: readonly Entry[]
}

/** This year's campaign, in the middle of its evaluation at the instant of seeding. */
export async function playCampaignInEvaluation(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  now: Instant,
): Promise<void> {
  const regulation = begunDaysAgo(now, BEGUN_DAYS_AGO)
  await moveClock(stage, regulation.calendar.nominationsOpen)
  const year = legalYear(now)
  const start = { year, slug: `${year}`, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start)
  const entered = await enterAll(stage, applicants, { campaignId, regulation })
  const entries = await closeAndScreen(stage, cast, applicants, { campaignId, regulation, entries: entered })
  const current = { campaignId, regulation, entries }
  const signatory = applicants[APPEALED % applicants.length]?.signatory
  const nominationId = entries.find(({ index }) => index === APPEALED)?.nominationId
  if (!signatory || !nominationId) throw new RangeError('nobody appeals')
  const decidedAt = daysAfter(regulation.calendar.nominationsClose, SCREENED_AFTER)
  await appealOnce(stage, cast, { campaignId, nominationId, signatory, decidedAt })
  await beginEvaluation(stage, cast, current)
  await complainFirst(stage, cast, applicants, current)
  await scoreSoFar(stage, cast, current, now)
  const left = entries.find(({ index }) => index === DISQUALIFIED)?.nominationId ?? ''
  await disqualifyOnce(stage, cast, { nominationId: left, proposedAt: daysAfter(now, -0.08) })
  await leaveFlagOpen(stage, cast, { campaignId, leaving: [left] })
}

/** The first body, whose two people a newcomer tries, writes twice about its first nomination. */
async function complainFirst(stage: Stage, cast: Cast, [first]: readonly Applicant[], current: Current) {
  const nominationId = current.entries.find(({ index }) => index === 0)?.nominationId
  if (!first || !nominationId) throw new RangeError('nobody complains')
  const { evaluationOpens } = current.regulation.calendar
  await complainTwice(stage, cast, { nominationId, signatory: first.signatory, evaluationOpens })
}

async function enterAll(
  stage: Stage,
  applicants: readonly Applicant[],
  { campaignId, regulation }: Omit<Current, 'entries'>,
): Promise<readonly Entry[]> {
  const opensAt = regulation.calendar.nominationsOpen
  const codes = regulation.categories.map(({ code }) => code)
  const entries: Entry[] = []
  // Three weeks of arrivals: the clock moves between them, so that receipts and lists have their days.
  for (const [week, day] of [12, 26, 39, 44].entries()) {
    await moveClock(stage, daysAfter(opensAt, day))
    const indexes = Array.from({ length: NOMINATIONS / 4 }, (_, at) => week * (NOMINATIONS / 4) + at)
    const made = await atOnce(indexes, 3, async (index) => {
      const applicant = applicants[index % applicants.length]
      const category = codes[(index + Math.floor(index / applicants.length)) % codes.length]
      if (!applicant || !category) throw new RangeError('nobody applies')
      const { signatory, administrationId } = applicant
      const dossier = { index, category, administrationId, hasEvidence: index % 6 === 0 }
      const { nominationId } = await writeInvented(stage, signatory, { campaignId, opensAt }, dossier)
      await signDossier(stage.ctx, signatory, nominationId)
      if (WITHDRAWN.includes(index))
        must(
          'withdraw',
          await withdrawNomination(stage.ctx, signatory, await seenNow(stage.ctx, nominationId)),
        )
      return { index, nominationId, category }
    })
    entries.push(...made)
  }
  return entries
}

async function closeAndScreen(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  current: Current,
): Promise<readonly Entry[]> {
  const { ctx } = stage
  const { regulation } = current
  await moveClock(stage, regulation.calendar.nominationsClose)
  await closeNominations(ctx)
  const [one, other] = cast.clerks
  const clerks = [await actorFor(stage, one.personId), await actorFor(stage, other.personId)] as const
  const proposedAt = daysAfter(regulation.calendar.nominationsClose, 3)
  const entries = await recategoriseOnce(stage, clerks[0], applicants, { ...current, moved: MOVED, proposedAt })
  await moveClock(stage, daysAfter(regulation.calendar.nominationsClose, SCREENED_AFTER))
  const checks = regulation.screening.checks.map(({ code }) => code)
  const standing = entries.filter(({ index }) => !WITHDRAWN.includes(index))
  await atOnce(standing, 3, ({ index, nominationId }) => {
    const pair = index % 2 === 0 ? clerks : ([clerks[1], clerks[0]] as const)
    return screen(ctx, pair, { nominationId, checks, failing: FAILING.get(index) ?? null })
  })
  return entries
}

async function beginEvaluation(stage: Stage, cast: Cast, current: Current): Promise<void> {
  const { campaignId, regulation, entries } = current
  await moveClock(stage, daysAfter(regulation.calendar.screeningEnds, -2))
  const declared = new Map(
    INTERESTS.map(([member, index, kind, words]) => {
      const nominationId = entries.find((entry) => entry.index === index)?.nominationId ?? ''
      return [`${member} ${nominationId}`, { kind, words }] as const
    }),
  )
  const members = [cast.chair, cast.deputy, ...cast.jurors]
  await declareAll(stage, members, campaignId, (member, nominationId) => {
    return declared.get(`${member} ${nominationId}`) ?? { kind: 'none', words: '' }
  })
  await assignReaders(stage, cast, campaignId)
  await moveClock(stage, regulation.calendar.evaluationOpens)
  const organiser = await actorFor(stage, cast.organiser.personId)
  const step = { campaignId, from: 'screening', to: 'evaluation' } as const
  must('open evaluation', await advancePhase(stage.ctx, organiser, step))
}

/** Sheets of the first half of the evaluation, in three sittings; the last files of each juror stay as drafts. */
async function scoreSoFar(stage: Stage, cast: Cast, current: Current, now: Instant): Promise<void> {
  const { campaignId, regulation, entries } = current
  const given = await readingsOf(stage, campaignId)
  const work = cast.jurors.map((juror, at) => {
    const files = given.get(juror.personId) ?? []
    const sealed = Math.round(files.length * (SEALED[at] ?? 0))
    const readings = files.slice(0, sealed + 2).flatMap((nominationId, place): Reading[] => {
      const entry = entries.find((one) => one.nominationId === nominationId)
      const rubric = entry && categoryRule(regulation, entry.category)?.rubric
      if (!entry || !rubric) return []
      const target = 35 + randomFor(stage.seed, `quality ${entry.index}`)() * 57
      const until = place < sealed ? ('sealed' as const) : ('draft' as const)
      return [{ nominationId, drawn: `dossier ${entry.index} ${juror.email}`, rubric, target, until }]
    })
    return { juror, readings }
  })
  const sittings = [daysAfter(now, -9), daysAfter(now, -4), daysAfter(now, -0.1)]
  for (const [sitting, at] of sittings.entries()) {
    await moveClock(stage, at)
    const part = (of: readonly Reading[]) => {
      const size = Math.ceil(of.length / sittings.length)
      return of.slice(sitting * size, (sitting + 1) * size)
    }
    await scoreAll(
      stage,
      work.map(({ juror, readings }) => ({ juror, readings: part(readings) })),
    )
  }
}
