import { beforeAll, describe, expect, it } from 'vitest'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { seatRoom } from '#app/queries/deliberation/seat-room.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { openFlagMotion, openMotion } from '#app/services/deliberation/open-motion.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aMeeting, type Met, must } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
let met: Met
let itemId: string
let back: Met['chair']
let out: Met['chair']
const moves = async ({ seatId }: Met['chair'], movement: 'arrives' | 'leaves') =>
  must(await recordAttendance(ctx, met.secretariat, { sessionId: met.sessionId, seatId, movement }))
const seen = async ({ actor }: Met['chair']) => {
  const room = must(await seatRoom(ctx, actor, met.sessionId))
  return { vote: room.vote?.kind ?? null, point: room.points.find(({ id }) => id === itemId)! }
}
const point = async () => must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, itemId)).item!
const casts = ({ actor }: Met['chair'], motionId: string) =>
  castBallot(ctx, actor, { motionId, choice: { kind: 'award', choice: 'award' } })

/** One is recused from the file that the plenary will disqualify, the other also from one that stays. */
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
  itemId = met.items[0]!.id
  ;[back, out] = [met.jurors[1]!, met.jurors[2]!]
  const [flagged, staying] = met.files
  await met.recused(back.seatId, flagged!.id)
  await met.recused(out.seatId, flagged!.id)
  await met.recused(out.seatId, staying!.id)
  for (const member of [back, out]) await moves(member, 'leaves')
  await met.opened(itemId)
})

describe('a member recused from a finalist that is disqualified while its point is open', () => {
  it('is out of the point while the file is in it', async () => {
    expect((await point()).quorum).toMatchObject({ eligible: 3, present: 3 })
    for (const member of [back, out]) expect((await seen(member)).point.mustLeave).toBe(true)
    expect((await seen(met.chair)).point.leaving).toHaveLength(2)
  })

  it('comes back to it once the file is gone: counted in the quorum, and able to vote', async () => {
    const nominationId = met.files[0]!.id
    const ground = 'plagiarism'
    must(await raiseFlag(ctx, met.jurors[0]!.actor, { nominationId, ground, text: 'Texte repris.' }))
    const flag = must(await openFlagMotion(ctx, met.chair.actor, { itemId, nominationId, ground }))
    for (const { actor } of [met.chair, met.deputy, met.jurors[0]!])
      must(await castBallot(ctx, actor, { ...flag, choice: { kind: 'flag', choice: 'uphold' } }))
    must(await closeMotion(ctx, met.chair.actor, flag))

    await moves(back, 'arrives')
    expect((await point()).quorum).toMatchObject({ eligible: 4, present: 4 })
    const { motionId } = must(await openMotion(ctx, met.chair.actor, { itemId, kind: 'award' }))
    expect(await seen(back)).toMatchObject({ vote: 'award', point: { mustLeave: false } })
    must(await casts(back, motionId))
    // From a file that stays one is recused as before, in the room or not.
    await moves(out, 'arrives')
    expect(await seen(out)).toMatchObject({ vote: null, point: { mustLeave: true } })
    expect(await casts(out, motionId)).toMatchObject({ ok: false })
    await moves(out, 'leaves')
    must(await closeMotion(ctx, met.chair.actor, { motionId }))
    const { rows } = await test.owner.query('SELECT result FROM motion WHERE id = $1', [motionId])
    expect(rows[0].result.award).toMatchObject({ award: 1, eligible: 4, present: 4 })
  })
})
