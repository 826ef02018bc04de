import { beforeAll, beforeEach, expect, it } from 'vitest'
import { loadAnswers, loadRescued } from '#app/adapters/db/answers.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Context } from '#app/services/context.ts'
import { mergeAnswer } from '#app/services/nomination/merge-answer.ts'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { createScene, DAY_OF_WORK, NOWHERE } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))
const FIELD = 'problem.fr'
const LEFT_NOTHING = { entries: [], notices: [] }

/** A draft whose field two colleagues wrote in at once: one text stands, the other was kept beside it. */
async function conflict() {
  const stage = await scene.stage({ complete: false })
  const nominationId = stage.nomination.id
  const save = (actor: typeof stage.editor, value: string) =>
    saveAnswers(ctx, actor, { nominationId, typed: [{ field: FIELD, value, version: 0 }] })
  await save(stage.editor, 'Premier texte')
  await save(stage.signatory, 'Second texte')
  const [rescued] = await loadRescued(ctx.db.applicant, nominationId)
  const input = { nominationId, rescuedId: rescued!.id, field: FIELD }
  const standing = async () =>
    (await loadAnswers(ctx.db.applicant, nominationId)).find(({ field }) => field === FIELD)
  const open = () => loadRescued(ctx.db.applicant, nominationId)
  return { ...stage, nominationId, input, standing, open }
}
const chosen = (value: string, version = 1) => ({ value, version })
const sent = (value: string) => ({ field: FIELD, ...chosen(value) })

it('takes the text that the team chose, closes the conflict and says both in the log', async () => {
  const of = await conflict()
  const merge = () => mergeAnswer(ctx, of.editor, { ...of.input, chosen: chosen('Les deux textes') })
  expect(await leftBy(scene.given, merge)).toMatchObject({
    ...{ result: { ok: true, value: { field: FIELD } } },
    ...{ entries: ['answersSaved', 'conflictSettled'], notices: [] },
  })
  expect(await of.standing()).toMatchObject({ value: 'Les deux textes', version: 2 })
  expect(await of.open()).toEqual([])
  const { rows } = await test.owner.query(`SELECT facts FROM audit_entry WHERE act = 'conflictSettled'`)
  expect(rows).toEqual([{ facts: expect.objectContaining({ field: FIELD, rescued: of.input.rescuedId }) }])
})

it('leaves the standing text where nothing was chosen, once of two that meet before either writes', async () => {
  const of = await conflict()
  const settle = () => mergeAnswer(ctx, of.signatory, { ...of.input, chosen: null })
  const left = await leftBy(scene.given, () => oneOfTwo('already-merged', settle))
  expect(left).toMatchObject({ entries: ['conflictSettled'], notices: [] })
  expect(await of.standing()).toMatchObject({ value: 'Premier texte', version: 1 })
  expect(await of.open()).toEqual([])
})

it('keeps the conflict open, and both texts, where a third hand wrote meanwhile', async () => {
  const of = await conflict()
  await saveAnswers(ctx, of.editor, { nominationId: of.nominationId, typed: [sent('Troisième texte')] })
  const late = await mergeAnswer(ctx, of.signatory, { ...of.input, chosen: chosen('Les deux textes') })
  expect(late).toMatchObject({ ok: false, reason: 'field-changed' })
  expect(await of.standing()).toMatchObject({ value: 'Troisième texte' })
  const kept = (await of.open()).map(({ value }) => value)
  expect(kept).toEqual(expect.arrayContaining(['Second texte', 'Les deux textes']))
})

it('takes one of two choices at once, and keeps the other apart as a new conflict', async () => {
  const of = await conflict()
  const texts = ['Choix de la saisie', 'Choix de la signataire']
  const choose = (which: 0 | 1) =>
    mergeAnswer(ctx, [of.editor, of.signatory][which]!, { ...of.input, chosen: chosen(texts[which]!) })
  const left = await leftBy(scene.given, () => oneOfTwo('already-merged', choose, test))
  expect([...left.entries].sort()).toEqual(['answersSaved', 'answersSaved', 'conflictSettled'])
  const standing = await of.standing()
  expect(standing?.version).toBe(2)
  expect([standing?.value, ...(await of.open()).map(({ value }) => value)].sort()).toEqual(texts)
})

it('says that a colleague has chosen, and keeps no second copy of the very text that stands', async () => {
  const of = await conflict()
  const merge = () => mergeAnswer(ctx, of.editor, { ...of.input, chosen: chosen('Les deux textes') })
  expect(await merge()).toMatchObject({ ok: true })
  expect(await leftBy(scene.given, merge)).toMatchObject({
    ...{ result: { ok: false, reason: 'already-merged' }, ...LEFT_NOTHING },
  })
  expect(await of.open()).toEqual([])
})

it('keeps apart what was chosen after the closing, and settles nothing', async () => {
  const of = await conflict()
  const { closesAt } = (await loadNomination(ctx.db.applicant, of.nominationId, 'read'))!
  await test.setNow(closesAt)
  const late = await leftBy(scene.given, () =>
    mergeAnswer(ctx, of.editor, { ...of.input, chosen: chosen('Trop tard') }),
  )
  expect(late).toMatchObject({ result: { ok: false, reason: 'deadline-passed' }, ...LEFT_NOTHING })
  expect(await of.standing()).toMatchObject({ value: 'Premier texte', version: 1 })
  expect((await of.open()).map(({ value }) => value).sort()).toEqual(['Second texte', 'Trop tard'])
})

const control = `Sab${String.fromCodePoint(7)}il`
it.each([
  ['a stranger', 'not-found', {}],
  ['an unknown text', 'not-found', { rescuedId: NOWHERE }],
  ['a text of another field', 'not-found', { field: 'users.fr' }],
  ['a control sign', 'unreadable-text', { chosen: chosen(control) }],
  ['rows where a text belongs', 'unreadable-text', { chosen: { value: [], version: 1 } }],
])('refuses %s with %s, saves nothing and settles nothing', async (fault, reason, over) => {
  const of = await conflict()
  const actor = fault === 'a stranger' ? await scene.stranger() : of.editor
  const refused = await leftBy(scene.given, () =>
    mergeAnswer(ctx, actor, { ...of.input, chosen: chosen('Les deux textes'), ...over }),
  )
  expect(refused).toMatchObject({ result: { ok: false, reason }, ...LEFT_NOTHING })
  expect(await of.open()).toHaveLength(1)
  expect(await of.standing()).toMatchObject({ value: 'Premier texte', version: 1 })
})
