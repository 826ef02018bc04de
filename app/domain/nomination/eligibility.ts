import { isCalendarDate, legalDate } from '../kernel/working-days.ts'
import { monthsInService } from './service-age.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { OffsetAt } from '../kernel/working-days.ts'

/** The self-check before a nomination is started: nothing is stored, nobody needs an account. */
export type SelfCheckAnswers = {
  readonly administrationType: string
  readonly category: string
  readonly goLive: string
  readonly isFormerLaureate: boolean
  readonly isDeeplyChanged: boolean
  readonly hasSignatory: boolean
  readonly alreadyEntered: number
}
export type SelfCheckLine = {
  readonly code: 'administration-type' | 'category' | 'in-service' | 'former-laureate' | 'signatory' | 'quota'
  /** `stop`: it would be inadmissible; `warn`: it can be mended before the closing. */
  readonly verdict: 'pass' | 'warn' | 'stop'
  readonly facts: Readonly<Record<string, string | number>>
}

/** Rule by rule, whether a service may compete (regulation: participation). It informs; screening decides. */
export function selfCheck(
  regulation: Regulation,
  answers: SelfCheckAnswers,
  offsetAt: OffsetAt,
): readonly SelfCheckLine[] {
  const { participation, calendar, categories } = regulation
  const closing = legalDate(calendar.nominationsClose, offsetAt)
  const months = isCalendarDate(answers.goLive) ? monthsInService(answers.goLive, closing) : -1
  const least = participation.minimumMonthsInService
  const limit = participation.perAdministrationAndCategory
  return [
    {
      code: 'administration-type',
      verdict: participation.administrationTypes.includes(answers.administrationType) ? 'pass' : 'stop',
      facts: { type: answers.administrationType },
    },
    {
      code: 'category',
      verdict: categories.some(({ code }) => code === answers.category) ? 'pass' : 'stop',
      facts: { category: answers.category },
    },
    {
      code: 'in-service',
      verdict: months >= least ? 'pass' : 'stop',
      facts: { months: Math.max(0, months), least },
    },
    {
      code: 'former-laureate',
      verdict: !answers.isFormerLaureate ? 'pass' : answers.isDeeplyChanged ? 'warn' : 'stop',
      facts: {},
    },
    { code: 'signatory', verdict: answers.hasSignatory ? 'pass' : 'warn', facts: {} },
    {
      code: 'quota',
      verdict: answers.alreadyEntered < limit ? 'pass' : 'stop',
      facts: { count: answers.alreadyEntered, limit },
    },
  ]
}
