import type { CategoryRule } from './bundle.ts'
import { order } from './fraction.ts'
import { middle } from './recompute.ts'
import type { Computed } from './recompute.ts'

/** Head-to-head counts stated in the bundle: sheets carry no juror, so they can only be taken from the record. */
export type StatedDuel = { common: number; forFirst: number; forSecond: number; against: string }
export type Place = { nomination: string; rank: number; decidedBy: string; tiedWith: string[] }

type Key = {
  code: string
  better: (a: Computed, b: Computed) => number
  silent: (group: readonly Computed[]) => boolean
}

function keysFor(
  rule: CategoryRule,
  duels: ReadonlyMap<string, StatedDuel>,
  lots: readonly string[] | null,
): Key[] {
  const never = (): boolean => false
  const weights = rule.criteria.map((criterion, at) => ({ criterion, at }))
  weights.sort((a, b) => order(b.criterion.weight, a.criterion.weight) || a.at - b.at)
  const keys: Key[] = [
    { code: 'score', better: (a, b) => order(a.score ?? [0n, 1n], b.score ?? [0n, 1n]), silent: never },
  ]
  for (const { criterion } of weights) {
    keys.push({
      code: `criterion:${criterion.code}`,
      better: (a, b) =>
        order(a.means.get(criterion.code) ?? [0n, 1n], b.means.get(criterion.code) ?? [0n, 1n]),
      silent: (group) => group.some((one) => !one.means.get(criterion.code)),
    })
  }
  keys.push({
    code: 'head-to-head',
    better: (a) => {
      const duel = duels.get(a.nomination)
      return duel ? Math.sign(duel.forFirst - duel.forSecond) : 0
    },
    silent: (group) =>
      group.length !== 2 || !group.every((one) => (duels.get(one.nomination)?.common ?? 0) >= 3),
  })
  keys.push({ code: 'median', better: (a, b) => order(middle(a.values), middle(b.values)), silent: never })
  if (lots) {
    keys.push({
      code: 'lot',
      better: (a, b) => Math.sign(lots.indexOf(b.nomination) - lots.indexOf(a.nomination)),
      silent: (group) => group.some((one) => !lots.includes(one.nomination)),
    })
  }
  return keys
}

/**
 * Ranks by partition refinement: the list of groups is split key after key; the rank of a group is one more than the
 * members before it. A group of one is settled and consults nothing further.
 */
export function orderNominations(
  rule: CategoryRule,
  members: readonly Computed[],
  duels: ReadonlyMap<string, StatedDuel>,
  lots: readonly string[] | null,
): Place[] {
  let groups: { members: Computed[]; decidedBy: string }[] =
    members.length > 0 ? [{ members: [...members], decidedBy: '' }] : []
  for (const key of keysFor(rule, duels, lots)) {
    groups = groups.flatMap((group) => {
      const isSettled = group.decidedBy !== '' && group.members.length === 1
      if (isSettled || key.silent(group.members)) return [group]
      const split: { members: Computed[]; decidedBy: string }[] = []
      for (const member of group.members) {
        const equal = split.find((part) => part.members[0] && key.better(part.members[0], member) === 0)
        if (equal) equal.members.push(member)
        else split.push({ members: [member], decidedBy: key.code })
      }
      return split.sort((a, b) => (a.members[0] && b.members[0] ? key.better(b.members[0], a.members[0]) : 0))
    })
  }
  let before = 0
  return groups.flatMap(({ members: equals, decidedBy }) => {
    const rank = before + 1
    before += equals.length
    return equals.map(({ nomination }) => {
      const tiedWith = equals.filter((one) => one.nomination !== nomination).map((one) => one.nomination)
      return { nomination, rank, decidedBy, tiedWith: tiedWith.sort() }
    })
  })
}
