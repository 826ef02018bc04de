import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ComponentType } from 'react'
import type { Actor } from '#app/domain/access/actor.ts'
import * as check from '#app/routes/applicant/check.tsx'
import * as home from '#app/routes/applicant/home.tsx'
import * as start from '#app/routes/applicant/start.tsx'
import * as withdraw from '#app/routes/applicant/withdraw.tsx'
import type { Context } from '#app/services/context.ts'
import { htmlOf } from '#tests/routes/jury/page.tsx'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

type Route = {
  readonly loader: (args: LoaderFunctionArgs) => Promise<unknown>
  readonly default: ComponentType
}

/** The page as this person receives it, without script. */
async function shown(route: Route, actor: Actor, nominationId?: string): Promise<string> {
  const session = { actor, sessionId: 's', email: 'x@example.ma', emailVerified: true, totpEnrolled: true }
  const data = await route.loader({
    request: new Request('http://127.0.0.1:3000/fr/applicant'),
    params: { locale: 'fr', ...(nominationId !== undefined && { nominationId }) },
    context: {
      ...{ app: ctx, nonce: 'n', requestId: 'r', address: null },
      memo: new Map([['session', Promise.resolve(session)]]),
    },
  } as unknown as LoaderFunctionArgs)
  return htmlOf(route.default, { data })
}

describe('a page of an applicant', () => {
  it('leads whoever has no mandate to where one is asked for, and asks nothing that cannot be answered', async () => {
    await scene.stage()
    const nobody: Actor = { ...(await scene.stage()).editor, mandates: [] }
    const begin = await shown(start, nobody)
    expect(begin).not.toContain('<form')
    expect(begin).toContain('href="/fr/account/mandates"')
    const empty = await shown(home, nobody)
    expect(empty).not.toContain('Administrations pour lesquelles vous agissez')
    expect(empty).toContain('href="/fr/account/mandates"')
  })

  it('makes the visa the first act of a whole dossier; of another the missing points come first, and it is answered', async () => {
    const visa = /<button[^>]*class="([^"]*)"[^>]*>(?:(?!<\/button>).)*Demander le visa/s
    const whole = await scene.stage()
    expect(visa.exec(await shown(check, whole.editor, whole.nomination.id))?.[1]).toContain('btn--pri')
    const partial = await scene.stage({ complete: false })
    const html = await shown(check, partial.editor, partial.nomination.id)
    expect(visa.exec(html)?.[1]).toBeDefined()
    expect(visa.exec(html)?.[1]).not.toContain('btn--pri')
    expect(html).toContain('/sections/')
  })

  it('promises that a withdrawn nomination can be resumed only while it can', async () => {
    const early = await scene.submitted()
    expect(await shown(withdraw, early.signatory, early.nomination.id)).toContain('jusqu’à la clôture')
    const late = await scene.submitted('screening')
    const html = await shown(withdraw, late.signatory, late.nomination.id)
    expect(html).not.toContain('jusqu’à la clôture')
    expect(html).toContain('vous ne pourrez plus la reprendre')
  })
})
