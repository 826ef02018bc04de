import { createHash } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { loadEvidence } from '#app/adapters/db/evidence.ts'
import { LEAST_PART_BYTES } from '#app/domain/evidence/announced.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import * as abandon from '#app/routes/applicant/abandon-upload.ts'
import * as upload from '#app/routes/resources/upload.ts'
import * as uploadPart from '#app/routes/resources/upload-part.ts'
import type { Context } from '#app/services/context.ts'
import { csv, pdf, zip } from '#tests/adapters/files/samples.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

type Heard = {
  status: number
  body: { reason?: string; uploadId?: string; evidenceId?: string; fields?: Record<string, string> }
}
const typeOf = (body: BodyInit) =>
  body instanceof URLSearchParams ? {} : { headers: { 'content-type': 'application/octet-stream' } }
/** One write of a script, as the route answers it. */
async function post(
  route: { readonly action: (args: ActionFunctionArgs) => Promise<unknown> },
  actor: Actor,
  params: Record<string, string>,
  body: BodyInit,
): Promise<Heard> {
  const session = { actor, sessionId: 's', email: 'x@example.ma', emailVerified: true, totpEnrolled: true }
  const answer = (await route
    .action({
      request: new Request('http://127.0.0.1:3000/upload', { method: 'POST', body, ...typeOf(body) }),
      params,
      context: {
        ...{ app: ctx, nonce: 'n', requestId: 'r', address: null },
        memo: new Map([['session', Promise.resolve(session)]]),
      },
    } as unknown as ActionFunctionArgs)
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown
      throw thrown
    })) as Response
  const text = await answer.text()
  return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Heard['body'] }
}

const MOST = 20 * 1024 * 1024
const said = (bytes: Buffer, name: string) => ({
  ...{ title: 'Mesures', claim: 'usage', name, size: String(bytes.length) },
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const announce = (actor: Actor, id: string, fields: Record<string, string>) =>
  post(upload, actor, { id }, new URLSearchParams(fields))

it.each([
  ['of no byte', { size: '0' }, 400, 'file-empty'],
  ['one byte over', { size: String(MOST + 1) }, 413, 'file-too-large'],
  ['of an unknown kind', { name: 'a.svg' }, 400, 'file-type'],
  ['without a name', { name: '' }, 400, 'file-type'],
  ['with a control character in its title', { title: 'a\u0007b' }, 400, 'title-unreadable'],
  ['about nothing', { claim: 'nothing' }, 400, 'unknown-claim'],
  ['of a size that is no number', { size: '1e9' }, 400, 'invalid'],
  ['with no digest', { sha256: 'x' }, 400, 'invalid'],
  ['with a field nobody asked', { more: 'x' }, 400, 'invalid'],
])('an announced file %s is refused before its first byte', async (_, change, status, reason) => {
  const { editor, nomination } = await scene.stage({ complete: false })
  const heard = await announce(editor, nomination.id, { ...said(csv(), 'a.csv'), ...change })
  expect(heard).toMatchObject({ status, body: { reason } })
  expect(await scene.count('incoming_upload', 'nomination_id = $1', [nomination.id])).toBe(0)
})

it.each([
  ['PDF and ZIP at once', Buffer.concat([pdf(), zip()]), 'a.pdf', 'file-polyglot'],
  ['under the wrong extension', csv(), 'a.pdf', 'file-extension-wrong'],
  ['cut in the middle', pdf().subarray(0, Math.floor(pdf().length / 2)), 'a.pdf', 'file-truncated'],
  [
    'that is a picture with a script',
    Buffer.from('<svg><script>1</script></svg>'),
    'a.png',
    'file-type-unknown',
  ],
])('a whole file %s is refused with its last part and leaves nothing', async (_, bytes, name, reason) => {
  const { editor, nomination } = await scene.stage({ complete: false })
  const begun = await announce(editor, nomination.id, said(bytes, name))
  const part = { id: nomination.id, uploadId: begun.body.uploadId ?? '', from: '0' }
  const heard = await post(uploadPart, editor, part, new Uint8Array(bytes))
  expect(heard).toMatchObject({
    status: 400,
    body: { reason, fields: { file: expect.stringMatching(/^errors\./) } },
  })
  expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
  expect(await scene.count('incoming_upload', 'nomination_id = $1', [nomination.id])).toBe(0)
})

it('a part too large, past the end or from a stranger is refused, and the right ones are attached', async () => {
  const { editor, nomination } = await scene.stage({ complete: false })
  const bytes = Buffer.from(`mois;demandes\n${'2025-01;12\n'.repeat(3000)}`)
  const begun = await announce(editor, nomination.id, said(bytes, 'mesures.csv'))
  const send = (from: string, part: Uint8Array, actor: Actor = editor) =>
    post(
      uploadPart,
      actor,
      { id: nomination.id, uploadId: begun.body.uploadId ?? '', from },
      new Uint8Array(part),
    )
  expect((await send('0', Buffer.alloc(512 * 1024 + 1))).status).toBe(413)
  expect(await send('0', Buffer.alloc(bytes.length + 1))).toMatchObject({ body: { reason: 'part-size' } })
  expect((await send('0', bytes, await scene.stranger())).status).toBe(404)
  expect((await send('-1', bytes)).status).toBe(404)
  expect((await send('0', bytes.subarray(0, LEAST_PART_BYTES))).status).toBe(200)
  const last = await send(String(LEAST_PART_BYTES), bytes.subarray(LEAST_PART_BYTES))
  expect(last).toMatchObject({ status: 200, body: { evidenceId: expect.any(String) } })
  expect(await loadEvidence(ctx.db.applicant, nomination.id)).toMatchObject([{ size: bytes.length }])
})

it('a file on its way is given up by whoever began it alone', async () => {
  const { editor, signatory, nomination } = await scene.stage({ complete: false })
  const { body } = await announce(editor, nomination.id, said(csv(), 'a.csv'))
  const giveUp = async (actor: Actor, uploadId: string) => {
    const params = { locale: 'fr', nominationId: nomination.id, uploadId }
    return (await post(abandon, actor, params, new URLSearchParams())).status
  }
  const waiting = () => scene.count('incoming_upload', 'nomination_id = $1', [nomination.id])
  const uploadId = body.uploadId ?? ''
  expect(await giveUp(await scene.stranger(), uploadId)).toBe(404)
  expect(await giveUp(editor, '../x')).toBe(404)
  await giveUp(signatory, uploadId)
  expect(await waiting()).toBe(1)
  expect(await giveUp(editor, uploadId)).toBe(303)
  expect(await waiting()).toBe(0)
})
