import type { Locale } from '#app/i18n/locales.ts'

const campaign = (locale: Locale, id: string): string => `/${locale}/organiser/campaigns/${id}`
const page = (name: string) => (locale: Locale, id: string) => `${campaign(locale, id)}/${name}`

/** What narrows and orders the list of nominations; empty values are left out of the address. */
export type NominationSearch = {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly category?: string | undefined
  readonly sort?: string | undefined
  readonly after?: string | undefined
}
const query = (search: Readonly<Record<string, string | undefined>>): string => {
  const kept = Object.entries(search).filter((pair): pair is [string, string] => (pair[1] ?? '') !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

export const organiserPaths = {
  organiserHome: (locale: Locale) => `/${locale}/organiser`,
  newCampaign: (locale: Locale) => `/${locale}/organiser/campaigns/new`,
  /** The numbers behind a figure of the control tower, as CSV. */
  towerFile: (locale: Locale, id: string, figure: 'received' | 'progress', category?: string) =>
    `/${locale}/organiser/campaigns/${id}/${figure}.csv${category === undefined ? '' : `?category=${category}`}`,
  tower: (locale: Locale, id: string, search: { readonly category?: string | undefined } = {}) =>
    `${campaign(locale, id)}${query(search)}`,
  campaignSetup: page('setup'),
  campaignNames: page('setup/names'),
  campaignCalendar: page('setup/calendar'),
  campaignHolidays: (locale: Locale, id: string, day?: string) =>
    `${campaign(locale, id)}/setup/holidays${day === undefined ? '' : `?day=${day}#feast`}`,
  campaignRegulation: page('setup/regulation'),
  campaignArticle: (locale: Locale, id: string, number: number | string) =>
    `${campaign(locale, id)}/setup/regulation/${number}`,
  campaignCategory: (locale: Locale, id: string, code: string) =>
    `${campaign(locale, id)}/setup/categories/${code}`,
  campaignSlots: (locale: Locale, id: string, code: string) =>
    `${campaign(locale, id)}/setup/categories/${code}/prizes`,
  campaignRubric: (locale: Locale, id: string, code: string) =>
    `${campaign(locale, id)}/setup/categories/${code}/rubric`,
  /** Which criteria the rubric has. */
  campaignCriteria: (locale: Locale, id: string, code: string) =>
    `${campaign(locale, id)}/setup/categories/${code}/criteria`,
  campaignCriterion: (locale: Locale, id: string, code: string, criterion: string) =>
    `${campaign(locale, id)}/setup/categories/${code}/rubric/${criterion}`,
  campaignSimulation: (locale: Locale, id: string, code: string) =>
    `${campaign(locale, id)}/setup/categories/${code}/simulation`,
  campaignSimulationFile: (
    locale: Locale,
    id: string,
    code: string,
    weights: Readonly<Record<string, string>> | null,
  ) =>
    `${campaign(locale, id)}/setup/categories/${code}/simulation.csv${query(
      Object.fromEntries(Object.entries(weights ?? {}).map(([name, text]) => [`weights.${name}`, text])),
    )}`,
  campaignParticipation: page('setup/participation'),
  campaignComplaintRule: page('setup/complaints'),
  campaignProcedureRule: page('setup/procedure'),
  campaignJuryRule: page('setup/jury'),
  campaignScoringRule: page('setup/scoring'),
  campaignOpening: page('open'),
  campaignExtension: page('extension'),
  campaignClarifications: (locale: Locale, id: string, after?: string) =>
    `${campaign(locale, id)}/clarifications${query({ after })}`,
  campaignPhase: page('phase'),
  campaignLetters: (
    locale: Locale,
    id: string,
    search: { readonly state?: string | undefined; readonly after?: string | undefined } = {},
  ) => `${campaign(locale, id)}/outbox${query(search)}`,
  disqualification: (locale: Locale, id: string) => `/${locale}/organiser/nominations/${id}/disqualification`,
  organiserNominations: (locale: Locale, id: string, search: NominationSearch = {}) =>
    `${campaign(locale, id)}/nominations${query(search)}`,
  registrations: (locale: Locale) => `/${locale}/organiser/registrations`,
} as const
