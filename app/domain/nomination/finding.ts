import { isCalendarDate } from '../kernel/working-days.ts'
import { evidenceProblems } from '../evidence/evidence.ts'
import { completeness } from './completeness.ts'
import { monthsInService } from './service-age.ts'
import { foldAddress, foldTitle } from './fold.ts'
import { textOf } from './answers.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Facts } from '../kernel/result.ts'
import type { Answer } from './answers.ts'
import type { DossierForm } from './dossier-field.ts'

/** Another nomination of the campaign, or a laureate of the past, as compared with this one. */
export type Comparable = {
  readonly id: string
  readonly reference: string
  readonly administrationId: string
  readonly categoryCode: string
  readonly state: string
  readonly url: string
  readonly titles: readonly string[]
}
export type FormerLaureate = Pick<Comparable, 'administrationId' | 'url' | 'titles'> & {
  readonly year: number
}
export type FindingFacts = {
  readonly regulation: Regulation
  readonly form: DossierForm
  readonly nomination: {
    readonly id: string
    readonly administrationId: string
    readonly categoryCode: string
  }
  readonly answers: readonly Answer[]
  readonly evidence: readonly Evidence[]
  readonly others: readonly Comparable[]
  readonly laureates: readonly FormerLaureate[]
  /** The legal date of the closing. */
  readonly closingDate: string
}
/** `blocks` contradicts a condition; `warns` asks a clerk to look. A finding never decides. */
export type Finding = {
  readonly code:
    | 'months-in-service'
    | 'go-live-unreadable'
    | 'too-many-nominations'
    | 'duplicate-url'
    | 'duplicate-title'
    | 'former-laureate'
    | 'evidence-limits'
    | 'translation-missing'
    | 'answers-incomplete'
    | 'unscanned-evidence'
  readonly weight: 'blocks' | 'warns'
  readonly check: string
  readonly facts: Facts
}

const titlesOf = (answers: readonly Answer[]): readonly string[] =>
  [textOf(answers, 'title.ar'), textOf(answers, 'title.fr')].map(foldTitle).filter((title) => title !== '')
const shares = (titles: readonly string[], others: readonly string[]): boolean =>
  others.some((other) => titles.includes(foldTitle(other)))

function serviceFindings({ regulation, answers, closingDate }: FindingFacts): readonly Finding[] {
  const goLive = textOf(answers, 'goLive')
  if (!isCalendarDate(goLive))
    return [{ code: 'go-live-unreadable', weight: 'warns', check: 'in-service', facts: {} }]
  const least = regulation.participation.minimumMonthsInService
  const months = monthsInService(goLive, closingDate)
  return months >= least
    ? []
    : [
        {
          code: 'months-in-service',
          weight: 'blocks',
          check: 'in-service',
          facts: { months: Math.max(0, months), least },
        },
      ]
}

const finding = (code: Finding['code'], weight: Finding['weight'], check: string, facts: Facts): Finding => ({
  code,
  weight,
  check,
  facts,
})

function quotaFindings(
  { nomination, regulation }: FindingFacts,
  standing: readonly Comparable[],
): readonly Finding[] {
  const { administrationId, categoryCode } = nomination
  const same = standing.filter(
    (other) => other.administrationId === administrationId && other.categoryCode === categoryCode,
  )
  const limit = regulation.participation.perAdministrationAndCategory
  const count = same.length + 1
  return count > limit
    ? [finding('too-many-nominations', 'blocks', 'one-per-category', { count, limit })]
    : []
}

function comparisonFindings(facts: FindingFacts): readonly Finding[] {
  const { nomination, answers, others, laureates } = facts
  const standing = others.filter(
    ({ id, state }) => id !== nomination.id && state !== 'withdrawn' && state !== 'disqualified',
  )
  const address = foldAddress(textOf(answers, 'url'))
  const titles = titlesOf(answers)
  const hasAddress = (url: string) => address !== '' && foldAddress(url) === address
  const isSameService = (other: FormerLaureate) =>
    hasAddress(other.url) ||
    (other.administrationId === nomination.administrationId && shares(titles, other.titles))
  return [
    ...quotaFindings(facts, standing),
    ...standing
      .filter(({ url }) => hasAddress(url))
      .map(({ reference }) => finding('duplicate-url', 'warns', 'one-per-category', { reference })),
    ...standing
      .filter((other) => shares(titles, other.titles))
      .map(({ reference }) => finding('duplicate-title', 'warns', 'one-per-category', { reference })),
    ...laureates
      .filter(isSameService)
      .map(({ year }) => finding('former-laureate', 'warns', 'not-laureate', { year })),
  ]
}

function contentFindings({ form, answers, evidence, regulation }: FindingFacts): readonly Finding[] {
  const over = evidenceProblems(evidence, regulation.participation.evidence)
  const found = completeness(form, answers, { count: evidence.length, problems: [] })
  const open = found.sections.flatMap((section) => section.untranslated)
  const lacking = found.problems.map(({ field }) => field)
  const unread = evidence.filter(({ scanState }) => scanState !== 'clean').length
  return [
    ...(over.length > 0 ? [finding('evidence-limits', 'blocks', 'evidence', { count: over.length })] : []),
    ...(unread > 0 ? [finding('unscanned-evidence', 'warns', 'evidence', { count: unread })] : []),
    ...(open.length > 0 ? [finding('translation-missing', 'warns', 'complete', { fields: open })] : []),
    ...(lacking.length > 0 ? [finding('answers-incomplete', 'blocks', 'complete', { fields: lacking })] : []),
  ]
}

/**
 * What the platform finds by itself before a clerk opens the file (product.md section 7), each tied to the line
 * of the checklist it concerns. The dead link is asked of a job, not here: the domain has no wires.
 */
export const screeningFindings = (facts: FindingFacts): readonly Finding[] => [
  ...serviceFindings(facts),
  ...comparisonFindings(facts),
  ...contentFindings(facts),
]
