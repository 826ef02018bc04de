import { ceil, integer, multiply } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'

/** Who counts for one item: seats of the jury, those recused from it, those in the room. */
export type ItemPresence = {
  readonly seatIds: readonly string[]
  readonly recusedSeatIds: readonly string[]
  readonly presentSeatIds: readonly string[]
}
export type QuorumCount = {
  readonly eligible: number
  readonly needed: number
  readonly present: number
  readonly quorate: boolean
}

/** Present and not recused: who may speak and vote on the item. */
export const presentEligible = ({
  seatIds,
  recusedSeatIds,
  presentSeatIds,
}: ItemPresence): readonly string[] =>
  seatIds.filter((seat) => presentSeatIds.includes(seat) && !recusedSeatIds.includes(seat))

/** ceil(q * (seats - recused)), exact (scoring.md section 6.2): a recusal shrinks the base, an absence does not. */
export function itemQuorum(presence: ItemPresence, share: Rational): QuorumCount {
  const eligible = presence.seatIds.filter((seat) => !presence.recusedSeatIds.includes(seat)).length
  const needed = Number(ceil(multiply(share, integer(eligible))))
  const present = presentEligible(presence).length
  return { eligible, needed, present, quorate: present >= needed && present > 0 }
}
