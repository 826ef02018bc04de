import { beforeAll, describe, expect, it } from 'vitest'
import * as calendarRoute from '#app/routes/organiser/calendar.tsx'
import * as campaignRoute from '#app/routes/organiser/campaign.tsx'
import * as extensionRoute from '#app/routes/organiser/extension.tsx'
import * as holidaysRoute from '#app/routes/organiser/holidays.tsx'
import * as namesRoute from '#app/routes/organiser/names.tsx'
import * as newRoute from '#app/routes/organiser/campaign-new.tsx'
import * as openingRoute from '#app/routes/organiser/opening.tsx'
import * as nominationsRoute from '#app/routes/organiser/nominations.tsx'
import * as participationRoute from '#app/routes/organiser/participation.tsx'
import * as phaseRoute from '#app/routes/organiser/phase.tsx'
import * as procedureRoute from '#app/routes/organiser/procedure.tsx'
import * as rubricRoute from '#app/routes/organiser/rubric.tsx'
import * as setupRoute from '#app/routes/organiser/setup.tsx'
import * as slotsRoute from '#app/routes/organiser/slots.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { get, post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)

beforeAll(() => test.setNow(GIVEN_OPENING))

async function aDraft() {
  const campaign = await given.campaign({ phase: 'preparation' })
  const actor = await given.officer('organiser', campaign.id)
  const cookie = await given.signedIn(actor.personId)
  return { campaign, cookie, params: { locale: 'fr', campaignId: campaign.id } }
}
const names = (fr: string) => ({
  version: '1',
  'awardName.ar': 'جائزة',
  'awardName.fr': fr,
  'organiser.ar': 'الوزارة',
  'organiser.fr': 'Ministère',
  'purposes.ar': 'الغاية',
  'purposes.fr': 'But',
})
const documentOf = async (campaignId: string): Promise<unknown> =>
  (await test.owner.query('SELECT document FROM regulation_version WHERE campaign_id = $1', [campaignId]))
    .rows[0].document
const failureOf = (value: unknown) => (value as { failure: Record<string, unknown> }).failure

describe('the pages of an organiser', () => {
  it('lead to sign-in without a session', async () => {
    const { params } = await aDraft()
    const answer = await get(ctx, setupRoute, '/fr/organiser/x', params)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/fr/account/sign-in')
  })

  it('do not exist for another campaign’s organiser, for an absent id, nor for a malformed one', async () => {
    const { params } = await aDraft()
    const { cookie } = await aDraft()
    for (const campaignId of [params.campaignId, crypto.randomUUID(), "1' OR 1=1"]) {
      for (const route of [
        setupRoute,
        campaignRoute,
        nominationsRoute,
        phaseRoute,
        openingRoute,
        extensionRoute,
      ]) {
        expect((await get(ctx, route, '/fr/x', { locale: 'fr', campaignId }, cookie)).status).toBe(404)
      }
    }
    expect((await post(ctx, namesRoute, names('x'), params, cookie)).status).toBe(404)
  })

  it('open for the organiser, each with its screen', async () => {
    const { params, cookie, campaign } = await aDraft()
    const code = campaign.regulation.categories[0]!.code
    for (const route of [
      setupRoute,
      campaignRoute,
      nominationsRoute,
      phaseRoute,
      openingRoute,
      namesRoute,
      calendarRoute,
    ]) {
      expect((await get(ctx, route, '/fr/x', params, cookie)).status).toBe(200)
    }
    for (const route of [rubricRoute, slotsRoute]) {
      expect((await get(ctx, route, '/fr/x', { ...params, code }, cookie)).status).toBe(200)
      expect((await get(ctx, route, '/fr/x', { ...params, code: 'absent' }, cookie)).status).toBe(404)
    }
  })
})

describe('what is typed', () => {
  it('comes back with its error, and nothing is stored', async () => {
    const { params, cookie } = await aDraft()
    const answer = await post(
      ctx,
      namesRoute,
      { ...names('Prix\u202E'), 'organiser.fr': 'x'.repeat(300) },
      params,
      cookie,
    )
    expect(answer.status).toBe(400)
    expect(failureOf(answer.value)).toMatchObject({
      fieldErrors: { 'awardName.fr': 'errors.bidi', 'organiser.fr': 'errors.tooLong' },
      typed: { 'awardName.ar': 'جائزة' },
    })
  })

  it('is saved, and leads back with one message', async () => {
    const { params, cookie } = await aDraft()
    const answer = await post(ctx, namesRoute, names('Prix'), params, cookie)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/fr/organiser/campaigns/${params.campaignId}/setup`)
    expect(answer.headers.get('set-cookie')).toContain('campaign.flash.saved')
  })

  it('is, of a holiday, a day in the draft; in force it asks for its reason, and keeps what was typed', async () => {
    const { params, cookie } = await aDraft()
    const typed = {
      ...{ version: '1', 'name.ar': 'عطلة', 'name.fr': 'Jour chômé', days: '2', state: 'confirmed' },
      ...{ 'first.day': '4', 'first.month': '5', 'first.year': '2026' },
    }
    const wrong = await post(
      ctx,
      holidaysRoute,
      { ...typed, 'first.day': '31', 'first.month': '2' },
      params,
      cookie,
    )
    expect(failureOf(wrong.value)).toMatchObject({ fieldErrors: { first: 'errors.date' } })
    expect((await post(ctx, holidaysRoute, typed, params, cookie)).status).toBe(303)
    const { holidays } = (await documentOf(params.campaignId)) as { holidays: { date: string }[] }
    expect(holidays.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-05-04', '2026-05-05']))
    const open = await given.campaign({ phase: 'nominations' })
    const organiser = await given.signedIn((await given.officer('organiser', open.id)).personId)
    const at = { locale: 'fr', campaignId: open.id }
    const silent = { ...typed, 'reason.ar': '', 'reason.fr': 'Communiqué' }
    const refused = await post(ctx, holidaysRoute, silent, at, organiser)
    expect(refused.status).toBe(400)
    expect(failureOf(refused.value)).toMatchObject({
      fieldErrors: { 'reason.ar': 'errors.required' },
      typed: { 'reason.fr': 'Communiqué', 'name.fr': 'Jour chômé' },
    })
    const said = { ...silent, 'reason.ar': 'بلاغ' }
    expect((await post(ctx, holidaysRoute, said, at, organiser)).status).toBe(303)
  })

  it('is, of the procedure, the days, the vote and the level, a blank box being no', async () => {
    const { params, cookie } = await aDraft()
    const typed = {
      ...{ version: '1', completionWorkingDays: '7', appealWorkingDays: '9', quorum: '1/2' },
      ...{ vote: 'open', majority: 'two_thirds', level: 'L1' },
    }
    const wrong = await post(ctx, procedureRoute, { ...typed, quorum: '3/2', vote: 'none' }, params, cookie)
    expect(wrong.status).toBe(400)
    expect(failureOf(wrong.value)).toMatchObject({ fieldErrors: { vote: 'errors.choice' } })
    const share = await post(ctx, procedureRoute, { ...typed, quorum: '3/2' }, params, cookie)
    expect(failureOf(share.value)).toMatchObject({ fieldErrors: { quorum: 'errors.share' } })
    expect((await post(ctx, procedureRoute, typed, params, cookie)).status).toBe(303)
    expect(await documentOf(params.campaignId)).toMatchObject({
      screening: { completionWorkingDays: 7, appealWorkingDays: 9 },
      deliberation: { quorum: '1/2', vote: 'open', majority: 'two_thirds', castingVote: false },
      publication: { level: 'L1', complaintDays: 60 },
    })
  })

  it('is, of the participation, the types of administration that were ticked and no others', async () => {
    const { params, cookie } = await aDraft()
    const typed = {
      ...{ version: '1', perAdministrationAndCategory: '1', minimumMonthsInService: '6' },
      ...{ evidenceFiles: '10', evidenceMegabytes: '20', videoSeconds: '180' },
    }
    const invented = { ...typed, administrationTypes: 'club' }
    expect((await post(ctx, participationRoute, invented, params, cookie)).status).toBe(400)
    const one = { ...typed, administrationTypes: 'commune' }
    expect((await post(ctx, participationRoute, one, params, cookie)).status).toBe(303)
    expect(await documentOf(params.campaignId)).toMatchObject({
      participation: { administrationTypes: ['commune'] },
    })
  })

  it('is kept when a colleague saved in between', async () => {
    const { params, cookie } = await aDraft()
    await post(ctx, namesRoute, names('Un'), params, cookie)
    const answer = await post(ctx, namesRoute, names('Deux'), params, cookie)
    expect(answer.status).toBe(409)
    expect(failureOf(answer.value)).toMatchObject({
      formError: { reason: 'stale-version' },
      typed: { 'awardName.fr': 'Deux' },
    })
  })

  it('names a day that does not exist at its boxes, and an hour that does not at its own, both at once', async () => {
    const { cookie } = await aDraft()
    const fields = { source: 'template', year: '2027', slug: 'edition-x', editionNumber: '' }
    const opensAt = {
      'opensAt.day': '30',
      'opensAt.month': '2',
      'opensAt.year': '2027',
      'opensAt.time': '09:00',
    }
    const answer = await post(ctx, newRoute, { ...fields, ...opensAt }, { locale: 'fr' }, cookie)
    expect(answer.status).toBe(400)
    expect(failureOf(answer.value).fieldErrors).toEqual({ 'opensAt.day': 'errors.date' })
    const both = { ...fields, ...opensAt, 'opensAt.time': '25:00' }
    const twice = await post(ctx, newRoute, both, { locale: 'fr' }, cookie)
    expect(failureOf(twice.value).fieldErrors).toEqual({
      ...{ 'opensAt.day': 'errors.date', 'opensAt.time': 'errors.time' },
    })
    const right = await post(
      ctx,
      newRoute,
      { ...fields, ...opensAt, 'opensAt.day': '1', 'opensAt.month': '3' },
      { locale: 'fr' },
      cookie,
    )
    expect(right.status).toBe(303)
  })

  it('adds, keeps and removes prizes by their rows', async () => {
    const { params, cookie, campaign } = await aDraft()
    const { code, slots } = campaign.regulation.categories[0]!
    const row = (index: number, values: Record<string, string>) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`slots.${index}.${name}`, value]))
    const first = slots[0]!
    const fields = {
      version: '1',
      ...row(0, {
        code: first.code,
        type: first.type,
        'label.ar': 'جائزة',
        'label.fr': 'Prix',
        mayBeShared: 'on',
        advisoryThreshold: '70,5',
      }),
      ...row(1, {
        code: 'encouragement',
        type: 'encouragement',
        'label.ar': 'ج',
        'label.fr': 'P',
        remove: 'on',
        advisoryThreshold: '',
      }),
      ...row(2, { code: '', type: 'other', 'label.ar': '', 'label.fr': '', advisoryThreshold: '' }),
    }
    expect((await post(ctx, slotsRoute, fields, { ...params, code }, cookie)).status).toBe(303)
    const stored = await test.owner.query(
      `SELECT document->'categories'->0->'slots' AS slots FROM regulation_version WHERE campaign_id = $1`,
      [campaign.id],
    )
    expect(stored.rows[0].slots).toEqual([
      {
        code: first.code,
        type: first.type,
        label: { ar: 'جائزة', fr: 'Prix' },
        mayBeShared: true,
        mayBeWithheld: false,
        advisoryThreshold: '70.5',
      },
    ])
  })
})
