import { randomUUID } from 'node:crypto'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { GIVEN_OPENING, type Given } from '#tests/support/given.ts'

const level = (points: string, at: number) => ({ level: at + 1, points, anchor: null })
const criterion = (code: string, fr: string, weight: string) => ({
  ...{ code, name: { ar: `معيار ${code}`, fr }, weight, levels: ['0', '100'].map(level), threshold: null },
})

/** The template with two criteria in its first category: impact 40, usage 60. */
export function twoCriteria(): Regulation {
  const regulation = aRegulation({ opensAt: GIVEN_OPENING })
  const [first, ...others] = regulation.categories
  if (first === undefined) return regulation
  const criteria = [criterion('impact', 'Impact', '40'), criterion('usage', 'Usage', '60')]
  return { ...regulation, categories: [{ ...first, rubric: { ...first.rubric, criteria } }, ...others] }
}

export type Scored = {
  readonly impact: string | null
  readonly usage: string
  readonly rank: number | null
  /** Given to laureates alone. */
  readonly title?: string
}
const nominationOf = ({ impact, usage, rank }: Scored, nominationId: string) => ({
  ...{ nominationId, rank, state: rank === null ? 'below_quorum' : 'ranked', score: null, display: '' },
  criterionMeans: [
    { code: 'impact', mean: impact },
    { code: 'usage', mean: usage },
  ],
})

/** An edition with a tally, and a snapshot that names its laureates unless it is not released. */
export async function anEdition(
  given: Given,
  asked: { phase: Phase; year: number; scored: readonly Scored[]; snapshotAt?: Date; synthetic?: boolean },
) {
  const campaign = await given.campaign({
    ...{
      phase: asked.phase,
      year: asked.year,
      synthetic: asked.synthetic ?? false,
      regulation: twoCriteria(),
    },
  })
  const code = campaign.regulation.categories[0]?.code ?? ''
  const ids = asked.scored.map(() => randomUUID())
  const tally = (scored: readonly Scored[], at: Date) =>
    given.insert('tally', {
      ...{ id: randomUUID(), campaign_id: campaign.id, category_id: campaign.categories[code] },
      document: {
        ...{ schema: 'imtiyaz.tally/1', category: code, rule: 'mean' },
        nominations: scored.map((one, index) => nominationOf(one, ids[index] ?? '')),
      },
      ...{ hash: 'a'.repeat(64), computed_at: at },
    })
  await tally(asked.scored, new Date(Date.UTC(2026, 9, 2)))
  const winners = asked.scored.flatMap(({ title }, index) =>
    title === undefined
      ? []
      : [
          {
            nominationId: ids[index],
            title: { fr: title },
            administration: { id: 'x', name: { fr: 'Corps' } },
          },
        ],
  )
  if (asked.snapshotAt)
    await given.insert('snapshot', {
      ...{ id: randomUUID(), campaign_id: campaign.id, number: 1, hash: 'b'.repeat(64) },
      document: { synthetic: asked.synthetic ?? false, categories: [{ code, slots: [{ winners }] }] },
      published_at: asked.snapshotAt,
    })
  return { campaign, tally, ids }
}
