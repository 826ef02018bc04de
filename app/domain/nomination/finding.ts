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

function comparisonFindings(facts: FindingFacts): readonly Finding[] {
  const { nomination, answers, others, laureates, regulation } = facts
  const standing = others.filter(
    ({ id, state }) => id !== nomination.id && state !== 'withdrawn' && state !== 'disqualified',
  )
  const address = foldAddress(textOf(answers, 'url'))
  const titles = titlesOf(answers)
  const same = standing.filter(
    (other) =>
      other.administrationId === nomination.administrationId &&
      other.categoryCode === nomination.categoryCode,
  )
  const limit = regulation.participation.perAdministrationAndCategory
  const isSameService = (other: FormerLaureate) =>
    (address !== '' && foldAddress(other.url) === address) ||
    (other.administrationId === nomination.administrationId && shares(titles, other.titles))
  return [
    ...(same.length + 1 > limit
      ? [
          {
            code: 'too-many-nominations',
            weight: 'blocks',
            check: 'one-per-category',
            facts: { count: same.length + 1, limit },
          } as const,
        ]
      : []),
    ...standing
      .filter(({ url }) => address !== '' && foldAddress(url) === address)
      .map(
        ({ reference }) =>
          ({
            code: 'duplicate-url',
            weight: 'warns',
            check: 'one-per-category',
            facts: { reference },
          }) as const,
      ),
    ...standing
      .filter((other) => shares(titles, other.titles))
      .map(
        ({ reference }) =>
          ({
            code: 'duplicate-title',
            weight: 'warns',
            check: 'one-per-category',
            facts: { reference },
          }) as const,
      ),
    ...laureates
      .filter(isSameService)
      .map(
        ({ year }) =>
          ({ code: 'former-laureate', weight: 'warns', check: 'not-laureate', facts: { year } }) as const,
      ),
  ]
}

function contentFindings({ form, answers, evidence, regulation }: FindingFacts): readonly Finding[] {
  const over = evidenceProblems(evidence, regulation.participation.evidence)
  const found = completeness(form, answers, { count: evidence.length, problems: [] })
  const untranslated = found.sections.flatMap((section) => section.untranslated)
  const unread = evidence.filter(({ scanState }) => scanState !== 'clean').length
  return [
    ...(over.length > 0
      ? [
          {
            code: 'evidence-limits',
            weight: 'blocks',
            check: 'evidence',
            facts: { count: over.length },
          } as const,
        ]
      : []),
    ...(unread > 0
      ? [
          {
            code: 'unscanned-evidence',
            weight: 'warns',
            check: 'evidence',
            facts: { count: unread },
          } as const,
        ]
      : []),
    ...(untranslated.length > 0
      ? [
          {
            code: 'translation-missing',
            weight: 'warns',
            check: 'complete',
            facts: { fields: untranslated },
          } as const,
        ]
      : []),
    ...(found.problems.length > 0
      ? [
          {
            code: 'answers-incomplete',
            weight: 'blocks',
            check: 'complete',
            facts: { fields: found.problems.map(({ field }) => field) },
          } as const,
        ]
      : []),
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
