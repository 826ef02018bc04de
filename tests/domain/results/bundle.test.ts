import { describe, expect, it } from 'vitest'
import { buildBundle, commitmentRoot } from '#app/domain/results/bundle.ts'
import { buildSnapshot } from '#app/domain/results/build-snapshot.ts'
import type { SnapshotFacts } from '#app/domain/results/build-snapshot.ts'
import { randomCampaign, sha256 } from '../../verifier/random-campaign.ts'

const withClosed = Array.from({ length: 50 }, (_, at) => randomCampaign(at + 1)).find((campaign) =>
  campaign.categories.some(
    ({ ranking, finalists }) => finalists.length > 0 && ranking.length > finalists.length + 2,
  ),
)
const filesOf = (input: NonNullable<typeof withClosed>) => {
  const files = buildBundle(input, sha256)
  if (!files.ok) throw new Error(files.reason)
  return new Map(files.value.map(({ name, content }) => [name, JSON.parse(content) as never]))
}

describe('the results bundle', () => {
  const input = withClosed ?? randomCampaign(1)
  const opened = new Set([
    ...input.categories.flatMap((one) => one.finalists),
    ...input.decisions.flatMap((one) => one.winners),
  ])
  it('opens no sheet and tells no score, rank or reference of a nomination outside the final', () => {
    const files = filesOf(input)
    const sheets = files.get('sheets.json') as unknown as {
      commitment: string
      record: { nomination: string }
    }[]
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.filter((sheet) => !opened.has(sheet.record.nomination))).toEqual([])
    const results = files.get('results.json') as unknown as {
      nominations: { nomination: string; opened: boolean }[]
    }[]
    const closed = results.flatMap((result) => result.nominations.filter((line) => !line.opened))
    expect(closed.length).toBeGreaterThan(0)
    for (const line of closed) expect(Object.keys(line).sort()).toEqual(['nomination', 'opened', 'sheets'])
    const ids = results.map((result) =>
      result.nominations.filter((line) => !line.opened).map((line) => line.nomination),
    )
    expect(ids).toEqual(ids.map((list) => [...list].sort()))
  })
  it('shows opened sheets in the order of their commitments, without any seat', () => {
    const sheets = filesOf(input).get('sheets.json') as unknown as { commitment: string }[]
    expect(sheets.map((sheet) => sheet.commitment)).toEqual(sheets.map((sheet) => sheet.commitment).sort())
    expect(JSON.stringify([...filesOf(input).values()])).not.toContain('seat-')
  })
  it('opens nothing at level L0, and no counts either', () => {
    const files = filesOf({
      ...input,
      regulation: { ...input.regulation, publication: { ...input.regulation.publication, level: 'L0' } },
    })
    expect(files.get('sheets.json')).toEqual([])
    expect(JSON.stringify(files.get('results.json'))).not.toMatch(/"sheets"|"eligible"/)
    const { commitments } = files.get('commitments.json') as unknown as {
      commitments: { nomination: string | null }[]
    }
    expect(new Set(commitments.map((row) => row.nomination))).toEqual(new Set([null]))
  })
  it('is the same text whatever the order of its rows', () => {
    const turned = { ...input, sheets: [...input.sheets].reverse() }
    expect(buildBundle(turned, sha256)).toEqual(buildBundle(input, sha256))
  })
  it('has one root for one set of commitments and refuses what is no hash', () => {
    expect(commitmentRoot(['b'.repeat(64), 'a'.repeat(64)], sha256)).toEqual(
      commitmentRoot(['a'.repeat(64), 'b'.repeat(64)], sha256),
    )
    expect(commitmentRoot(['xyz'], sha256)).toMatchObject({ reason: 'commitment-malformed' })
    expect(commitmentRoot(['ab'], sha256)).toMatchObject({ reason: 'commitment-malformed' })
  })
})

describe('the public snapshot', () => {
  const input =
    Array.from({ length: 50 }, (_, at) => randomCampaign(at + 1)).find(
      (one) => one.decisions[0]?.outcome === 'awarded',
    ) ?? randomCampaign(1)
  const winners = input.decisions.flatMap((decision) => decision.winners)
  const facts: SnapshotFacts = {
    regulation: input.regulation,
    decisions: input.decisions,
    plenary: new Set(),
    rankings: new Map(input.categories.map((category) => [category.code, category.ranking])),
    nominations: new Map(
      winners.map((id) => [
        id,
        {
          nominationId: id,
          reference: null,
          title: { fr: id },
          administration: { id: 'a', name: { fr: 'A' } },
          partners: [],
          summary: {},
        },
      ]),
    ),
    campaign: {
      id: 'c1',
      year: 2026,
      editionNumber: null,
      awardName: {},
      organiser: {},
      ceremonyDate: null,
      releasedAt: null,
      regulationHash: null,
    },
    figures: { nominations: 1, admissible: 1, administrations: 1, jurors: null, sheets: null },
    synthetic: true,
    sources: [],
    gaps: [],
  }
  it('says of every slot what was decided, with the exact score of its winners', () => {
    const built = buildSnapshot(facts)
    if (!built.ok) expect.fail(built.reason)
    expect(built.value).toMatchObject({ schema: 'imtiyaz.snapshot/1', synthetic: true })
    const slots = built.value.categories.flatMap((category) => category.slots)
    expect(slots.map((slot) => [slot.outcome, slot.winners.map((winner) => winner.nominationId)])).toEqual(
      input.decisions.map((one) => [one.outcome, one.winners]),
    )
    expect(slots[0]?.winners[0]?.score?.exact).toMatch(/^\d+(\/\d+)?$/)
  })
  it('refuses an undecided slot and a winner without file', () => {
    expect(buildSnapshot({ ...facts, decisions: facts.decisions.slice(1) })).toMatchObject({
      reason: 'slot-undecided',
    })
    expect(buildSnapshot({ ...facts, nominations: new Map() })).toMatchObject({ reason: 'winner-unknown' })
  })
})
