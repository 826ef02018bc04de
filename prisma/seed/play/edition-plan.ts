import { createHash } from 'node:crypto'
import {
  archiveEdition,
  type ArchivedEdition,
  type RecordedEdition,
} from '#app/domain/campaign/archived-edition.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { SlotOutcome } from '#app/domain/results/award-decision.ts'
import { UNNAMED_PROJECT } from '#app/domain/results/unnamed-project.ts'
import type { BodyName } from './bodies.ts'
import { editionRegulation } from './edition-regulation.ts'
import { must } from './must.ts'

/** One nomination of a replay: a laureate of the record, or a competitor that the demonstration invents. */
export type PlannedEntry = {
  readonly key: string
  readonly category: string
  readonly body: BodyName
  readonly title: BodyName
  readonly isReal: boolean
  /** The official score aimed at, 0 to 100. */
  readonly target: number
}
export type PlannedDecision = {
  readonly category: string
  readonly slot: string
  readonly outcome: SlotOutcome
  readonly winners: readonly string[]
}
export type EditionPlan = {
  readonly edition: RecordedEdition
  readonly recorded: ArchivedEdition
  readonly regulation: Regulation
  readonly entries: readonly PlannedEntry[]
  readonly decisions: readonly PlannedDecision[]
}

const COMPETITORS = 3
type Category = ArchivedEdition['snapshot']['categories'][number]

const named = ({ ar, fr }: { readonly ar?: string; readonly fr?: string }): BodyName => ({
  ar: ar ?? fr ?? '',
  fr: fr ?? ar ?? '',
})

/**
 * The scores aimed at, one per laureate in the order of the prizes: falling from 90, each below the advisory threshold
 * of every prize withheld before it, so that the jury gives a lower prize without having passed a higher one over.
 */
export function targetsOf(
  slots: readonly { readonly winners: number; readonly threshold: number | null }[],
): number[] {
  const winners = slots.reduce((sum, slot) => sum + slot.winners, 0)
  const step = Math.min(8, 32 / Math.max(1, winners - 1))
  const targets: number[] = []
  let next = 90
  for (const { winners: count, threshold } of slots) {
    if (count === 0) next = Math.min(next, (threshold ?? 60) - 8)
    for (let made = 0; made < count; made += 1) {
      targets.push(next)
      next -= step
    }
  }
  return targets
}

function laureates(category: Category, regulation: Regulation): PlannedEntry[] {
  const rule = regulation.categories.find(({ code }) => code === category.code)
  const targets = targetsOf(
    category.slots.map((slot, at) => {
      const advice = rule?.slots[at]?.advisoryThreshold ?? null
      return { winners: slot.winners.length, threshold: advice === null ? null : Number(advice) }
    }),
  )
  return category.slots
    .flatMap((slot) => slot.winners)
    .map((winner, at) => ({
      key: winner.nominationId,
      category: category.code,
      body: named(winner.administration.name),
      title: winner.title.fr === undefined ? UNNAMED_PROJECT : named(winner.title),
      isReal: true,
      target: targets[at] ?? 60,
    }))
}

/** Three competitors in each category, numbered through the edition; all of them below every advisory threshold. */
const competitors = (category: Category, first: number): PlannedEntry[] =>
  Array.from({ length: COMPETITORS }, (_, at) => {
    const number = first + at
    return {
      key: `${category.code}/competitor-${number}`,
      category: category.code,
      body: { ar: `إدارة تجريبية ${number}`, fr: `Administration de démonstration ${number}` },
      title: { ar: `خدمة تجريبية ${number}`, fr: `Service de démonstration ${number}` },
      isReal: false,
      target: 42 - 8 * at,
    }
  })

/** What is played for one edition, from its record alone. */
export function planEdition(edition: RecordedEdition): EditionPlan {
  const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 16)
  const recorded = must(`the record of ${edition.year}`, archiveEdition(edition, idOf))
  const regulation = editionRegulation(edition, recorded)
  const played = recorded.snapshot.categories.filter(({ slots }) => slots.length > 0)
  return {
    edition,
    recorded,
    regulation,
    entries: played.flatMap((category, at) => [
      ...laureates(category, regulation),
      ...competitors(category, at * COMPETITORS + 1),
    ]),
    decisions: played.flatMap(({ code, slots }) =>
      slots.map((slot) => ({
        category: code,
        slot: slot.code,
        outcome: slot.outcome,
        winners: slot.winners.map(({ nominationId }) => nominationId),
      })),
    ),
  }
}
