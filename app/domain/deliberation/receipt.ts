import { CHECK_CODE_BYTES, checkCode } from '../document/check-code.ts'
import type { Result } from '../kernel/result.ts'

/**
 * The receipt of a ballot: it says that this seat voted in this vote, and nothing else. The same before and after the
 * count, made from a keyed digest that the caller gives, never from the choice (product.md section 9).
 */
export const ballotReceipt = (
  motionId: string,
  seatId: string,
  keyed: (text: string) => Uint8Array,
): Result<string, 'wrong-length'> => checkCode(keyed(`${motionId}:${seatId}`).slice(0, CHECK_CODE_BYTES))
