import { beforeAll, describe, expect, it } from 'vitest'
import { nominationSearch, readSearch } from '#app/forms/paging.ts'
import { nominationsList } from '#app/queries/organiser/nominations.ts'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { myCampaigns } from '#app/queries/organiser/campaigns.ts'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { phaseGate } from '#app/queries/organiser/phase-gate.ts'
import { registrations } from '#app/queries/organiser/registrations.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const many = await given.campaign({ phase: 'screening' })
const one = await given.campaign({ phase: 'screening' })
const body = (await given.administration()).id
const codes = Object.keys(many.categories)
const organiser = await given.officer('organiser', many.id)
await given.grant({ person: organiser.personId, role: 'organiser', campaign: one.id })
const both = await given.actor(organiser.personId)

beforeAll(async () => {
  await test.setNow(GIVEN_OPENING)
  for (let index = 0; index < 120; index += 1) {
    await given.nomination({
      campaign: many,
      administration: body,
      category: codes[index % codes.length]!,
      state: index % 3 === 0 ? 'draft' : 'submitted',
      title: { fr: `Service ${index % 7} 100%`, ar: `خدمة ${index}` },
    })
  }
  await given.nomination({ campaign: one, administration: body, state: 'submitted' })
})

async function walk(ask: { sort: 'reference' | 'recent' | 'title'; state?: string; q?: string }) {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 10; page += 1) {
    const result = await nominationsList(ctx, both, many.id, { ...ask, after })
    if (!result.ok) throw new Error(result.reason)
    seen.push(...result.value.page.rows.map(({ id }) => id))
    expect(result.value.page.rows.length).toBeLessThanOrEqual(50)
    if (result.value.page.next === null) return { seen, count: result.value.count }
    after = result.value.page.next
  }
  throw new Error('the pages never end')
}

describe('the address of the list', () => {
  it('leaves out a search that no database can compare', () => {
    const asked = (q: string) =>
      readSearch(`http://127.0.0.1/?q=${encodeURIComponent(q)}`, nominationSearch).q
    expect([asked('Service'), asked('Service\u0000')]).toEqual(['Service', undefined])
  })
})

describe('nominationsList', () => {
  it.each(['reference', 'recent', 'title'] as const)('pages through every row once, by %s', async (sort) => {
    const { seen, count } = await walk({ sort })
    expect(count).toBe(120)
    expect(new Set(seen).size).toBe(120)
  })

  it('filters by state, and searches with wildcards taken as letters', async () => {
    expect((await walk({ sort: 'reference', state: 'draft' })).count).toBe(40)
    expect((await walk({ sort: 'reference', q: 'service 3 100%' })).count).toBe(17)
    expect((await walk({ sort: 'reference', q: '%_%' })).count).toBe(0)
  })

  it('asks as many statements for 120 rows as for one', async () => {
    const count = async (campaignId: string) => {
      await nominationsList(ctx, both, campaignId, { sort: 'reference' }) // reads the frozen rules, which are kept
      test.countQueries()
      await nominationsList(ctx, both, campaignId, { sort: 'reference' })
      return test.countQueries().total
    }
    expect(await count(many.id)).toBe(await count(one.id))
  })

  it('hides a file from whoever is recused from it, in the rows and in the count', async () => {
    const campaign = await given.campaign({ phase: 'screening' })
    const hidden = await given.nomination({ campaign, administration: body, state: 'submitted' })
    const clerk = await given.officer('secretariat', campaign.id)
    const seat = await given.seat({ campaign: campaign.id, person: clerk.personId, state: 'ended' })
    const see = async () => {
      const result = await nominationsList(ctx, clerk, campaign.id, { sort: 'reference' })
      return result.ok ? [result.value.count, result.value.page.rows.length] : result.reason
    }
    expect(await see()).toEqual([1, 1])
    await given.insert('recusal', {
      id: crypto.randomUUID(),
      seat_id: seat.id,
      nomination_id: hidden.id,
      source: 'declared',
      kind: 'family',
      at: new Date(),
    })
    expect(await see()).toEqual([0, 0])
  })

  it('does not exist for a stranger, nor for a campaign that is absent', async () => {
    const stranger = await given.officer('organiser', (await given.campaign()).id)
    const ask = { sort: 'reference' } as const
    expect(await nominationsList(ctx, stranger, many.id, ask)).toMatchObject({ reason: 'not-found' })
    expect(await nominationsList(ctx, both, crypto.randomUUID(), ask)).toMatchObject({ reason: 'not-found' })
  })
})

describe('controlTower', () => {
  it('asks as many statements for many files as for one', async () => {
    const count = async (campaignId: string) => {
      test.countQueries()
      const result = await controlTower(ctx, both, campaignId, {})
      expect(result.ok).toBe(true)
      return test.countQueries().total
    }
    expect(await count(many.id)).toBe(await count(one.id))
  })

  it('shows of a sheet that it is started, and no level, comment or score', async () => {
    const campaign = await given.campaign({ phase: 'evaluation' })
    const actor = await given.officer('organiser', campaign.id)
    const nomination = await given.nomination({ campaign, administration: body, state: 'admissible' })
    const person = await given.person()
    const seat = await given.seat({ campaign: campaign.id, person: person.id })
    await given.assignment({ seat: seat.id, nomination: nomination.id })
    const sheetId = crypto.randomUUID()
    await given.insert('score_sheet', {
      id: sheetId,
      seat_id: seat.id,
      person_id: person.id,
      nomination_id: nomination.id,
      sequence: 1,
      state: 'draft',
      regulation_version_id: campaign.regulationVersionId,
      rubric_hash: 'x',
      remark: 'SECRET-REMARK',
      created_at: new Date(),
      updated_at: new Date(),
    })
    await given.insert('score', { sheet_id: sheetId, criterion: 'c1', level: 4, comment: 'SECRET-COMMENT' })
    const result = await controlTower(ctx, actor, campaign.id, {})
    if (!result.ok) throw new Error(result.reason)
    expect(result.value.heat?.seats.map(({ cells }) => cells)).toEqual([['started']])
    expect(result.value.readings).toEqual({ sealed: 0, total: 1 })
    expect(JSON.stringify(result.value)).not.toMatch(/SECRET|"level"|"score"/)
  })
})

describe('the other pages', () => {
  it('list only campaigns in which an office is held', async () => {
    const result = await myCampaigns(ctx, both)
    expect(result.ok && result.value.campaigns.map(({ id }) => id).sort()).toEqual([many.id, one.id].sort())
    const applicant = await given.applicant(body)
    expect(await myCampaigns(ctx, applicant)).toMatchObject({ reason: 'not-found' })
  })

  it('show the draft to its organiser, with the blockers of the gate, and not to the secretariat', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    await test.owner.query(`UPDATE regulation_version SET adopted_hash = NULL WHERE campaign_id = $1`, [
      campaign.id,
    ])
    const actor = await given.officer('organiser', campaign.id)
    const result = await campaignSetup(ctx, actor, campaign.id)
    expect(result.ok && result.value.blockers.map(({ code }) => code)).toEqual(['regulation-unsigned'])
    const clerk = await given.officer('secretariat', campaign.id)
    expect(await campaignSetup(ctx, clerk, campaign.id)).toMatchObject({ reason: 'not-found' })
  })

  it('list what blocks the way out of a phase', async () => {
    const result = await phaseGate(ctx, both, one.id)
    if (!result.ok) throw new Error(result.reason)
    expect(result.value.exits.map(({ to }) => to)).toEqual(['evaluation'])
    expect(result.value.exits[0]?.blockers.map(({ code }) => code)).toContain('file-undecided')
  })

  it('list the requests of the register to those who settle them', async () => {
    const asked = await given.administration({ state: 'requested' })
    const clerk = await given.officer('secretariat', many.id)
    const result = await registrations(ctx, clerk)
    expect(result.ok && result.value.bodies.map(({ id }) => id)).toContain(asked.id)
    expect(await registrations(ctx, await given.applicant(body))).toMatchObject({ reason: 'not-found' })
  })
})
