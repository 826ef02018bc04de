import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadAnswers, loadPartners, loadRescued } from '#app/adapters/db/answers.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, NOWHERE } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const one = (field: string, value: string, version = 0) => [{ field, value, version }]
const answerOf = async (id: string, field: string) =>
  (await loadAnswers(ctx.db.applicant, id)).find((answer) => answer.field === field)

describe('saveAnswers', () => {
  it('stores what changed, raises its version, copies the title and writes one entry', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const typed = [
      ...one('title.fr', ' Sabil '),
      ...one('title.ar', 'سبيل'),
      ...one('url', 'not yet an address'),
    ]
    const result = await saveAnswers(ctx, editor, { nominationId: nomination.id, typed })
    expect(result).toMatchObject({
      ok: true,
      value: { marks: { url: expect.stringMatching(/^1-[0-9a-f]{16}$/) }, conflicts: [] },
    })
    expect(await answerOf(nomination.id, 'url')).toMatchObject({ value: 'not yet an address', version: 1 })
    const { rows } = await test.owner.query('SELECT title, version FROM nomination WHERE id = $1', [
      nomination.id,
    ])
    expect(rows[0]).toEqual({ title: { ar: 'سبيل', fr: 'Sabil' }, version: 1 })
    expect(await scene.entriesAbout(nomination.id)).toEqual(['answersSaved'])
    await saveAnswers(ctx, editor, { nominationId: nomination.id, typed: one('title.fr', 'Sabil', 1) })
    expect(await scene.entriesAbout(nomination.id)).toEqual(['answersSaved'])
  })

  it('stores until one millisecond before the closing, then keeps what was typed apart', async () => {
    const { editor, nomination, closesAt } = await scene.stage({ complete: false })
    const save = (text: string, version: number) =>
      saveAnswers(ctx, editor, { nominationId: nomination.id, typed: one('users.fr', text, version) })
    await test.setNow(instant(closesAt - 1))
    expect((await save('À temps', 0)).ok).toBe(true)
    await test.setNow(closesAt)
    expect(await save('Trop tard', 1)).toMatchObject({ ok: false, reason: 'deadline-passed' })
    expect(await answerOf(nomination.id, 'users.fr')).toMatchObject({ value: 'À temps', version: 1 })
    expect(await loadRescued(ctx.db.applicant, nomination.id)).toMatchObject([{ value: 'Trop tard' }])
  })

  it('keeps both texts when a colleague was quicker, and the losing one only once', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    const save = (actor: typeof editor, text: string, version: number) =>
      saveAnswers(ctx, actor, { nominationId: nomination.id, typed: one('problem.fr', text, version) })
    await save(editor, 'Premier texte', 0)
    const late = await save(signatory, 'Second texte', 0)
    expect(late).toMatchObject({
      ok: true,
      value: {
        outcomes: { 'problem.fr': 'field-changed' },
        conflicts: [
          {
            field: 'problem.fr',
            mine: 'Second texte',
            theirs: 'Premier texte',
            theirVersion: 1,
            theirsBy: editor.personId,
          },
        ],
      },
    })
    await save(signatory, 'Second texte', 0)
    expect(await answerOf(nomination.id, 'problem.fr')).toMatchObject({ value: 'Premier texte', version: 1 })
    expect(await loadRescued(ctx.db.applicant, nomination.id)).toMatchObject([
      { field: 'problem.fr', value: 'Second texte', personId: signatory.personId },
    ])
  })

  it('lets exactly one of two saves at once win and loses no text', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    for (let round = 0; round < 10; round += 1) {
      const before = await answerOf(nomination.id, 'users.fr')
      const texts = [`A${round}`, `B${round}`]
      const results = await Promise.all(
        [editor, signatory].map((actor, index) =>
          saveAnswers(ctx, actor, {
            nominationId: nomination.id,
            typed: one('users.fr', texts[index] ?? '', before?.version ?? 0),
          }),
        ),
      )
      expect(results.filter((result) => result.ok && result.value.conflicts.length === 0)).toHaveLength(1)
      const stored = (await answerOf(nomination.id, 'users.fr'))?.value
      const rescued = (await loadRescued(ctx.db.applicant, nomination.id)).map(({ value }) => value)
      expect(texts.every((text) => stored === text || rescued.includes(text))).toBe(true)
    }
  })

  it('takes an untouched field for untouched, and never lets it overwrite a newer text', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    const first = await saveAnswers(ctx, editor, {
      nominationId: nomination.id,
      typed: one('users.fr', 'Ancien'),
    })
    const [version = '', mark = ''] = (first.ok ? (first.value.marks['users.fr'] ?? '') : '').split('-')
    await saveAnswers(ctx, signatory, { nominationId: nomination.id, typed: one('users.fr', 'Nouveau', 1) })
    const untouched = { field: 'users.fr', value: 'Ancien\r\n'.trim(), version: Number(version), mark }
    const again = await saveAnswers(ctx, editor, { nominationId: nomination.id, typed: [untouched] })
    expect(again).toMatchObject({
      ok: true,
      value: { outcomes: { 'users.fr': 'unchanged' }, conflicts: [], marks: {} },
    })
    expect((await answerOf(nomination.id, 'users.fr'))?.value).toBe('Nouveau')
    expect(await loadRescued(ctx.db.applicant, nomination.id)).toEqual([])
  })

  it('tells a save that is sent again the version that it made, so that the next is no conflict with itself', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const save = (text: string, version: number) =>
      saveAnswers(ctx, editor, { nominationId: nomination.id, typed: one('users.fr', text, version) })
    const first = await save('Premier', 0)
    const again = await save('Premier', 0)
    if (!first.ok || !again.ok) expect.fail('a save was refused')
    expect(again.value.marks).toEqual(first.value.marks)
    const version = Number(again.value.marks['users.fr']?.split('-')[0])
    expect(await save('Second', version)).toMatchObject({ ok: true, value: { conflicts: [] } })
    expect(await answerOf(nomination.id, 'users.fr')).toMatchObject({ value: 'Second', version: 2 })
    expect(await scene.entriesAbout(nomination.id)).toEqual(['answersSaved', 'answersSaved'])
  })

  it('keeps what came after the dossier was frozen', async () => {
    const { editor, nomination } = await scene.stage()
    await requestVisa(ctx, editor, await scene.seen(nomination.id))
    const typed = [...one('impact.fr', 'Une phrase de plus', 1), ...one('url', 'https://sabil.example.ma', 1)]
    const late = await saveAnswers(ctx, editor, { nominationId: nomination.id, typed })
    expect(late).toMatchObject({ ok: false, reason: 'awaiting-visa' })
    expect((await answerOf(nomination.id, 'impact.fr'))?.version).toBe(1)
    expect(await loadRescued(ctx.db.applicant, nomination.id)).toMatchObject([
      { field: 'impact.fr', value: 'Une phrase de plus' },
    ])
  })

  it('stores the test account encrypted, and a blank one leaves it as it was', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    await saveAnswers(ctx, editor, {
      nominationId: nomination.id,
      typed: one('accessAccount', 'jury / motdepasse'),
    })
    const stored = (await answerOf(nomination.id, 'accessAccount'))?.value
    expect(String(stored)).not.toContain('motdepasse')
    expect(ctx.crypto.unseal('test-account', nomination.id, String(stored))).toEqual({
      ok: true,
      value: 'jury / motdepasse',
    })
    await saveAnswers(ctx, editor, { nominationId: nomination.id, typed: one('accessAccount', '', 1) })
    expect((await answerOf(nomination.id, 'accessAccount'))?.value).toBe(stored)
  })

  it('ties a partner to the administration whose official name was typed', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const partner = await scene.given.administration({ name: { ar: 'وكالة الماء', fr: "Agence de l'eau" } })
    const typed = [{ field: 'partners', value: ["agence de l'EAU", 'Association des usagers'], version: 0 }]
    await saveAnswers(ctx, editor, { nominationId: nomination.id, typed })
    expect(await loadPartners(ctx.db.applicant, nomination.id)).toMatchObject([
      { administrationId: partner.id, name: { fr: "Agence de l'eau" } },
      { administrationId: null, name: { fr: 'Association des usagers' } },
    ])
  })

  it.each([
    ['title.fr', 'Sab\u202Eil', 'bidi-control'],
    ['title.fr', 'Sab\u0000il', 'control-character'],
    ['problem.fr', 'x'.repeat(50_001), 'too-long'],
    ['team', 'not a table', 'wrong-shape'],
    ['status', 'admissible', 'unknown-field'],
    ['__proto__', 'x', 'unknown-field'],
  ])('does not store %s = %j and says %s', async (field, value, outcome) => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const result = await saveAnswers(ctx, editor, { nominationId: nomination.id, typed: one(field, value) })
    expect(result.ok && Object.values(result.value.outcomes)).toEqual([outcome])
    expect(await scene.count('answer', 'nomination_id = $1', [nomination.id])).toBe(0)
  })

  it.each([
    ['stranger', 'not-found'],
    ['absent', 'not-found'],
    ['secretariat', 'not-found'],
    ['withdrawn', 'withdrawn'],
    ['submitted', 'not-editable'],
    ['evaluation', 'wrong-phase'],
    ['at the closing', 'deadline-passed'],
    ['one millisecond late', 'deadline-passed'],
  ])('refuses %s with %s and stores nothing', async (fault, reason) => {
    const state = fault === 'withdrawn' || fault === 'submitted' ? fault : 'draft'
    const { editor, nomination, campaign, closesAt } = await scene.stage({ complete: false, state })
    if (fault === 'at the closing') await test.setNow(closesAt)
    if (fault === 'one millisecond late') await test.setNow(instant(closesAt + 1))
    if (fault === 'evaluation')
      await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [campaign.id])
    const by =
      fault === 'stranger'
        ? await scene.stranger()
        : fault === 'secretariat'
          ? await scene.given.officer('secretariat', campaign.id)
          : editor
    const nominationId = fault === 'absent' ? NOWHERE : nomination.id
    const result = await saveAnswers(ctx, by, { nominationId, typed: one('title.fr', 'X') })
    expect(result).toMatchObject({ ok: false, reason })
    expect(await scene.count('answer', 'nomination_id = $1', [nomination.id])).toBe(0)
    expect(await scene.entriesAbout(nomination.id)).toEqual([])
  })
})
