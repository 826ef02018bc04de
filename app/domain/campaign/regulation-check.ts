import { isCalendarDate } from '../kernel/working-days.ts'
import { isBilingual, repeated } from './bilingual.ts'
import { blocker } from './blocker.ts'
import { calendarProblems } from './calendar.ts'
import { categoryProblems } from './category-check.ts'
import { namedSource } from '../scoring/lot-draw.ts'
import { carriedShare } from '../scoring/two-rounds.ts'
import { isShare } from './weights.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { Blocker } from './blocker.ts'
import type { Regulation } from './regulation.ts'

const isCount = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

const nameProblems = (regulation: Regulation): readonly Blocker[] =>
  (['awardName', 'organiser', 'purposes'] as const)
    .filter((field) => !isBilingual(regulation[field]))
    .map((field) => blocker('name-missing', 'names', { field }, field))

/** The rules an article must state, as paths of the document: a rule nobody can read in the text is no rule. */
export const RULES_TO_CARRY = [
  'calendar.nominationsClose',
  'categories',
  'participation.administrationTypes',
  'participation.perAdministrationAndCategory',
  'participation.minimumMonthsInService',
  'participation.evidence',
  'screening.checks',
  'screening.completionWorkingDays',
  'screening.appealWorkingDays',
  'jury.seats',
  'jury.readersPerNomination',
  'jury.minimumSheets',
  'scoring.aggregate',
  'deliberation.quorum',
  'deliberation.vote',
  'deliberation.majority',
  'publication.level',
  'publication.complaintDays',
] as const

function articleProblems(regulation: Regulation): readonly Blocker[] {
  const { articles } = regulation
  const carried = new Set(articles.flatMap((article) => article.carries))
  const unread = RULES_TO_CARRY.filter((rule) => !carried.has(rule))
  const incomplete = articles.filter(({ title, text }) => !isBilingual(title) || !isBilingual(text))
  const outOfOrder = articles.find((article, index) => article.number !== index + 1)
  return [
    ...(articles.length === 0 ? [blocker('no-article', 'regulation')] : []),
    ...incomplete.map(({ number }) => blocker('article-untranslated', 'article', { number }, String(number))),
    ...(outOfOrder === undefined
      ? []
      : [blocker('article-number', 'article', { number: outOfOrder.number }, String(outOfOrder.number))]),
    ...unread.map((rule) => blocker('rule-without-article', 'regulation', { rule })),
  ]
}

function participationProblems({ participation: rule }: Regulation): readonly Blocker[] {
  const { evidence } = rule
  const wrong = [
    ...(rule.administrationTypes.length === 0 ? ['administrationTypes'] : []),
    ...(isCount(rule.perAdministrationAndCategory, 1, 100) ? [] : ['perAdministrationAndCategory']),
    ...(isCount(rule.minimumMonthsInService, 0, 120) ? [] : ['minimumMonthsInService']),
    ...(isCount(evidence.files, 0, 50) ? [] : ['evidence.files']),
    ...(isCount(evidence.bytesEach, 1, 200 * 1024 * 1024) ? [] : ['evidence.bytesEach']),
    ...(isCount(evidence.videoSeconds, 0, 3600) ? [] : ['evidence.videoSeconds']),
  ]
  return wrong.map((field) => blocker('rule-out-of-range', 'participation', { field }, field))
}

function screeningProblems({ screening }: Regulation): readonly Blocker[] {
  const codes = screening.checks.map(({ code }) => code)
  return [
    ...(codes.length === 0 ? [blocker('no-check', 'screening-rules')] : []),
    ...repeated(codes).map((code) => blocker('check-repeated', 'screening-rules', { code }, code)),
    ...screening.checks
      .filter(({ label }) => !isBilingual(label))
      .map(({ code }) => blocker('check-untranslated', 'screening-rules', { code }, code)),
    ...(['completionWorkingDays', 'appealWorkingDays'] as const)
      .filter((field) => !isCount(screening[field], 1, 60))
      .map((field) => blocker('rule-out-of-range', 'screening-rules', { field }, field)),
  ]
}

function juryProblems({ jury }: Regulation): readonly Blocker[] {
  const codes = jury.seats.map(({ code }) => code)
  const chairs = jury.seats.filter(({ role }) => role === 'chair').length
  const jurors = jury.seats.filter(({ role }) => role === 'juror').length
  return [
    ...(chairs === 1 ? [] : [blocker('one-chair', 'seats', { count: chairs })]),
    ...repeated(codes).map((code) => blocker('seat-repeated', 'seats', { code }, code)),
    ...jury.seats
      .filter(({ label }) => !isBilingual(label))
      .map(({ code }) => blocker('seat-untranslated', 'seats', { code }, code)),
    ...(isCount(jury.minimumSheets, 1, jurors)
      ? []
      : [blocker('minimum-sheets', 'jury-rules', { count: jurors })]),
    ...(isCount(jury.readersPerNomination, Math.max(1, jury.minimumSheets), jurors)
      ? []
      : [blocker('too-few-jurors', 'seats', { readers: jury.readersPerNomination, count: jurors })]),
    ...(isShare(jury.minimumShare)
      ? []
      : [blocker('share-unreadable', 'jury-rules', { field: 'minimumShare' })]),
    ...(isCount(jury.loadLimit, 1, 5000)
      ? []
      : [blocker('rule-out-of-range', 'jury-rules', { field: 'loadLimit' })]),
  ]
}

/** A round that nobody leaves is none. */
const MOST_PLACES = 1000

const procedureProblems = ({ deliberation, scoring, publication }: Regulation): readonly Blocker[] => [
  ...(isShare(deliberation.quorum)
    ? []
    : [blocker('share-unreadable', 'deliberation-rules', { field: 'quorum' })]),
  ...(isCount(scoring.decimals, 0, 6)
    ? []
    : [blocker('rule-out-of-range', 'scoring-rules', { field: 'decimals' })]),
  ...(isCount(scoring.trimMinimumSheets, 3, 50)
    ? []
    : [blocker('rule-out-of-range', 'scoring-rules', { field: 'trimMinimumSheets' })]),
  ...(scoring.lotNamed && namedSource(scoring) === null
    ? [blocker('lot-source-missing', 'scoring-rules')]
    : []),
  ...(scoring.secondRound === undefined || isCount(scoring.secondRound.places, 1, MOST_PLACES)
    ? []
    : [blocker('rule-out-of-range', 'scoring-rules', { field: 'secondRoundPlaces' })]),
  ...(carriedShare({ scoring }).ok
    ? []
    : [blocker('rule-out-of-range', 'scoring-rules', { field: 'firstRoundPercent' })]),
  ...(isCount(publication.complaintDays, 1, 365)
    ? []
    : [blocker('rule-out-of-range', 'publication-rules', { field: 'complaintDays' })]),
  ...(isCount(publication.complaintTargetDays ?? 1, 1, publication.complaintDays)
    ? []
    : [blocker('rule-out-of-range', 'publication-rules', { field: 'complaintTargetDays' })]),
]

/**
 * The dry reading of a regulation (product.md section 3): every hole it finds, each with the screen where it is
 * mended. An empty list is what the opening gate asks.
 */
export const regulationProblems = (regulation: Regulation, offsetAt: OffsetAt): readonly Blocker[] => [
  ...nameProblems(regulation),
  ...calendarProblems(regulation.calendar, offsetAt).map(({ field, code, facts }) =>
    blocker(`calendar-${code}`, 'calendar', { field, ...facts }, field),
  ),
  ...regulation.holidays
    .filter(({ date, name }) => !isCalendarDate(date) || !isBilingual(name))
    .map(({ date }) => blocker('holiday-unreadable', 'holidays', { date }, date)),
  ...articleProblems(regulation),
  ...categoryProblems(regulation.categories),
  ...participationProblems(regulation),
  ...screeningProblems(regulation),
  ...juryProblems(regulation),
  ...procedureProblems(regulation),
]
