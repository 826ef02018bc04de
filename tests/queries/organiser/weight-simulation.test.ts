import { beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { askedWeights } from '#app/queries/organiser/asked-weights.ts'
import { simulationFile } from '#app/queries/organiser/simulation-file.ts'
import { weightSimulation } from '#app/queries/organiser/weight-simulation.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING, type GivenCampaign } from '#tests/support/given.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { anEdition, twoCriteria } from './a-released-edition.ts'

const test = await testDb()
const ctx = { ...actsContext(test), workbook }
const given = createGiven(test)
const RELEASED = new Date(Date.UTC(2026, 9, 10))
const LATER = new Date(Date.UTC(2026, 9, 20))
const LAUREATE = { impact: '90', usage: '50', rank: 1, title: 'Sabil' }
const OTHERS = [
  { impact: '40', usage: '70', rank: 2 },
  { impact: null, usage: '99', rank: null },
]

let draft: GivenCampaign
let released: Awaited<ReturnType<typeof anEdition>>
let organiser: Actor
const code = twoCriteria().categories[0]?.code ?? ''
const read = (actor: Actor, typed: Record<string, string> | null = null) =>
  weightSimulation(ctx, actor, { campaignId: draft.id, code, typed })

beforeAll(async () => {
  await test.setNow(GIVEN_OPENING)
  draft = await given.campaign({ phase: 'preparation', regulation: twoCriteria() })
  released = await anEdition(given, {
    ...{
      phase: 'published',
      year: 2024,
      scored: [LAUREATE, ...OTHERS],
      snapshotAt: RELEASED,
      synthetic: true,
    },
  })
  await anEdition(given, { phase: 'archived', year: 2023, scored: [LAUREATE], snapshotAt: RELEASED })
  const { personId } = await given.officer('organiser', draft.id)
  await given.grant({ person: personId, role: 'organiser', campaign: released.campaign.id })
  // What is secret still: under embargo, announced for later, in deliberation; the organiser has an office in each.
  const secret = [{ impact: '13', usage: '31', rank: 1, title: 'Canari' }]
  const held = [
    await anEdition(given, { phase: 'embargo', year: 2026, scored: secret, snapshotAt: RELEASED }),
    await anEdition(given, { phase: 'deliberation', year: 2026, scored: secret }),
    await anEdition(given, {
      ...{ phase: 'published', year: 2025, scored: secret, snapshotAt: new Date(Date.UTC(2027, 0, 1)) },
    }),
  ]
  for (const { campaign } of held)
    await given.grant({ person: personId, role: 'organiser', campaign: campaign.id })
  organiser = await given.actor(personId)
})

describe('the weight simulation', () => {
  it('stands on the newest released edition of the category, and says which and that it is synthetic', async () => {
    const { source, draft: own } = must(await read(organiser))
    expect(source).toMatchObject({ year: 2024, synthetic: true, rule: 'mean', leftOut: 1, unscored: [] })
    expect(own.outcome).toMatchObject({
      leaders: ['1'],
      places: [
        { key: '1', rank: 1, score: '66.00' },
        { key: '2', rank: 2, score: '58.00' },
      ],
    })
    expect(own.outcome?.criteria[0]).toMatchObject({
      ...{ code: 'impact', now: { percent: '40', exact: '2/5' }, above: null },
      below: { at: { percent: '28.57', exact: '2/7' }, takenBy: ['2'] },
    })
    expect(own.outcome?.radius).toEqual({ moved: { percent: '11.43', exact: '4/35' }, challenger: '2' })
  })

  it('names laureates alone, and gives no identifier of a nomination', async () => {
    const screen = must(await read(organiser))
    expect(screen.source?.competitors).toEqual([
      { key: '1', laureate: { title: { fr: 'Sabil' }, administration: { fr: 'Corps' } } },
      { key: '2', laureate: null },
    ])
    for (const id of released.ids) expect(JSON.stringify(screen)).not.toContain(id)
  })

  it('tries typed weights beside the rubric’s', async () => {
    const { typed } = must(await read(organiser, { impact: '20', usage: '80' }))
    expect(typed?.outcome?.leaders).toEqual(['2'])
  })

  it('says which criterion to change when typed weights do not make 100, and simulates nothing with them', async () => {
    const { typed, draft: own } = must(await read(organiser, { impact: '20' }))
    expect(typed).toMatchObject({ outcome: null, advice: { sum: '80', change: { code: 'usage', to: '80' } } })
    expect(own.outcome).not.toBeNull()
    expect(must(await read(organiser, { impact: 'x' })).typed).toMatchObject({ unreadable: ['impact'] })
  })

  it('never reads a tally computed since the release', async () => {
    await released.tally([{ ...LAUREATE, impact: '1', usage: '1' }, ...OTHERS], LATER)
    expect(must(await read(organiser)).draft.outcome?.leaders).toEqual(['1'])
  })

  it('writes each interval exactly in its file, and how much weight must pass before somebody draws level', async () => {
    const file = must(await simulationFile(ctx, organiser, { campaignId: draft.id, code, typed: null }))
    const lines = Buffer.from(file.bytes).toString().split('\r\n')
    expect(lines[1]).toBe('2024,yes,rubric,impact,2/5,0,2/7,#2,4/35,#2')
    expect(lines[2]).toBe('2024,yes,rubric,impact,2/5,2/7,1,Sabil,4/35,#2')
  })

  it('has nothing to simulate on for whoever has no office in a released edition', async () => {
    const elsewhere = await given.officer('organiser', draft.id)
    const { source, draft: own } = must(await read(elsewhere))
    expect(source).toBeNull()
    expect(own.outcome).toBeNull()
  })

  it('does not exist for anybody else', async () => {
    for (const role of ['secretariat', 'publisher'] as const)
      expect(await read(await given.officer(role, draft.id))).toMatchObject({ reason: 'not-found' })
    expect(await read(await given.officer('organiser', released.campaign.id))).toMatchObject({
      reason: 'not-found',
    })
    const unknown = { campaignId: draft.id, code: 'inconnue', typed: null }
    expect(await weightSimulation(ctx, organiser, unknown)).toMatchObject({ reason: 'not-found' })
  })
})

describe('the weights of an address', () => {
  const asked = (search: string) => askedWeights(new URLSearchParams(search))
  it('are kept as typed, and nothing else is', () => {
    expect(asked('weights.impact=27,5+%25&page=2&weights.a%20b=1')).toEqual({ impact: '27,5 %' })
    expect(asked('page=2')).toBeNull()
  })
  it('are cut where no weight is that long', () => {
    expect(asked(`weights.impact=${'9'.repeat(5000)}`)?.['impact']).toHaveLength(40)
  })
})
