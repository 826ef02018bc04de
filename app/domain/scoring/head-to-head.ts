import { compare } from '../kernel/rational.ts'
import type { NominationScore } from './aggregate.ts'

/** Fewer common jurors prove nothing (scoring.md section 1.9, step 3). */
export const FEWEST_COMMON_JURORS = 3

export type HeadToHead = { readonly common: number; readonly forFirst: number; readonly forSecond: number }

/** How many jurors who judged both put the first above the second, and the reverse. */
export function headToHead(first: NominationScore, second: NominationScore): HeadToHead {
  const signs = first.counted.flatMap((sheet) => {
    const other = second.counted.find((candidate) => candidate.seatId === sheet.seatId)
    return other ? [compare(sheet.score, other.score)] : []
  })
  return {
    common: signs.length,
    forFirst: signs.filter((sign) => sign > 0).length,
    forSecond: signs.filter((sign) => sign < 0).length,
  }
}
