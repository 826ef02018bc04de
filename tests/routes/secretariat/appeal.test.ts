import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import * as mine from '#app/routes/applicant/appeal.tsx'
import * as desk from '#app/routes/secretariat/appeal.tsx'
import type { Context } from '#app/services/context.ts'
import { htmlOf } from '#tests/routes/jury/page.tsx'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'
import { aRefusal } from '#tests/services/screening/a-refusal.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
beforeEach(() => test.setNow(DAY_OF_WORK))
const t = createTranslator('fr')

function args(actor: Actor, nominationId: string, fields?: string[][]) {
  const session = { actor, sessionId: 's', email: 'x@example.ma', emailVerified: true, totpEnrolled: true }
  const memo = new Map<string, Promise<unknown>>([['session', Promise.resolve(session)]])
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }
  return {
    request: new Request('http://127.0.0.1:3000/fr/page', init),
    params: { locale: 'fr', nominationId },
    context: { app: ctx, nonce: 'n', requestId: 'r', address: null, memo },
  } as unknown as ActionFunctionArgs
}
type Left = { data: { failure: FormFailure }; init: { status: number } }
/** What a page shows to somebody, after what its action left if it refused. */
const shown = async (page: typeof mine | typeof desk, actor: Actor, id: string, left?: Left) =>
  htmlOf(page.default, { data: await page.loader(args(actor, id)), actionData: left?.data })
const post = (page: typeof mine | typeof desk, actor: Actor, id: string, fields: string[][]) =>
  page.action(args(actor, id, fields)) as Promise<Left & Response>

it('takes an appeal, an answer and its validation by form posts alone, and loses no text on the way', async () => {
  const { id, until, first, third, fourth, signatory, editor } = await aRefusal(
    test,
    ctx,
    createScene(test, ctx),
  )
  expect(await shown(mine, signatory, id)).toContain('name="grounds"')
  const asEditor = await shown(mine, editor, id)
  expect(asEditor).not.toContain('name="grounds"')
  expect(asEditor).toContain(t('appeal.noneForEditor').slice(0, 30))

  const empty = await post(mine, signatory, id, [['grounds', ' ']])
  expect(empty).toMatchObject({
    init: { status: 400 },
    data: { failure: { fieldErrors: { grounds: 'errors.required' } } },
  })
  await test.setNow(until)
  const late = await post(mine, signatory, id, [['grounds', 'Le service est ouvert depuis mars.']])
  expect(late).toMatchObject({ init: { status: 409 } })
  const lost = await shown(mine, signatory, id, late)
  expect(lost).toContain('Le service est ouvert depuis mars.')
  expect(lost).toContain(t('appeal.reason.window-closed'))
  await test.setNow(DAY_OF_WORK)
  expect(await post(mine, signatory, id, [['grounds', 'Ouvert depuis mars.']])).toMatchObject({ status: 303 })
  expect(await shown(mine, signatory, id)).toMatch(/RI-20\d\d-0001/)

  const answer = [
    ['outcome', 'upheld'],
    ['reasons', 'fact-mistaken'],
    ['answer', 'Ouvert, en effet.'],
  ]
  expect(await shown(desk, first, id)).toContain(t('appeal.tookPart').slice(0, 40))
  const refused = await post(desk, first, id, answer)
  expect(refused).toMatchObject({ init: { status: 403 } })
  const unfit = await post(desk, third, id, [['outcome', 'dismissed'], ...answer.slice(1)])
  expect(unfit).toMatchObject({ init: { status: 400 } })
  const again = await shown(desk, third, id, unfit)
  expect(again).toContain('Ouvert, en effet.')
  expect(again).toContain(t('appeal.reasonUnfit'))
  expect(await post(desk, third, id, answer)).toMatchObject({ status: 303 })
  const second = await shown(desk, fourth, id)
  const answerId = /name="answerId" value="([^"]+)"/.exec(second)?.[1] ?? ''
  expect(await shown(mine, signatory, id)).not.toContain('Ouvert, en effet.')
  const settle = (intent: string) => [
    ['intent', intent],
    ['answerId', answerId],
    ['note', ''],
  ]
  expect(await post(desk, fourth, id, settle('return'))).toMatchObject({ init: { status: 400 } })
  expect(await post(desk, fourth, id, settle('validate'))).toMatchObject({ status: 303 })
  const told = await shown(mine, signatory, id)
  for (const said of ['Ouvert, en effet.', t('appeal.outcome.upheld'), t('appeal.reasons.fact-mistaken')])
    expect(told).toContain(said)
})
