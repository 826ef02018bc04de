import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { loadAnswers } from '#app/adapters/db/answers.ts'
import * as evidence from '#app/routes/applicant/evidence.tsx'
import * as section from '#app/routes/applicant/section.tsx'
import * as visa from '#app/routes/applicant/visa.tsx'
import * as file from '#app/routes/resources/file.ts'
import * as queue from '#app/routes/secretariat/queue.tsx'
import { refuse } from '#app/domain/kernel/result.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import type { PutRefusal } from '#app/services/ports.ts'
import type { Context } from '#app/services/context.ts'
import { pdf, zip } from '#tests/adapters/files/samples.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { htmlOf } from '#tests/routes/jury/page.tsx'
import { createScene, DAY_OF_WORK, NOWHERE } from '#tests/services/nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

type Params = Record<string, string>
/** What the server hands to a loader or action when this person is signed in. */
function args(actor: Actor, params: Params, body?: BodyInit, headers: Record<string, string> = {}) {
  const init = body === undefined ? {} : { method: 'POST', body, headers }
  const session = { actor, sessionId: 's', email: 'x@example.ma', emailVerified: true, totpEnrolled: true }
  const memo = new Map<string, Promise<unknown>>([['session', Promise.resolve(session)]])
  return {
    request: new Request('http://127.0.0.1:3000/fr/applicant', init),
    params: { locale: 'fr', ...params },
    context: { app: ctx, nonce: 'n', requestId: 'r', address: null, memo },
  } as unknown as ActionFunctionArgs
}
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
/** Status and failure, whether the answer was returned, thrown or a redirect. */
async function answer(work: Promise<unknown>) {
  const result = (await work.catch((thrown: unknown) => thrown)) as {
    status?: number
    init?: { status?: number }
    data?: {
      failure?: {
        fieldErrors: Record<string, string>
        formError?: { reason: string }
        typed: Record<string, string>
      }
      versions?: object
    }
    headers?: Headers
  }
  if (result instanceof Error) throw result
  return {
    status: result.init?.status ?? result.status ?? 200,
    failure: result.data?.failure,
    versions: result.data?.versions,
    to: result.headers instanceof Headers ? result.headers.get('location') : null,
  }
}

describe('the section of a dossier', () => {
  it('saves and leads back, or on', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const params = { nominationId: nomination.id, section: 'identity' }
    const sent = { 'title.fr': 'Sabil', 'v.title.fr': '0' }
    expect(await answer(section.action(args(editor, params, form(sent))))).toMatchObject({
      status: 303,
      to: `/fr/applicant/nominations/${nomination.id}/sections/identity`,
    })
    const next = { 'title.fr': 'Sabil 2', 'v.title.fr': '1', intent: 'next' }
    expect((await answer(section.action(args(editor, params, form(next))))).to).toMatch(/sections\/lead$/)
  })

  it('tells a script the versions to send next, and 409 when a colleague was quicker', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    const params = { nominationId: nomination.id, section: 'need' }
    const post = (actor: Actor, text: string, mark: string) =>
      answer(
        section.action(
          args(actor, params, form({ 'users.fr': text, 'v.users.fr': mark }), { 'x-autosave': '1' }),
        ),
      )
    const first = await post(editor, 'A', '0')
    expect(first.versions).toEqual({ 'v.users.fr': expect.stringMatching(/^1-[0-9a-f]{16}$/) })
    expect(await post(signatory, 'B', '0')).toMatchObject({
      status: 409,
      failure: { formError: { reason: 'field-changed' } },
    })
  })

  it.each([
    ['title.fr', 'a\u202Eb', 'errors.bidi'],
    ['title.fr', 'a\u0007b', 'errors.control'],
    ['summary.fr', 'x'.repeat(50_001), 'errors.tooLong'],
  ])('answers 400 at the field %s and keeps what was typed', async (field, value, message) => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const sent = { [field]: value, [`v.${field}`]: '0' }
    const result = await answer(
      section.action(args(editor, { nominationId: nomination.id, section: 'identity' }, form(sent))),
    )
    expect(result).toMatchObject({ status: 400, failure: { fieldErrors: { [field]: message } } })
    expect(result.failure?.typed[field]).toBe(value.slice(0, 40_000))
    expect(await loadAnswers(ctx.db.applicant, nomination.id)).toEqual([])
  })

  it('stores a formula and a script as the text they are', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const text = '=HYPERLINK("x") <script>alert(1)</script>'
    await answer(
      section.action(
        args(
          editor,
          { nominationId: nomination.id, section: 'need' },
          form({ 'users.fr': text, 'v.users.fr': '0' }),
        ),
      ),
    )
    expect((await loadAnswers(ctx.db.applicant, nomination.id))[0]?.value).toBe(text)
  })

  it.each(['foreign', 'absent', 'malformed', 'section'])('is not found: %s', async (fault) => {
    const { editor, nomination } = await scene.stage()
    const actor = fault === 'foreign' ? await scene.stranger() : editor
    const nominationId = fault === 'absent' ? NOWHERE : fault === 'malformed' ? '../x' : nomination.id
    const params = { nominationId, section: fault === 'section' ? 'nope' : 'identity' }
    expect((await answer(section.loader(args(actor, params)))).status).toBe(404)
    expect(
      (await answer(section.action(args(actor, params, form({ url: 'https://a.ma', 'v.url': '1' }))))).status,
    ).toBe(404)
  })

  it('answers a body too large with 413', async () => {
    const { editor, nomination } = await scene.stage()
    const body = form({ url: 'x'.repeat(600_000) })
    expect(
      (await answer(section.action(args(editor, { nominationId: nomination.id, section: 'identity' }, body))))
        .status,
    ).toBe(413)
  })
})

const upload = (content: Uint8Array, name: string) => {
  const body = new FormData()
  body.set('title', 'Mesures')
  body.set('claim', 'usage')
  body.set('file', new File([Buffer.from(content)], name))
  return body
}
const csv = Buffer.from('mois;demandes\n2025-01;12\n')
const escaped = (text: string): string => text.replaceAll("'", '&#x27;')

describe('the files of a dossier', () => {
  it('are kept, and served only to those who may read them, as attachments', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    expect(
      (
        await answer(
          evidence.action(args(editor, { nominationId: nomination.id }, upload(csv, 'mesures.csv'))),
        )
      ).status,
    ).toBe(303)
    const { rows } = await test.owner.query('SELECT file_id FROM evidence WHERE nomination_id = $1', [
      nomination.id,
    ])
    const served = await file.loader(args(editor, { id: rows[0].file_id }))
    expect(served.headers.get('content-disposition')).toMatch(/^attachment; filename="mesures.csv"/)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(csv)
    for (const actor of [await scene.stranger(), await scene.given.officer('administrator')]) {
      expect((await answer(file.loader(args(actor, { id: rows[0].file_id })))).status).toBe(404)
    }
    expect((await answer(file.loader(args(editor, { id: NOWHERE })))).status).toBe(404)
  })

  it.each([
    ['empty', Buffer.alloc(0), 'a.csv', 400],
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'a.svg', 400],
    ['html', Buffer.from('<!doctype html><script>1</script>'), 'a.pdf', 400],
    ['wrong extension', csv, 'a.pdf', 400],
    ['cut pdf', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'a.pdf', 400],
    ['pdf and zip at once', Buffer.concat([pdf(), zip()]), 'a.pdf', 400],
    ['over the limit', Buffer.alloc(20 * 1024 * 1024 + 1, 65), 'a.csv', 413],
  ])('are refused at the field: %s', async (_, content, name, status) => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const result = await answer(
      evidence.action(args(editor, { nominationId: nomination.id }, upload(content, name))),
    )
    expect(result).toMatchObject({
      status,
      failure: { fieldErrors: { file: expect.stringMatching(/^errors\./) }, typed: { title: 'Mesures' } },
    })
    expect(await scene.count('evidence', 'nomination_id = $1', [nomination.id])).toBe(0)
  })
})

describe('a refused upload', () => {
  /** Every reason for which the store keeps nothing: the type makes the list whole. */
  const REASONS: Readonly<Record<PutRefusal | 'file-missing', number>> = {
    'file-missing': 400,
    'file-empty': 400,
    'file-type-unknown': 400,
    'file-extension-wrong': 400,
    'file-truncated': 400,
    'file-polyglot': 400,
    'file-image-too-large': 400,
    'file-too-large': 413,
    'upload-interrupted': 400,
    'storage-full': 507,
  }

  it.each(Object.entries(REASONS))(
    'is told once, at its field and as exactly as known: %s',
    async (reason, status) => {
      const { editor, nomination } = await scene.stage({ complete: false })
      const refusing = {
        ...ctx,
        files: { ...ctx.files, put: () => Promise.resolve(refuse(reason)) },
      } as Context
      const asked = args(
        editor,
        { nominationId: nomination.id },
        upload(csv, reason === 'file-missing' ? '' : 'a.csv'),
      )
      asked.context = { ...asked.context, app: refusing } as typeof asked.context
      const result = await answer(evidence.action(asked))
      expect(result.status).toBe(status)
      const data = await evidence.loader(args(editor, { nominationId: nomination.id }))
      for (const locale of ['fr', 'ar'] as const) {
        const t = createTranslator(locale)
        const key = result.failure?.fieldErrors['file'] ?? ''
        expect([t.has(key), key]).not.toContainEqual('errors.invalid')
        expect(t.has(key)).toBe(true)
        const html = await htmlOf(evidence.default, { data, actionData: { failure: result.failure } }, locale)
        expect(html.match(/role="alert"/g)).toHaveLength(1)
        expect(html.split(escaped(t(key)))).toHaveLength(3) // in the summary and at the field
      }
      expect(await scene.count('evidence', 'nomination_id = $1', [nomination.id])).toBe(0)
      expect(await scene.count('stored_file', 'created_by = $1', [editor.personId])).toBe(0)
    },
  )
})

type VisaShown = { digest: string; key: string; head: { version: number } }

describe('the visa page', () => {
  it('submits what it showed, and a post after the closing changes nothing', async () => {
    const { signatory, nomination, closesAt } = await scene.stage()
    const params = { nominationId: nomination.id }
    const page = (await visa.loader(args(signatory, params))) as VisaShown
    const post = form({
      digest: page.digest,
      key: page.key,
      version: String(page.head.version),
      intent: 'submit',
    })
    await test.setNow(instant(closesAt))
    expect(await answer(visa.action(args(signatory, params, post)))).toMatchObject({
      status: 409,
      failure: { formError: { reason: 'deadline-passed' } },
    })
    await test.setNow(instant(closesAt - 1))
    expect((await answer(visa.action(args(signatory, params, post)))).to).toMatch(/receipt\?version=1$/)
    expect((await answer(visa.action(args(signatory, params, post)))).to).toMatch(/receipt\?version=1$/)
  })

  it.each([
    ['an unknown field', { more: 'x' }, 'errors.reason.unknown-field'],
    ['a digest of another shape', { digest: 'abc' }, 'nomination.reason.stale-version'],
    ['no version', { version: '' }, 'nomination.reason.stale-version'],
  ])('says why a post with %s is refused', async (_, changed, key) => {
    const { signatory, nomination } = await scene.stage()
    const params = { nominationId: nomination.id }
    const page = (await visa.loader(args(signatory, params))) as VisaShown
    const sent = { digest: page.digest, key: page.key, version: String(page.head.version), ...changed }
    const result = await answer(visa.action(args(signatory, params, form(sent))))
    expect(result.status).toBe(400)
    for (const locale of ['fr', 'ar'] as const) {
      const html = await htmlOf(visa.default, { data: page, actionData: { failure: result.failure } }, locale)
      expect(html).toContain(escaped(createTranslator(locale)(key)))
    }
  })
})

describe('the queue of the secretariat', () => {
  it('asks the same number of statements for one file and for many', async () => {
    const { campaign, body } = await scene.stage({ phase: 'screening', state: 'submitted' })
    const clerk = await scene.given.officer('secretariat', campaign.id)
    const load = () => queue.loader(args(clerk, { campaignId: campaign.id }))
    await load()
    test.countQueries()
    expect((await load()).rows).toHaveLength(1)
    const one = test.countQueries().total
    for (let n = 0; n < 60; n += 1)
      await scene.given.nomination({ campaign, administration: body.id, state: 'submitted' })
    const many = await load()
    expect(test.countQueries().total).toBe(one)
    expect(many.rows).toHaveLength(50)
    expect(many.next).not.toBeNull()
    expect(
      (await answer(queue.loader(args(await scene.stranger(), { campaignId: campaign.id })))).status,
    ).toBe(404)
  })
})
