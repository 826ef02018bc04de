import type { Choice } from '#app/domain/deliberation/ballot.ts'
import type { Context } from '#app/services/context.ts'

/** All papers of one length: the size of what lies encrypted says nothing of the choice. */
const PAPER_LENGTH = 1024
const context = (motionId: string, seatId: string): string => `${motionId}:${seatId}`

export function sealPaper(
  ctx: Pick<Context, 'crypto'>,
  motionId: string,
  seatId: string,
  choice: Choice,
): string {
  const text = JSON.stringify(choice)
  const length = Math.ceil(text.length / PAPER_LENGTH) * PAPER_LENGTH
  return ctx.crypto.seal('secret-ballot', context(motionId, seatId), text.padEnd(length))
}

/** A paper that does not open was tampered with or belongs elsewhere: that is a fault, not a refusal. */
export function openPaper(
  ctx: Pick<Context, 'crypto'>,
  motionId: string,
  seatId: string,
  cipher: string,
): Choice {
  const text = ctx.crypto.unseal('secret-ballot', context(motionId, seatId), cipher)
  if (!text.ok) throw new Error(`a sealed ballot of vote ${motionId} does not open`)
  return JSON.parse(text.value) as Choice
}

/** One of all permutations, each as likely: places are sorted by keys drawn for them before the transaction. */
export function permutationFrom(keys: Uint8Array, size: number): readonly number[] {
  const width = 16
  const key = (at: number): string => Buffer.from(keys.subarray(at * width, (at + 1) * width)).toString('hex')
  return Array.from({ length: size }, (_, at) => ({ at, key: key(at) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ at }) => at)
}
/** Enough for the largest jury (product.md section 2: 500 jurors). */
export const SHUFFLE_BYTES = 16 * 600
