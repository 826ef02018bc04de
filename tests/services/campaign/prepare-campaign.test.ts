import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { prepareCampaign } from '#app/services/campaign/prepare-campaign.ts'
import { reviseNames } from '#app/services/campaign/revise-names.ts'
import { complaintDesk } from '#app/queries/secretariat/complaints.ts'
import { saveComplaintRule } from '#app/services/campaign/save-complaint-rule.ts'
import { saveArticle } from '#app/services/campaign/save-article.ts'
import { saveRubric } from '#app/services/campaign/save-rubric.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { RUBRIC_RULES } from '#tests/support/builders/regulation.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const start = (slug: string) => ({
  year: 2027,
  slug,
  editionNumber: 20,
  opensAt: instant(Date.UTC(2027, 1, 1, 9)),
  source: 'template' as const,
})
const names = (fr: string) => ({
  awardName: { ar: 'جائزة', fr },
  organiser: { ar: 'الوزارة', fr: 'Ministère' },
  purposes: { ar: 'الغاية', fr: 'But' },
})

beforeAll(() => test.setNow(GIVEN_OPENING))

describe('prepareCampaign', () => {
  it('makes a draft from the template and gives it to the organiser who began it', async () => {
    const earlier = await given.campaign({ phase: 'published' })
    const organiser = await given.officer('organiser', earlier.id)
    const result = await prepareCampaign(ctx, organiser, start('edition-2027'))
    if (!result.ok) throw new Error(result.reason)
    const { campaignId } = result.value
    const rows = await test.owner.query(
      `SELECT c.phase, c.slug, c.closes_at, r.state, r.number, r.hash FROM campaign c JOIN regulation_version r ON r.campaign_id = c.id WHERE c.id = $1`,
      [campaignId],
    )
    expect(rows.rows).toEqual([
      { phase: 'preparation', slug: 'edition-2027', closes_at: null, state: 'draft', number: 1, hash: null },
    ])
    const grants = await given.actor(organiser.personId)
    expect(grants.grants).toContainEqual({ role: 'organiser', campaignId })
    const { entries } = await given.trace()
    expect(entries).toEqual(['campaignPrepared'])
  })

  it('copies the frozen rules of an earlier campaign', async () => {
    const earlier = await given.campaign({ phase: 'published' })
    const organiser = await given.officer('organiser', earlier.id)
    const result = await prepareCampaign(ctx, organiser, {
      ...start('copy-2027'),
      source: { campaignId: earlier.id },
    })
    if (!result.ok) throw new Error(result.reason)
    const row = await test.owner.query(`SELECT document FROM regulation_version WHERE campaign_id = $1`, [
      result.value.campaignId,
    ])
    expect(row.rows[0].document.articles).toEqual(earlier.regulation.articles)
    expect(row.rows[0].document.calendar.nominationsOpen).toBe(Date.UTC(2027, 1, 1, 9))
  })

  it('gives one of two campaigns begun at once the address, and refuses the other', async () => {
    const organiser = await given.officer('organiser', (await given.campaign()).id)
    const both = await Promise.all([
      prepareCampaign(ctx, organiser, start('twice')),
      prepareCampaign(ctx, organiser, start('twice')),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({
      reason: 'slug-taken',
      fields: { slug: 'errors.taken' },
    })
  })

  it('refuses an applicant, an unreadable address and an unknown source, and changes nothing', async () => {
    const before = await given.trace()
    const applicant = await given.applicant((await given.administration()).id)
    const organiser = await given.officer('organiser', (await given.campaign()).id)
    expect(await prepareCampaign(ctx, applicant, start('no'))).toMatchObject({ reason: 'wrong-role' })
    expect(await prepareCampaign(ctx, organiser, start('Pas Lisible'))).toMatchObject({
      reason: 'slug-unreadable',
    })
    expect(
      await prepareCampaign(ctx, organiser, {
        ...start('x'),
        source: { campaignId: '00000000-0000-4000-8000-000000000000' },
      }),
    ).toMatchObject({ reason: 'source-not-found' })
    expect(await given.trace()).toEqual(before)
  })
})

describe('the edits of a draft', () => {
  it('store the new wording with its digests, and count a version', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', campaign.id)
    const result = await reviseNames(ctx, organiser, {
      campaignId: campaign.id,
      version: 1,
      ...names('Prix'),
    })
    expect(result).toMatchObject({ ok: true, value: { version: 2 } })
    const row = await test.owner.query(
      `SELECT c.version, c.award_name, r.document->'awardName' AS name, r.adopted_hash FROM campaign c JOIN regulation_version r ON r.campaign_id = c.id WHERE c.id = $1`,
      [campaign.id],
    )
    const expected = { ar: 'جائزة', fr: 'Prix' }
    expect(row.rows).toEqual([{ version: 2, award_name: expected, name: expected, adopted_hash: null }])
    const entry = await test.owner.query(`SELECT act, facts FROM audit_entry WHERE campaign_id = $1`, [
      campaign.id,
    ])
    expect(entry.rows).toHaveLength(1)
    expect(entry.rows[0]).toMatchObject({ act: 'regulationRevised', facts: { part: 'names' } })
    expect(entry.rows[0].facts.before).not.toBe(entry.rows[0].facts.after)
  })

  it('set the days of complaints: thirty for the desk while no rule says so, none once the edition is open', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', campaign.id)
    const target = async (campaignId: string) => {
      const desk = await complaintDesk(ctx, organiser, campaignId, { view: 'open', after: null })
      return desk.ok ? desk.value.targetDays : desk.reason
    }
    const phased = (phase: string) =>
      test.owner.query('UPDATE campaign SET phase = $2 WHERE id = $1', [campaign.id, phase])
    expect(campaign.regulation.publication).not.toHaveProperty('complaintTargetDays')
    await phased('nominations')
    expect(await target(campaign.id)).toBe(30)
    const input = { campaignId: campaign.id, days: { complaintDays: 45, complaintTargetDays: 15 } }
    expect(await saveComplaintRule(ctx, organiser, { ...input, version: 1 })).toMatchObject({ ok: false })
    await phased('preparation')
    expect(await saveComplaintRule(ctx, organiser, { ...input, version: 1 })).toMatchObject({ ok: true })
    const { rows } = await test.owner.query(
      `SELECT document->'publication' AS publication FROM regulation_version WHERE campaign_id = $1`,
      [campaign.id],
    )
    expect(rows[0].publication).toMatchObject(input.days)
    await phased('nominations')
    expect(await target(campaign.id)).toBe(15)
  })

  it('let one of two edits of the same version through, so that neither overwrites the other unseen', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', campaign.id)
    const both = await Promise.all(
      ['Un', 'Deux'].map((fr) =>
        reviseNames(ctx, organiser, { campaignId: campaign.id, version: 1, ...names(fr) }),
      ),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version', facts: { version: 2 } })
  })

  it('refuse a frozen regulation, a stranger and an unknown article, and change nothing', async () => {
    const open = await given.campaign({ phase: 'nominations' })
    const draft = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', open.id)
    await given.grant({ person: organiser.personId, role: 'organiser', campaign: draft.id })
    const both = await given.actor(organiser.personId)
    const stranger = await given.officer('organiser', (await given.campaign()).id)
    const before = await given.trace()
    const edit = { version: 1, ...names('x') }
    expect(await reviseNames(ctx, both, { campaignId: open.id, ...edit })).toMatchObject({
      reason: 'wrong-phase',
    })
    expect(await reviseNames(ctx, stranger, { campaignId: draft.id, ...edit })).toMatchObject({
      reason: 'not-found',
    })
    const text = { ar: 'نص', fr: 'Texte' }
    expect(
      await saveArticle(ctx, both, { campaignId: draft.id, version: 1, number: 99, title: text, text }),
    ).toMatchObject({ reason: 'unknown-article' })
    expect(await given.trace()).toEqual(before)
  })

  it('keep weights that do not make 100 as typed, because the check names them and the gate refuses them', async () => {
    const campaign = await given.campaign({ phase: 'preparation' })
    const organiser = await given.officer('organiser', campaign.id)
    const category = campaign.regulation.categories[0]!
    const criterion = category.rubric.criteria[0]!.code
    const save = (weight: string) =>
      saveRubric(ctx, organiser, {
        campaignId: campaign.id,
        version: 1,
        category: category.code,
        weights: { [criterion]: weight },
        rules: RUBRIC_RULES,
      })
    expect(await save('beaucoup')).toMatchObject({
      reason: 'unreadable-weight',
      fields: { [`weights.${criterion}`]: 'errors.number' },
    })
    expect(await save('1')).toMatchObject({ ok: true })
  })
})
