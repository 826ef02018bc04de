import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import type { Context } from '#app/services/context.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const WHEN = new Date(DAY_OF_WORK)
const stage = () => scene.stage({ phase: 'evaluation', state: 'inadmissible', complete: false })
type Staged = Awaited<ReturnType<typeof stage>>

/** The bare statements of somebody who got past the application under the database role of applicants. */
const complain = (of: Staged, by: Actor, state = 'received') =>
  readAs(
    ctx.db.applicant,
    by.personId,
    (tx) => tx.$executeRaw`
    INSERT INTO complaint (id, number, campaign_id, nomination_id, administration_id, kind, about, text, author_id, state,
      filed_at, due_at) VALUES (${newKey()}::uuid, ${newKey()}, ${of.campaign.id}::uuid, ${of.nomination.id}::uuid,
      ${of.body.id}::uuid, 'complaint', 'procedure', 'Un texte.', ${by.personId}::uuid, ${state}, ${WHEN}, ${WHEN})`,
  )
const appeal = (of: Staged, decision: string, by: Actor) =>
  readAs(
    ctx.db.applicant,
    by.personId,
    (tx) => tx.$executeRaw`
    INSERT INTO appeal (id, number, decision_id, nomination_id, grounds, filed_by, filed_at, until, due_at)
    VALUES (${newKey()}::uuid, ${newKey()}, ${decision}::uuid, ${of.nomination.id}::uuid, 'Un texte.',
      ${by.personId}::uuid, ${WHEN}, ${new Date(DAY_OF_WORK + 1)}, ${WHEN})`,
  )
const DENIED = /row-level security/

describe('the rows alone', () => {
  it('take a complaint from a signatory of the file’s own administration only', async () => {
    const [own, other] = [await stage(), await stage()]
    await expect(complain(other, own.signatory)).rejects.toThrow(DENIED)
    await expect(complain({ ...other, body: own.body }, own.signatory)).rejects.toThrow(DENIED)
    await expect(complain({ ...own, campaign: other.campaign }, own.signatory)).rejects.toThrow(DENIED)
    await expect(complain(own, own.editor)).rejects.toThrow(DENIED)
    await expect(complain(own, own.signatory, 'answered')).rejects.toThrow(DENIED)
    expect(await complain(own, own.signatory)).toBe(1)
  })

  it('take an appeal from a signatory of the file’s own administration only', async () => {
    const [own, other] = [await stage(), await stage()]
    const decision = newKey()
    await scene.given.insert('screening_decision', {
      ...{ id: decision, nomination_id: own.nomination.id, outcome: 'inadmissible', state: 'validated' },
      ...{ reasons: '[]', proposed_by: newKey(), proposed_at: WHEN, settled_by: newKey(), settled_at: WHEN },
    })
    await expect(appeal(own, decision, other.signatory)).rejects.toThrow(DENIED)
    await expect(appeal(own, decision, own.editor)).rejects.toThrow(DENIED)
    expect(await appeal(own, decision, own.signatory)).toBe(1)
  })

  it('let an author neither close a complaint nor move its due instant, and a colleague not reopen it', async () => {
    const own = await stage()
    const clerk = await scene.given.officer('secretariat', own.campaign.id)
    const filed = await fileComplaint(ctx, own.signatory, {
      ...{ nominationId: own.nomination.id, kind: 'complaint', about: 'procedure', text: 'Un texte.' },
      key: newKey(),
    })
    if (!filed.ok) throw new Error(filed.reason)
    const { complaintId } = filed.value
    const change = (by: Actor, state: string) =>
      readAs(
        ctx.db.applicant,
        by.personId,
        (tx) => tx.$executeRaw`
        UPDATE complaint SET state = ${state}, due_at = ${WHEN}, reopened_at = ${WHEN}, reopen_text = 'Encore.'
         WHERE id = ${complaintId}::uuid`,
      )
    expect(await change(own.signatory, 'answered')).toBe(0)
    const said = { complaintId, round: 1, outcome: 'unfounded', answer: 'Le délai a couru.' } as const
    expect((await answerComplaint(ctx, clerk, said)).ok).toBe(true)
    expect(await change(own.editor, 'reopened')).toBe(0)
    await expect(change(own.signatory, 'answered')).rejects.toThrow(DENIED)
    expect(await change(own.signatory, 'reopened')).toBe(1)
    expect(await change(own.signatory, 'reopened')).toBe(0)
  })
})
