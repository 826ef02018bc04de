import { legalDate, legalInstant, dateAfter, CLOSING_MINUTE } from '../kernel/working-days.ts'
import { FIRST_ARTICLES } from './template/articles-first.ts'
import { SECOND_ARTICLES } from './template/articles-second.ts'
import { TEMPLATE_CATEGORIES } from './template/categories.ts'
import { TEMPLATE_CHECKS } from './template/checks.ts'
import { templateHolidays } from './template/holidays.ts'
import { TEMPLATE_JURY } from './template/seats.ts'
import { ADMINISTRATION_TYPES } from '../administration/administration.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { Calendar, Regulation } from './regulation.ts'

/** Days from the opening of nominations to each instant of the template calendar, and its legal hour in minutes. */
export const TEMPLATE_OFFSETS = {
  nominationsClose: { days: 45, minute: CLOSING_MINUTE },
  screeningEnds: { days: 66, minute: CLOSING_MINUTE },
  evaluationOpens: { days: 67, minute: 9 * 60 },
  evaluationCloses: { days: 95, minute: CLOSING_MINUTE },
  deliberation: { days: 102, minute: 10 * 60 },
  release: { days: 116, minute: 18 * 60 },
} as const

/** The template calendar begun at an instant: whole legal days later, at office hours of the legal zone. */
export function templateCalendar(opensAt: Instant, offsetAt: OffsetAt): Calendar {
  const opening = legalDate(opensAt, offsetAt)
  const at = (step: keyof typeof TEMPLATE_OFFSETS): Instant => {
    const { days, minute } = TEMPLATE_OFFSETS[step]
    return legalInstant(dateAfter(opening, days), minute, offsetAt)
  }
  return {
    nominationsOpen: opensAt,
    nominationsClose: at('nominationsClose'),
    screeningEnds: at('screeningEnds'),
    evaluationOpens: at('evaluationOpens'),
    evaluationCloses: at('evaluationCloses'),
    deliberation: at('deliberation'),
    release: at('release'),
    ceremonyDate: null,
  }
}

/**
 * The regulation of the template campaign: categories and prizes of 2016-2021, the example rubrics, and rules
 * of our own where the real ones are not public. Complete as it stands: the check finds no hole in it.
 */
export const templateRegulation = (opensAt: Instant, offsetAt: OffsetAt): Regulation => ({
  schema: 'imtiyaz.regulation/1',
  awardName: {
    ar: 'الجائزة الوطنية للإدارة الإلكترونية «امتياز»',
    fr: "Prix national de l'administration électronique « e-mtiaz »",
    en: 'National e-Administration Award “e-mtiaz”',
  },
  organiser: {
    ar: 'السلطة الحكومية المكلفة بإصلاح الإدارة',
    fr: "Autorité gouvernementale chargée de la réforme de l'administration",
  },
  purposes: {
    ar: 'تشجيع المبادرات الناجحة في مجال الإدارة الإلكترونية، وتحفيز الإدارات على تطوير خدماتها الرقمية والتعريف بها، وخلق تنافس إيجابي داخل القطاع العام.',
    fr: "Encourager les initiatives réussies d'administration électronique, inciter les administrations à développer et à faire connaître leurs services en ligne, et créer une émulation positive dans le secteur public.",
  },
  calendar: templateCalendar(opensAt, offsetAt),
  holidays: templateHolidays(Number(legalDate(opensAt, offsetAt).slice(0, 4))),
  articles: [...FIRST_ARTICLES, ...SECOND_ARTICLES],
  categories: TEMPLATE_CATEGORIES,
  participation: {
    administrationTypes: ADMINISTRATION_TYPES,
    perAdministrationAndCategory: 2,
    minimumMonthsInService: 6,
    evidence: { files: 10, bytesEach: 20 * 1024 * 1024, videoSeconds: 180 },
  },
  screening: { checks: TEMPLATE_CHECKS, completionWorkingDays: 5, appealWorkingDays: 5 },
  jury: TEMPLATE_JURY,
  scoring: { aggregate: 'mean', trimMinimumSheets: 5, decimals: 2, lotNamed: false },
  deliberation: { quorum: '2/3', vote: 'secret', majority: 'absolute', castingVote: true },
  publication: { candidateListPublic: false, level: 'L2', complaintDays: 60 },
})
