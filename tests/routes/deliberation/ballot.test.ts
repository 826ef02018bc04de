import { beforeAll, describe, expect, it } from 'vitest'
import * as ballot from '#app/routes/deliberation/ballot.tsx'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { aMeeting, must, type Met } from '#tests/services/deliberation/a-meeting.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { post } from '#tests/support/request.ts'

let ctx: TestContext
let met: Met
let motionId: string
beforeAll(async () => {
  const test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
  const itemId = met.items[0]!.id
  await met.opened(itemId)
  motionId = must(await openMotion(ctx, met.chair.actor, { itemId, kind: 'award' })).motionId
})

describe('a paper is read back', () => {
  it('to whoever would put it in the box, and to nobody who is out of the room, has voted or comes too late', async () => {
    const [, voter, absent] = met.jurors
    const cookieOf = async ({ personId }: { personId: string }) => met.given.signedIn(personId)
    const [votes, waits] = [await cookieOf(voter!), await cookieOf(absent!)]
    const send = (cookie: string, fields = {}) =>
      post(ctx, ballot, { choice: 'award', ...fields }, { locale: 'fr', motionId }, cookie)
    const refusedFor = (reason: string) => ({
      status: 409,
      value: { failure: { formError: { reason }, typed: { choice: 'award' } } },
    })

    expect(await send(votes)).toMatchObject({
      status: 200,
      value: { review: { choice: { choice: 'award' } } },
    })
    expect((await send(votes, { step: 'cast' })).status).toBe(303)
    expect(await send(votes)).toMatchObject(refusedFor('already-voted'))

    const { sessionId } = met
    const leaves = { sessionId, seatId: absent!.seatId, movement: 'leaves' } as const
    must(await recordAttendance(ctx, met.secretariat, leaves))
    expect(await send(waits)).toMatchObject(refusedFor('not-present'))

    must(await closeMotion(ctx, met.chair.actor, { motionId }))
    expect(await send(waits)).toMatchObject(refusedFor('vote-closed'))
  })
})
