import type { Instant } from '../kernel/instant.ts'
import type { RankedNomination } from './ranking.ts'

/** Why a file has too few sheets; the sentences are `jury.plenary.reasons.<code>`. */
export const PLENARY_REASONS = [
  'readers-recused',
  'readers-absent',
  'readers-abstained',
  'sheets-not-counted',
  'other',
] as const
export type PlenaryReason = (typeof PLENARY_REASONS)[number]

export const isPlenaryReason = (code: string): code is PlenaryReason =>
  (PLENARY_REASONS as readonly string[]).includes(code)

/** n_i, e_i and q_i of a file (scoring.md section 1.5), in sheets and jurors. */
export type SheetFigures = { readonly sheets: number; readonly eligible: number; readonly quorum: number }

/** A file that the chair sent to the plenary. */
export type PlenaryReferral = {
  readonly id: string
  readonly nominationId: string
  /** Sent in the second of two rounds; one of the first does not take part in the second. */
  readonly isSecondRound: boolean
  readonly reason: PlenaryReason
  readonly text: { readonly ar: string; readonly fr: string }
  /** When it was sent; once the first of two rounds has closed, as it closed. */
  readonly figures: SheetFigures
  readonly sentBy: string
  readonly sentAt: Instant
  readonly takenBackBy: string | null
  readonly takenBackAt: Instant | null
}

/** A file that the plenary decides on, with the figures that leave it without an official score. */
export type PlenaryFile = Pick<PlenaryReferral, 'nominationId' | 'reason' | 'text' | 'figures'> & {
  /** Its sheets are those of the first of two rounds; the result of the second does not hold it. */
  readonly isOfFirstRound: boolean
}

/** A file as far as it is sent, with the round whose result holds it. */
export type SentFile = Pick<
  PlenaryReferral,
  'nominationId' | 'reason' | 'text' | 'figures' | 'isSecondRound'
> & {
  readonly category: string
}

/** A line of the result as far as it says who has an official score. */
export type ResultLine = Pick<RankedNomination, 'nominationId' | 'state'> & SheetFigures

/**
 * Who of those sent the plenary has to decide on. Who has an official score is said by the sheets and never by the sending:
 * a file that reached its quorum, by a sheet or because a recusal made the quorum smaller, is ranked as any other and its
 * sending is without effect. One of the first of two rounds stands in no result of the second and waits with the figures of
 * its round. In the order of the identifiers, for there is no other between files without a score.
 */
export function plenaryFiles(
  sent: readonly SentFile[],
  result: readonly ResultLine[],
  isSecondRoundOpened: boolean,
): readonly PlenaryFile[] {
  const found = sent.flatMap(({ nominationId, reason, text, figures, isSecondRound }): PlenaryFile[] => {
    const file = { nominationId, reason, text }
    if (isSecondRoundOpened && !isSecondRound) return [{ ...file, figures, isOfFirstRound: true }]
    const line = result.find((one) => one.nominationId === nominationId)
    if (line?.state !== 'below_quorum') return []
    const { sheets, eligible, quorum } = line
    return [{ ...file, figures: { sheets, eligible, quorum }, isOfFirstRound: false }]
  })
  return found.sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))
}
