import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { returnDisqualification } from '#app/services/nomination/return-disqualification.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from '../nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

async function office() {
  const stage = await scene.submitted('screening')
  const clerk = await scene.given.officer('secretariat', stage.campaign.id)
  const organiser = await scene.given.officer('organiser', stage.campaign.id)
  const second = await scene.given.officer('organiser', stage.campaign.id)
  return { ...stage, clerk, organiser, second, id: stage.nomination.id }
}
const text = { ar: 'الأرقام غير مطابقة.', fr: 'Les chiffres ne correspondent pas.' }
const versionOf = async (id: string): Promise<number> =>
  (await test.owner.query('SELECT screening_version AS v FROM nomination WHERE id = $1', [id])).rows[0].v
const propose = async (actor: Actor, nominationId: string, version?: number) =>
  proposeDisqualification(ctx, actor, {
    ...{ nominationId, reason: 'false-statement', text },
    version: version ?? (await versionOf(nominationId)),
  })
const seenOn = async (nominationId: string) => ({
  nominationId,
  proposalId: String(
    (
      await test.owner.query(
        `SELECT id FROM disqualification WHERE nomination_id = $1 ORDER BY state = 'proposed' DESC LIMIT 1`,
        [nominationId],
      )
    ).rows[0]?.id,
  ),
})

describe('a disqualification', () => {
  it('is proposed by the secretariat, settled by an organiser, and notified with its decision', async () => {
    const { id, clerk, organiser } = await office()
    expect(await propose(organiser, id)).toMatchObject({ ok: false, reason: 'not-found' })
    expect((await propose(clerk, id)).ok).toBe(true)
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await settleDisqualification(ctx, clerk, await seenOn(id))).toMatchObject({ reason: 'not-found' })
    expect((await settleDisqualification(ctx, organiser, await seenOn(id))).ok).toBe(true)
    expect(await scene.stateOf(id)).toBe('disqualified')
    expect((await scene.entriesAbout(id)).slice(-2)).toEqual([
      'disqualificationProposed',
      'nominationDisqualified',
    ])
    const told = await scene.noticesAbout(id)
    expect(told.filter((name) => name === 'disqualification-to-settle')).toHaveLength(2)
    expect(told.filter((name) => name === 'disqualified')).toHaveLength(3)
    const { rows } = await test.owner.query(
      `SELECT record, public FROM document WHERE kind = 'disqualification' AND subject_id = $1`,
      [id],
    )
    expect(rows).toMatchObject([{ record: { text }, public: false }])
    expect(JSON.stringify(rows)).not.toContain(clerk.name)
    expect(await settleDisqualification(ctx, organiser, await seenOn(id))).toMatchObject({
      reason: 'not-proposed',
    })
  })

  it('goes back with a note, and may be proposed again', async () => {
    const { id, clerk, organiser } = await office()
    await propose(clerk, id)
    expect(await returnDisqualification(ctx, organiser, { ...(await seenOn(id)), note: ' ' })).toMatchObject({
      reason: 'note-required',
    })
    const back = await returnDisqualification(ctx, organiser, { ...(await seenOn(id)), note: 'À préciser.' })
    expect(back.ok).toBe(true)
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await scene.noticesAbout(id)).toContain('disqualification-returned')
    expect((await propose(clerk, id)).ok).toBe(true)
  })

  it('is refused without words, from a stale page, outside its phases and of a file that is out already', async () => {
    const { id, clerk, organiser, campaign } = await office()
    const input = { nominationId: id, version: await versionOf(id), reason: 'false-statement', text }
    const refused = async (change: object) =>
      proposeDisqualification(ctx, clerk, { ...input, ...change }).then((one) => one.ok || one.reason)
    expect(await refused({ text: { ...text, ar: ' ' } })).toBe('reason-required')
    expect(await refused({ text: { ...text, fr: 'a\u0007' } })).toBe('unreadable-text')
    expect(await refused({ reason: 'dislike' })).toBe('unknown-reason')
    expect(await refused({ version: 99 })).toBe('stale-version')
    await test.owner.query(`UPDATE campaign SET phase = 'embargo' WHERE id = $1`, [campaign.id])
    expect(await refused({})).toBe('wrong-phase')
    await test.owner.query(`UPDATE campaign SET phase = 'screening' WHERE id = $1`, [campaign.id])
    await propose(clerk, id)
    const other = { nominationId: id, proposalId: '00000000-0000-4000-8000-00000000beef' }
    expect(await settleDisqualification(ctx, organiser, other)).toMatchObject({ reason: 'stale-version' })
    await settleDisqualification(ctx, organiser, await seenOn(id))
    expect(await refused({ version: await versionOf(id) })).toBe('wrong-state')
  })

  it('keeps one of two proposals and one of two settlements at once', async () => {
    const { id, clerk, organiser, second } = await office()
    const version = await versionOf(id)
    const proposals = await Promise.all([propose(clerk, id, version), propose(clerk, id, version)])
    expect(proposals.filter((one) => one.ok)).toHaveLength(1)
    const seen = await seenOn(id)
    const ends = await Promise.all([
      settleDisqualification(ctx, organiser, seen),
      settleDisqualification(ctx, second, seen),
      returnDisqualification(ctx, second, { ...seen, note: 'Non.' }),
    ])
    expect(ends.filter((one) => one.ok)).toHaveLength(1)
    const ended = ['nominationDisqualified', 'disqualificationReturned']
    expect((await scene.entriesAbout(id)).filter((act) => ended.includes(act))).toHaveLength(1)
  })

  it('needs two people in the tables too, and is never undone', async () => {
    const { id, clerk, organiser } = await office()
    const leave = () => test.owner.query(`UPDATE nomination SET state = 'disqualified' WHERE id = $1`, [id])
    await propose(clerk, id)
    await expect(leave()).rejects.toThrow(/two people/)
    await expect(
      test.owner.query(
        `UPDATE disqualification SET state = 'settled', settled_by = proposed_by, settled_at = now() WHERE nomination_id = $1`,
        [id],
      ),
    ).rejects.toThrow(/two_hands/)
    await settleDisqualification(ctx, organiser, await seenOn(id))
    await expect(
      test.owner.query(`UPDATE nomination SET state = 'submitted' WHERE id = $1`, [id]),
    ).rejects.toThrow(/two people/)
  })
})
