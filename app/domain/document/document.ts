import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** The official documents and the letters that begin their numbers (product.md section 11). */
export const DOCUMENT_SERIES = {
  receipt: 'AR',
  completion_request: 'DC',
  eligibility_decision: 'DR',
  appeal_decision: 'SR',
  disqualification: 'DQ',
  register: 'RC',
  convocation: 'CV',
  interest_declaration: 'DI',
  charter: 'CH',
  score_sheet: 'FE',
  shortlisting_minutes: 'PS',
  minutes: 'PV',
  result_notification: 'NR',
  participation_certificate: 'CP',
  laureate_certificate: 'CL',
  feedback_letter: 'LR',
  palmares: 'PA',
  complaint_receipt: 'RD',
  complaint_answer: 'RR',
  campaign_report: 'RA',
} as const
export type DocumentKind = keyof typeof DOCUMENT_SERIES
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_SERIES) as readonly DocumentKind[]

/** What is issued about a complaint: by whoever files it, and by whoever answers. */
export const COMPLAINT_LETTERS = [
  'complaint_receipt',
  'complaint_answer',
] as const satisfies readonly DocumentKind[]

/** Builds `PV-2026-0003`: series of the kind, year of the campaign, sequence of four digits or more. */
export function documentNumber(
  kind: DocumentKind,
  year: number,
  sequence: number,
): Result<string, 'number-unreadable'> {
  const sound =
    Number.isSafeInteger(year) &&
    year >= 2000 &&
    year <= 9999 &&
    Number.isSafeInteger(sequence) &&
    sequence > 0
  return sound
    ? ok(`${DOCUMENT_SERIES[kind]}-${year}-${String(sequence).padStart(4, '0')}`)
    : refuse('number-unreadable', { year, sequence })
}

/** Which kind a number belongs to. */
export function kindOfNumber(number: string): DocumentKind | null {
  const series = /^([A-Z]{2})-\d{4}-\d{4,}$/.exec(number)?.[1]
  return DOCUMENT_KINDS.find((kind) => DOCUMENT_SERIES[kind] === series) ?? null
}
