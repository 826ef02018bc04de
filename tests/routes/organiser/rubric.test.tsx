import { beforeAll, describe, expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import * as criteriaRoute from '#app/routes/organiser/criteria.tsx'
import * as criterionRoute from '#app/routes/organiser/criterion.tsx'
import * as rubricRoute from '#app/routes/organiser/rubric.tsx'
import * as scoringRoute from '#app/routes/organiser/scoring.tsx'
import * as setupRoute from '#app/routes/organiser/setup.tsx'
import { RegulationArticles } from '#app/ui/public/regulation-articles.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeAll(() => test.setNow(GIVEN_OPENING))

async function aDraft() {
  const campaign = await given.campaign({ phase: 'preparation' })
  const actor = await given.officer('organiser', campaign.id)
  const cookie = await given.signedIn(actor.personId)
  const { code, rubric, slots } = campaign.regulation.categories[0]!
  const inRubric = { locale: 'fr', campaignId: campaign.id, code }
  const inCriterion = { ...inRubric, criterion: rubric.criteria[0]!.code }
  return { campaign, cookie, rubric, slots, inRubric, inCriterion }
}
const stored = async (campaignId: string): Promise<Regulation> => {
  const { rows } = await test.owner.query(
    'SELECT document FROM regulation_version WHERE campaign_id = $1 ORDER BY number DESC LIMIT 1',
    [campaignId],
  )
  return rows[0].document
}
const steps = (version: string, more: Readonly<Record<string, string>> = {}) => ({
  version,
  ...{ 'name.ar': 'الأثر', 'name.fr': 'Effet', 'scale.kind': 'grid', threshold: '10', commentAt: '0; 20' },
  ...{ 'scale.grid.min': '0', 'scale.grid.max': '20', 'scale.grid.step': '0,5' },
  ...{ 'scale.grid.lowest.ar': 'لا شيء', 'scale.grid.lowest.fr': 'Rien' },
  ...{ 'scale.grid.highest.ar': 'نموذجي', 'scale.grid.highest.fr': 'Exemplaire' },
  // The fields of the other way stand on the page too, and are left unread.
  ...{ 'scale.levels.0.points': 'peu', 'scale.levels.0.anchor.ar': '', 'scale.levels.0.anchor.fr': '' },
  ...more,
})
const rules = (version: string, weights: readonly string[], codes: readonly string[], more = {}) => ({
  version,
  ...Object.fromEntries(codes.map((code, at) => [`weights.${code}`, weights[at] ?? '0'])),
  ...{ missingPolicy: 'renormalise', totalThreshold: '3,5', commentRequiredAt: '1, 5', ...more },
})
const failureOf = (value: unknown) => (value as { failure: { fieldErrors: Record<string, string> } }).failure

describe('the rubric in preparation', () => {
  it('takes a criterion in steps and its rules, and says what it then means', async () => {
    const { campaign, cookie, rubric, inRubric, inCriterion } = await aDraft()
    const kept = await post(ctx, criterionRoute, steps('1'), inCriterion, cookie)
    expect([kept.status, kept.headers.get('location')]).toEqual([
      303,
      `/fr/organiser/campaigns/${campaign.id}/setup/categories/${inRubric.code}/rubric`,
    ])
    const before = await get(ctx, setupRoute, '/x', inRubric, cookie)
    expect(JSON.stringify(before.value)).toContain('scales-differ')
    const weights = rubric.criteria.map(({ weight }) => weight)
    const codes = rubric.criteria.map(({ code }) => code)
    const saved = await post(
      ctx,
      rubricRoute,
      rules('2', weights, codes, { normalised: 'on' }),
      inRubric,
      cookie,
    )
    expect(saved.status).toBe(303)
    const [first] = (await stored(campaign.id)).categories
    expect(first!.rubric).toMatchObject({
      ...{ missingPolicy: 'renormalise', ranges: 'normalised', totalThreshold: '3.5' },
      commentRequiredAt: [1, 5],
    })
    expect(first!.rubric.criteria[0]).toMatchObject({
      ...{ name: { fr: 'Effet' }, threshold: '10', commentAt: [0, 40], weight: weights[0] },
      grid: { min: '0', max: '20', step: '0.5' },
    })
    for (const locale of ['fr', 'ar'] as const) {
      const page = await get(ctx, rubricRoute, `/${locale}/x`, { ...inRubric, locale }, cookie)
      const html = renderPage(rubricRoute, { locale, value: page.value })
      expect(html).toContain(locale === 'fr' ? 'par pas de <bdi>0,5</bdi>' : 'بخطوة قدرها <bdi>0,5</bdi>')
      // Seven criteria brought to 0..1: the total lies between 0 and 7.
      expect(html).toContain(
        locale === 'fr' ? `Entre 0 et ${codes.length} pour cette grille` : `بين 0 و${codes.length}`,
      )
      const own = await get(ctx, criterionRoute, `/${locale}/x`, { ...inCriterion, locale }, cookie)
      const fields = renderPage(criterionRoute, { locale, value: own.value })
      expect(fields).toMatch(/value="0; 20"/)
      expect(fields).not.toMatch(/ style=|\{\{|\b(campaign|common|errors)\.[a-z]+\.[a-z]/)
    }
  })

  it('refuses a step that misses the end and rules that nobody can read, at their fields', async () => {
    const { campaign, cookie, rubric, inRubric, inCriterion } = await aDraft()
    const off = await post(ctx, criterionRoute, steps('1', { 'scale.grid.step': '0.3' }), inCriterion, cookie)
    expect(off.status).toBe(400)
    expect(failureOf(off.value).fieldErrors).toEqual({ 'scale.grid.step': 'errors.score.noScale' })
    const page = await get(ctx, criterionRoute, '/x', inCriterion, cookie)
    const html = renderPage(criterionRoute, { locale: 'fr', value: page.value, left: off.value as object })
    expect(html).toContain('Le pas ne mène pas du minimum au maximum')
    const codes = rubric.criteria.map(({ code }) => code)
    const wrong = await post(
      ctx,
      rubricRoute,
      rules('1', [], codes, { totalThreshold: 'x', missingPolicy: 'zéro', commentRequiredAt: '1, fort' }),
      inRubric,
      cookie,
    )
    expect(Object.keys(failureOf(wrong.value).fieldErrors).sort()).toEqual([
      'commentRequiredAt',
      'missingPolicy',
      'totalThreshold',
    ])
    expect(await stored(campaign.id)).toEqual(campaign.regulation)
  })

  it('adds a level between two others and takes one away, without script', async () => {
    const { campaign, cookie, rubric, inCriterion } = await aDraft()
    const row = (at: number, points: string, more: Readonly<Record<string, string>> = {}) => ({
      [`scale.levels.${at}.points`]: points,
      [`scale.levels.${at}.anchor.ar`]: 'وصف',
      [`scale.levels.${at}.anchor.fr`]: `vaut ${points}`,
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [`scale.levels.${at}.${name}`, text])),
    })
    const fields = {
      ...{
        version: '1',
        'name.ar': 'م',
        'name.fr': 'C',
        'scale.kind': 'levels',
        threshold: '',
        commentAt: '',
      },
      ...{ ...row(0, '0'), ...row(1, '50', { remove: 'on' }), ...row(2, '100'), ...row(3, '33.3') },
      ...{ 'scale.levels.4.points': '', 'scale.levels.4.anchor.ar': '', 'scale.levels.4.anchor.fr': '' },
    }
    expect((await post(ctx, criterionRoute, fields, inCriterion, cookie)).status).toBe(303)
    const [first] = (await stored(campaign.id)).categories[0]!.rubric.criteria
    expect(first!.levels.map(({ level, points, anchor }) => [level, points, anchor?.fr])).toEqual([
      [1, '0', 'vaut 0'],
      [2, '33.3', 'vaut 33.3'],
      [3, '100', 'vaut 100'],
    ])
    expect(rubric.criteria[0]!.levels).toHaveLength(5)
  })

  it('changes nothing once the rules are frozen, and a criterion that is not there is no page', async () => {
    const open = await given.campaign({ phase: 'nominations' })
    const actor = await given.officer('organiser', open.id)
    const cookie = await given.signedIn(actor.personId)
    const { code, rubric } = open.regulation.categories[0]!
    const params = { locale: 'fr', campaignId: open.id, code, criterion: rubric.criteria[0]!.code }
    const answer = await post(ctx, criterionRoute, steps('1'), params, cookie)
    expect(answer.status).toBe(409)
    expect(await stored(open.id)).toEqual(open.regulation)
    const absent = await get(ctx, criterionRoute, '/x', { ...params, criterion: 'absent' }, cookie)
    expect(absent.status).toBe(404)
  })

  it('keeps how sheets make a score, says it in words to everybody, and refuses what no rule is', async () => {
    const { campaign, cookie, inRubric } = await aDraft()
    const base = { version: '1', aggregate: 'trimmed', trimMinimumSheets: '5', decimals: '3' }
    const rule = { ...base, secondRoundPlaces: '3' }
    expect((await post(ctx, scoringRoute, rule, inRubric, cookie)).status).toBe(303)
    const regulation = await stored(campaign.id)
    expect(regulation.scoring).toMatchObject({
      ...{ aggregate: 'trimmed', trimMinimumSheets: 5, decimals: 3, secondRound: { places: 3 } },
    })
    for (const [locale, words] of [
      ['fr', 'moyenne sans les extrêmes, si chaque dossier de la catégorie a au moins 5 fiches'],
      ['fr', 'les 3 premières de chaque catégorie, ex æquo compris'],
      ['ar', 'إذا لم يقل عدد البطاقات في كل ملف من الصنف عن 5'],
      ['ar', 'يُعاد في كل صنف تنقيط الترشيحات التي لا تتجاوز رتبتها 3'],
    ] as const) {
      const Articles = {
        loader: () => null,
        default: () => <RegulationArticles {...{ regulation, slug: 'x' }} />,
      }
      expect(renderPage(Articles, { locale, value: null })).toContain(words)
    }
    const wrong = await post(
      ctx,
      scoringRoute,
      { ...rule, version: '2', aggregate: 'best', trimMinimumSheets: '2', secondRoundPlaces: '0' },
      inRubric,
      cookie,
    )
    expect(failureOf(wrong.value).fieldErrors).toEqual({
      aggregate: 'errors.choice',
      trimMinimumSheets: 'errors.numberRange',
      secondRoundPlaces: 'errors.numberRange',
    })
    const carried = { ...rule, version: '2', firstRoundPercent: '33,5' }
    expect((await post(ctx, scoringRoute, carried, inRubric, cookie)).status).toBe(303)
    const both = await stored(campaign.id)
    expect(both.scoring.secondRound).toEqual({ places: 3, firstRoundPercent: '33.5' })
    for (const [locale, words] of [
      ['fr', '33,5 % de la note du premier tour et 66,5 % de celle du second'],
      ['ar', '33,5 في المائة من نقطة الجولة الأولى و66,5 في المائة من نقطة الجولة الثانية'],
    ] as const) {
      const Articles = {
        loader: () => null,
        default: () => <RegulationArticles {...{ regulation: both, slug: 'x' }} />,
      }
      expect(renderPage(Articles, { locale, value: null }).replace(/[\u202f\u00a0]/g, ' ')).toContain(words)
    }
    for (const [typed, field, reason] of [
      [{ firstRoundPercent: '100' }, 'firstRoundPercent', 'errors.numberRange'],
      [{ firstRoundPercent: 'un tiers' }, 'firstRoundPercent', 'errors.number'],
      [{ firstRoundPercent: '30', secondRoundPlaces: '' }, 'secondRoundPlaces', 'errors.required'],
    ] as const) {
      const refused = await post(ctx, scoringRoute, { ...rule, version: '3', ...typed }, inRubric, cookie)
      expect(failureOf(refused.value).fieldErrors).toEqual({ [field]: reason })
    }
    // Left empty, the award has one round again.
    const single = { ...base, version: '3', secondRoundPlaces: '' }
    expect((await post(ctx, scoringRoute, single, inRubric, cookie)).status).toBe(303)
    expect((await stored(campaign.id)).scoring).not.toHaveProperty('secondRound')
  })
})

describe('the criteria of a rubric, without script', () => {
  it('are added, moved, removed and adopted by their buttons, and read on the page', async () => {
    const { campaign, cookie, rubric, inRubric } = await aDraft()
    const [first, second] = rubric.criteria.map(({ code }) => code)
    const act = (fields: Readonly<Record<string, string>>) =>
      post(ctx, criteriaRoute, fields, inRubric, cookie)
    const base = `/fr/organiser/campaigns/${campaign.id}/setup/categories/${inRubric.code}`
    const more = { 'name.ar': 'الاستعمال', 'name.fr': 'Usage', criterion: 'usage', weight: '7,5' }
    const added = await act({ intent: 'add', version: '1', ...more })
    expect(added.headers.get('location')).toBe(`${base}/rubric/usage`)
    const moved = await act({ intent: 'move', version: '2', criterion: first!, towards: 'end' })
    expect([moved.status, moved.headers.get('location')]).toEqual([303, `${base}/criteria`])
    expect((await act({ intent: 'remove', version: '3', criterion: first! })).status).toBe(303)
    expect((await act({ intent: 'adopt', version: '4' })).status).toBe(303)
    const kept = (await stored(campaign.id)).categories[0]!.rubric
    expect([kept.criteria[0]!.code, kept.criteria.at(-1)!.weight, kept.example]).toEqual([
      second,
      '7.5',
      false,
    ])
    for (const [locale, words] of [
      ['fr', 'a adopté cette grille'],
      ['ar', 'اعتمدت الجهة المنظمة هذه الشبكة'],
    ] as const) {
      const page = await get(ctx, criteriaRoute, `/${locale}/x`, { ...inRubric, locale }, cookie)
      const html = renderPage(criteriaRoute, { locale, value: page.value })
      expect(html).toContain(words)
      expect(html).toContain('usage')
      expect(html).not.toMatch(/ style=|\{\{|\b(campaign|common|errors)\.[a-z]+\.[a-z]/)
    }
  })

  it('say at its field what is refused, keep what was typed, and show no button once frozen', async () => {
    const { cookie, rubric, inRubric } = await aDraft()
    const taken = { 'name.ar': 'م', 'name.fr': 'Mien', criterion: rubric.criteria[0]!.code, weight: '5' }
    const refused = await post(
      ctx,
      criteriaRoute,
      { intent: 'add', version: '1', ...taken },
      inRubric,
      cookie,
    )
    expect([refused.status, failureOf(refused.value).fieldErrors]).toEqual([
      400,
      { criterion: 'errors.taken' },
    ])
    const page = await get(ctx, criteriaRoute, '/x', inRubric, cookie)
    const html = renderPage(criteriaRoute, { locale: 'fr', value: page.value, left: refused.value as object })
    expect(html).toContain('value="Mien"')
    const stale = await post(ctx, criteriaRoute, { intent: 'adopt', version: '9' }, inRubric, cookie)
    expect(stale.status).toBe(409)
    const open = await given.campaign({ phase: 'nominations' })
    const actor = await given.officer('organiser', open.id)
    const other = await given.signedIn(actor.personId)
    const frozen = await get(ctx, criteriaRoute, '/x', { ...inRubric, campaignId: open.id }, other)
    expect(renderPage(criteriaRoute, { locale: 'fr', value: frozen.value })).not.toContain('method="post"')
  })
})
