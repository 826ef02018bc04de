import { beforeAll, describe, expect, it } from 'vitest'
import { ballotPage } from '#app/queries/deliberation/ballot-page.ts'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { seatRoom } from '#app/queries/deliberation/seat-room.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aMeeting, must, type Met } from '#tests/services/deliberation/a-meeting.ts'

let test: TestDb
let ctx: Context
let met: Met
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  met = await aMeeting(test, ctx, { rules: { vote: 'secret' } })
})

describe('what is hidden of the meeting', () => {
  it('is, for a recused member, all but that they must leave: no title, no vote, no ballot', async () => {
    const away = met.deputy
    const file = met.files[0]!
    await met.recused(away.seatId, file.id)
    const { sessionId } = met
    must(await recordAttendance(ctx, met.secretariat, { sessionId, seatId: away.seatId, movement: 'leaves' }))
    must(await openItem(ctx, met.chair.actor, { itemId: met.items[0]!.id }))
    const { motionId } = must(
      await openMotion(ctx, met.chair.actor, { itemId: met.items[0]!.id, kind: 'ranking' }),
    )
    const seen = must(await seatRoom(ctx, away.actor, sessionId))
    expect(seen.points[0]).toMatchObject({ mustLeave: true })
    expect(seen.vote).toBeNull()
    expect(JSON.stringify(seen)).not.toContain(file.id)
    expect(await ballotPage(ctx, away.actor, motionId)).toMatchObject({ reason: 'not-found' })
    const room = must(await deliberationRoom(ctx, away.actor, sessionId, null))
    expect(JSON.stringify(room)).not.toContain(file.reference)
    expect(JSON.stringify(room)).not.toContain(file.id)
    const other = must(await ballotPage(ctx, met.jurors[0]!.actor, motionId))
    expect(other.candidates.map(({ id }) => id)).toContain(file.id)
    expect(JSON.stringify(other)).not.toMatch(/"(rank|score|display)"/)
  })

  it('is, for the secretariat, no finalist: their order is the ranking, and a vote names them', async () => {
    const [item] = met.items
    const told = async (actor: Actor) => must(await deliberationRoom(ctx, actor, met.sessionId, item!.id))
    const [clerk, chair] = [await told(met.secretariat), await told(met.chair.actor)]
    expect([clerk.item?.motions.length, chair.item?.motions.length]).toEqual([1, 1])
    // The page says why it shows no ranking, and offers no seat to whoever has none.
    expect([clerk.item?.seesRanking, chair.item?.seesRanking]).toEqual([false, true])
    expect([clerk.head.hasSeat, chair.head.hasSeat]).toEqual([false, true])
    for (const { id } of met.files.slice(0, 3)) {
      expect(JSON.stringify(chair)).toContain(id)
      expect(JSON.stringify(clerk)).not.toContain(id)
    }
  })

  it('asks the database a bounded number of times, whatever the length of the agenda', async () => {
    test.countQueries()
    must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, null))
    // One of them for the open flags of the edition.
    expect(test.countQueries().total).toBeLessThanOrEqual(23)
    expect(met.items.length).toBeGreaterThan(4)
  })

  it('is everything for a stranger', async () => {
    const stranger = await met.given.officer('publisher', met.campaign.id)
    expect(await deliberationRoom(ctx, stranger, met.sessionId, null)).toMatchObject({ reason: 'not-found' })
    expect(await seatRoom(ctx, stranger, met.sessionId)).toMatchObject({ reason: 'not-found' })
  })
})
