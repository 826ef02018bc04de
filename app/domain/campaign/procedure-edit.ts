import { ok, refuse } from '../kernel/result.ts'
import { isShare } from './weights.ts'
import type { Result } from '../kernel/result.ts'
import type { Regulation } from './regulation.ts'

export type ProcedureEdit = {
  readonly kind: 'procedure'
  readonly days: Pick<Regulation['screening'], 'completionWorkingDays' | 'appealWorkingDays'>
  readonly deliberation: Regulation['deliberation']
  readonly level: Regulation['publication']['level']
}

/** The days of screening, how the jury decides and what is published. Refuses a quorum that is no part of the seats. */
export function editProcedure(
  regulation: Regulation,
  { days, deliberation, level }: ProcedureEdit,
): Result<Regulation, 'unreadable-share'> {
  if (!isShare(deliberation.quorum)) return refuse('unreadable-share', {}, { quorum: 'errors.share' })
  const { screening, publication } = regulation
  return ok({
    ...regulation,
    screening: { ...screening, ...days },
    deliberation,
    publication: { ...publication, level },
  })
}
