import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, it } from 'vitest'
import { loadRescued } from '#app/adapters/db/answers.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import * as merge from '#app/routes/applicant/merge.tsx'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import { htmlOf } from '#tests/routes/jury/page.tsx'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const ctx = await testContext(test)
const scene = createScene(test, ctx)

function args(actor: Actor, nominationId: string, body?: URLSearchParams) {
  const session = { actor, sessionId: 's', email: 'x@example.ma', emailVerified: true, totpEnrolled: true }
  return {
    request: new Request('http://127.0.0.1:3000/fr/applicant', body ? { method: 'POST', body } : {}),
    params: { locale: 'fr', nominationId },
    context: {
      ...{ app: ctx, nonce: 'n', requestId: 'r', address: null },
      memo: new Map<string, Promise<unknown>>([['session', Promise.resolve(session)]]),
    },
  } as unknown as ActionFunctionArgs
}

it('a merged text that is refused stands marked in its own form, where the summary leads, as it was typed', async () => {
  await test.setNow(DAY_OF_WORK)
  const { editor, signatory, nomination } = await scene.stage({ complete: false })
  const save = (actor: Actor, field: string, value: string) =>
    saveAnswers(ctx, actor, { nominationId: nomination.id, typed: [{ field, value, version: 0 }] })
  for (const field of ['problem.fr', 'users.fr']) {
    await save(editor, field, 'Premier texte')
    await save(signatory, field, 'Second texte')
  }
  const kept = await loadRescued(ctx.db.applicant, nomination.id)
  const refused = kept.find(({ field }) => field === 'users.fr')
  expect(kept).toHaveLength(2)
  const value = `retourné ${String.fromCodePoint(7)} <script>`
  const body = new URLSearchParams({ rescuedId: refused!.id, field: 'users.fr', version: '1', value })
  const answered = await merge.action(args(editor, nomination.id, body))
  const { data, init } = answered as unknown as { data: { failure: FormFailure }; init: { status: number } }
  expect(init.status).toBe(400)
  const key = data.failure.fieldErrors['value'] ?? ''
  const page = await merge.loader(args(editor, nomination.id))
  for (const locale of ['fr', 'ar'] as const) {
    const html = await htmlOf(merge.default, { data: page, actionData: data }, locale)
    const said = createTranslator(locale)(key).replaceAll("'", '&#x27;')
    expect(html.split(said)).toHaveLength(3)
    expect(html).toContain('href="#f-value"')
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1)
    expect(html.match(/<textarea[^>]*id="f-value"[^>]*>/)?.[0]).toContain('aria-invalid="true"')
    expect(html).toContain(`id="merge-${kept.find(({ id }) => id !== refused!.id)!.id}"`)
    expect(html).toContain('&lt;script&gt;</textarea>')
  }
})
