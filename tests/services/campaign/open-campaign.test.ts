import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { adoptRegulation } from '#app/services/campaign/adopt-regulation.ts'
import { extendDeadline } from '#app/services/campaign/extend-deadline.ts'
import { openCampaign } from '#app/services/campaign/open-campaign.ts'
import { saveRubric } from '#app/services/campaign/save-rubric.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { RUBRIC_RULES } from '#tests/support/builders/regulation.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const HOUR = 3_600_000

beforeEach(() => test.setNow(GIVEN_OPENING))

async function aDraft() {
  const campaign = await given.campaign({ phase: 'preparation' })
  return { campaign, organiser: await given.officer('organiser', campaign.id) }
}
const traceOf = async (id: string) => ({
  entries: (await test.owner.query(`SELECT act FROM audit_entry WHERE campaign_id = $1 ORDER BY id`, [id]))
    .rows,
  notices: (await test.owner.query(`SELECT notice, facts FROM outbox WHERE campaign_id = $1`, [id])).rows,
})

describe('openCampaign', () => {
  it('freezes the regulation with the SHA-256 of its canonical JSON, makes the rows and tells everyone', async () => {
    const { campaign, organiser } = await aDraft()
    const signatory = await given.applicant((await given.administration()).id)
    expect(await adoptRegulation(ctx, organiser, { campaignId: campaign.id, version: 1 })).toMatchObject({
      ok: true,
    })
    const result = await openCampaign(ctx, organiser, { campaignId: campaign.id, version: 2 })
    const text = canonicalJson(campaign.regulation as unknown as JsonValue)
    const hash = createHash('sha256')
      .update(text.ok ? text.value : '')
      .digest('hex')
    expect(result).toMatchObject({ ok: true, value: { hash } })
    const row = await test.owner.query(
      `SELECT c.phase, c.opens_at, c.closes_at, r.state, r.hash FROM campaign c JOIN regulation_version r ON r.campaign_id = c.id WHERE c.id = $1`,
      [campaign.id],
    )
    const { nominationsOpen, nominationsClose } = campaign.regulation.calendar
    expect(row.rows).toEqual([
      {
        phase: 'nominations',
        opens_at: new Date(nominationsOpen),
        closes_at: new Date(nominationsClose),
        state: 'frozen',
        hash,
      },
    ])
    const slots = await test.owner.query(
      `SELECT k.code, count(s.id)::int AS slots FROM category k JOIN prize_slot s ON s.category_id = k.id WHERE k.campaign_id = $1 GROUP BY k.id ORDER BY k.position`,
      [campaign.id],
    )
    expect(slots.rows).toEqual(
      campaign.regulation.categories.map(({ code, slots }) => ({ code, slots: slots.length })),
    )
    const trace = await traceOf(campaign.id)
    expect(trace.entries.map(({ act }) => act)).toEqual(['regulationAdopted', 'campaignOpened'])
    expect(trace.notices.map(({ notice }) => notice)).toContain('campaign-opened')
    const told = await test.owner.query(
      `SELECT 1 FROM notice WHERE person_id = $1 AND name = 'campaign-opened'`,
      [signatory.personId],
    )
    expect(told.rowCount).toBe(1)
    const changes = await test.owner.query(
      `SELECT from_phase, to_phase FROM phase_change WHERE campaign_id = $1`,
      [campaign.id],
    )
    expect(changes.rows).toEqual([{ from_phase: 'preparation', to_phase: 'nominations' }])
  })

  it('refuses a wording nobody adopted, also when it was edited after the adoption', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', campaign.id)
    await adoptRegulation(ctx, organiser, { campaignId: campaign.id, version: 1 })
    const [first] = campaign.regulation.categories
    const [one, two] = first!.rubric.criteria
    const weights = { [one!.code]: two!.weight, [two!.code]: one!.weight }
    await saveRubric(ctx, organiser, {
      ...{ campaignId: campaign.id, version: 2, category: first!.code },
      ...{ weights, rules: RUBRIC_RULES },
    })
    const result = await openCampaign(ctx, organiser, { campaignId: campaign.id, version: 3 })
    expect(result).toMatchObject({ reason: 'blocked', facts: { codes: ['regulation-unsigned'] } })
    expect((await traceOf(campaign.id)).notices).toEqual([])
  })

  it('names the holes it finds and stays in preparation', async () => {
    const { campaign, organiser } = await aDraft()
    const [first] = campaign.regulation.categories
    const weights = { [first!.rubric.criteria[0]!.code]: '1' }
    await saveRubric(ctx, organiser, {
      ...{ campaignId: campaign.id, version: 1, category: first!.code },
      ...{ weights, rules: RUBRIC_RULES },
    })
    await adoptRegulation(ctx, organiser, { campaignId: campaign.id, version: 2 })
    expect(await openCampaign(ctx, organiser, { campaignId: campaign.id, version: 3 })).toMatchObject({
      reason: 'blocked',
      facts: { codes: ['weights-not-100'] },
    })
    const row = await test.owner.query(`SELECT phase FROM campaign WHERE id = $1`, [campaign.id])
    expect(row.rows).toEqual([{ phase: 'preparation' }])
  })

  it('opens once when the button is pressed twice at once', async () => {
    const { campaign, organiser } = await aDraft()
    await adoptRegulation(ctx, organiser, { campaignId: campaign.id, version: 1 })
    const both = await Promise.all(
      [1, 2].map(() => openCampaign(ctx, organiser, { campaignId: campaign.id, version: 2 })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const changes = await test.owner.query(`SELECT 1 FROM phase_change WHERE campaign_id = $1`, [campaign.id])
    expect(changes.rowCount).toBe(1)
  })

  it('is not for the secretariat, nor for the organiser of another campaign', async () => {
    const { campaign } = await aDraft()
    const clerk = await given.officer('secretariat', campaign.id)
    const other = await given.officer('organiser', (await given.campaign()).id)
    for (const actor of [clerk, other]) {
      expect(await openCampaign(ctx, actor, { campaignId: campaign.id, version: 1 })).toMatchObject({
        reason: 'not-found',
      })
    }
  })
})

describe('extendDeadline', () => {
  const reason = { ar: 'طلب الإدارات', fr: 'À la demande des administrations' }
  const request = (campaign: Awaited<ReturnType<typeof given.campaign>>, by: number) => ({
    campaignId: campaign.id,
    version: 1,
    closesAt: instant(campaign.regulation.calendar.nominationsClose + by),
    reason,
    moveFollowing: true,
  })

  it('makes a second frozen regulation with its dated notice, moves the closing, and tells everyone', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const organiser = await given.officer('organiser', campaign.id)
    const asked = request(campaign, 7 * 24 * HOUR)
    expect(await extendDeadline(ctx, organiser, asked)).toMatchObject({
      ok: true,
      value: { closesAt: asked.closesAt },
    })
    const rows = await test.owner.query(
      `SELECT r.number, r.state, r.notice, r.hash IS NOT NULL AS hashed, c.closes_at FROM campaign c JOIN regulation_version r ON r.campaign_id = c.id WHERE c.id = $1 ORDER BY number`,
      [campaign.id],
    )
    const closes_at = new Date(asked.closesAt)
    expect(rows.rows).toEqual([
      { number: 1, state: 'frozen', notice: null, hashed: true, closes_at },
      { number: 2, state: 'frozen', notice: reason, hashed: true, closes_at },
    ])
    const trace = await traceOf(campaign.id)
    expect(trace.entries).toEqual([{ act: 'deadlineExtended' }])
    expect(trace.notices[0]).toMatchObject({ notice: 'deadline-extended', facts: { reasonFr: reason.fr } })
  })

  it('refuses an earlier instant, a missing language, a passed deadline, and changes nothing', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const organiser = await given.officer('organiser', campaign.id)
    expect(await extendDeadline(ctx, organiser, request(campaign, -1))).toMatchObject({ reason: 'not-later' })
    expect(
      await extendDeadline(ctx, organiser, { ...request(campaign, HOUR), reason: { ar: '', fr: 'Motif' } }),
    ).toMatchObject({ reason: 'reason-required', fields: { 'reason.ar': 'errors.required' } })
    await test.setNow(campaign.regulation.calendar.nominationsClose)
    expect(await extendDeadline(ctx, organiser, request(campaign, HOUR))).toMatchObject({
      reason: 'deadline-passed',
    })
    expect(await traceOf(campaign.id)).toEqual({ entries: [], notices: [] })
  })

  it('extends once of two at once', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const organiser = await given.officer('organiser', campaign.id)
    const both = await Promise.all(
      [1, 2].map((days) => extendDeadline(ctx, organiser, request(campaign, days * 24 * HOUR))),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })
})
