import type { CategoryRule, Regulation } from '../campaign/regulation.ts'
import { inOwnScript } from '../kernel/localized.ts'
import { isUnnamed } from './unnamed-project.ts'
import { toText } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import type { AwardDecision } from './award-decision.ts'
import type { Snapshot, SnapshotCategory, SnapshotScore, SnapshotSlot, SnapshotWinner } from './snapshot.ts'

/** What is known of a nomination that may win, without its score. */
export type SnapshotNomination = Omit<SnapshotWinner, 'score' | 'plenary'>
export type SnapshotFacts = Omit<Snapshot, 'schema' | 'categories'> & {
  readonly regulation: Regulation
  readonly decisions: readonly AwardDecision[]
  readonly rankings: ReadonlyMap<string, readonly RankedNomination[]>
  readonly nominations: ReadonlyMap<string, SnapshotNomination>
  /** Nominations that the plenary decided on, without an official score. */
  readonly plenary: ReadonlySet<string>
}
export type SnapshotReason = 'slot-undecided' | 'winner-unknown'

function scoreOf(ranking: readonly RankedNomination[], nominationId: string): SnapshotScore | null {
  const found = ranking.find((one) => one.nominationId === nominationId)
  return found?.score ? { exact: toText(found.score), display: found.display } : null
}

/** Names known in one language only stand in that one; a project the sources do not name has no title. */
function asPublished(known: SnapshotNomination): SnapshotNomination {
  const { administration, title } = known
  return {
    ...known,
    title: isUnnamed(title) ? {} : inOwnScript(title),
    administration: { ...administration, name: inOwnScript(administration.name) },
  }
}

function slotsOf(rule: CategoryRule, facts: SnapshotFacts): Result<readonly SnapshotSlot[], SnapshotReason> {
  const slots: SnapshotSlot[] = []
  for (const slot of rule.slots) {
    const decision = facts.decisions.find((one) => one.category === rule.code && one.slot === slot.code)
    if (!decision) return refuse('slot-undecided', { category: rule.code, slot: slot.code })
    const winners: SnapshotWinner[] = []
    for (const winner of decision.winners) {
      const known = facts.nominations.get(winner)
      if (!known) return refuse('winner-unknown', { nomination: winner })
      winners.push({
        ...asPublished(known),
        score: scoreOf(facts.rankings.get(rule.code) ?? [], winner),
        ...(facts.plenary.has(winner) ? { plenary: true as const } : {}),
      })
    }
    const { code, type, label } = slot
    slots.push({
      code,
      type,
      label: inOwnScript(label),
      outcome: decision.outcome,
      reason: decision.reason,
      winners,
    })
  }
  return ok(slots)
}

/**
 * The public document of a decided campaign, from signed decisions only; nothing is retyped. Refused: a slot without
 * decision, a winner without file.
 */
export function buildSnapshot(facts: SnapshotFacts): Result<Snapshot, SnapshotReason> {
  const categories: SnapshotCategory[] = []
  for (const rule of facts.regulation.categories) {
    const slots = slotsOf(rule, facts)
    if (!slots.ok) return slots
    categories.push({ code: rule.code, name: inOwnScript(rule.name), slots: slots.value })
  }
  const { figures, synthetic, sources, gaps } = facts
  const campaign = { ...facts.campaign, organiser: inOwnScript(facts.campaign.organiser) }
  return ok({ schema: 'imtiyaz.snapshot/1', campaign, categories, figures, synthetic, sources, gaps })
}
