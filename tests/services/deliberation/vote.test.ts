import { beforeAll, describe, expect, it } from 'vitest'
import { loadMotions } from '#app/adapters/db/motions.ts'
import type { Choice } from '#app/domain/deliberation/ballot.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { voteOf } from '#app/services/deliberation/minutes-words.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aMeeting, must, type Met } from './a-meeting.ts'

const award: Choice = { kind: 'award', choice: 'award' }
const withhold: Choice = { kind: 'award', choice: 'withhold' }

describe('a secret vote', () => {
  let test: TestDb
  let ctx: Context
  let met: Met
  let motionId: string
  let isAwardTaken: boolean
  beforeAll(async () => {
    test = await testDb()
    ctx = actsContext(test)
    met = await aMeeting(test, ctx, { rules: { vote: 'secret' } })
    await met.opened(met.items[0]!.id)
    motionId = must(
      await openMotion(ctx, met.chair.actor, { itemId: met.items[0]!.id, kind: 'award' }),
    ).motionId
  })

  it('takes one paper a seat, encrypted, and gives a receipt that says nothing', async () => {
    const juror = met.jurors[0]!.actor
    const answers = await Promise.all([
      castBallot(ctx, juror, { motionId, choice: award }),
      castBallot(ctx, juror, { motionId, choice: withhold }),
    ])
    const taken = answers.filter((answer) => answer.ok)
    expect(taken).toHaveLength(1)
    isAwardTaken = answers[0].ok
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'already-voted' })
    expect(taken[0]).toMatchObject({
      value: { receipt: expect.stringMatching(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/) },
    })
    const { rows } = await test.owner.query('SELECT cipher FROM sealed_ballot')
    expect(rows).toHaveLength(1)
    expect(rows[0].cipher).not.toMatch(/award|withhold/)
    const { rows: entries } = await test.owner.query(`SELECT facts FROM audit_entry WHERE act = 'ballotCast'`)
    // The kind of the vote, never the choice.
    expect(Object.keys(entries[0].facts).sort()).toEqual(['itemId', 'kind', 'secret', 'sessionId', 'slot'])
  })

  it('refuses who left the room, and a second vote on the same point meanwhile', async () => {
    const { sessionId, secretariat } = met
    const seatId = met.jurors[2]!.seatId
    must(await recordAttendance(ctx, secretariat, { sessionId, seatId, movement: 'leaves' }))
    expect(await castBallot(ctx, met.jurors[2]!.actor, { motionId, choice: award })).toMatchObject({
      reason: 'not-present',
    })
    must(await recordAttendance(ctx, secretariat, { sessionId, seatId, movement: 'arrives' }))
    expect(
      await openMotion(ctx, met.chair.actor, { itemId: met.items[0]!.id, kind: 'ranking' }),
    ).toMatchObject({
      reason: 'vote-open',
    })
    expect(await castBallot(ctx, secretariat, { motionId, choice: award })).toMatchObject({
      reason: 'not-found',
    })
  })

  it('leaves no voter, order or time once closed, deletes what was encrypted, and closes once', async () => {
    for (const [seat, choice] of [
      [met.chair, award],
      [met.deputy, award],
      [met.jurors[1]!, withhold],
    ] as const) {
      must(await castBallot(ctx, seat.actor, { motionId, choice }))
    }
    const answers = await Promise.all([
      closeMotion(ctx, met.chair.actor, { motionId }),
      closeMotion(ctx, met.chair.actor, { motionId }),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'vote-closed' })
    const { rows } = await test.owner.query('SELECT * FROM ballot WHERE motion_id = $1 ORDER BY position', [
      motionId,
    ])
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => row.position)).toEqual([0, 1, 2, 3])
    for (const row of rows) {
      expect(row.seat_id).toBeNull()
      expect(Object.keys(row).sort()).toEqual(['choice', 'id', 'motion_id', 'position', 'seat_id'])
      // A random identifier (version 4): no time is written in it.
      expect(row.id[14]).toBe('4')
    }
    const left = await test.owner.query('SELECT count(*)::int FROM sealed_ballot')
    expect(left.rows[0].count).toBe(0)
    const voters = await test.owner.query('SELECT count(*)::int FROM motion_voter WHERE motion_id = $1', [
      motionId,
    ])
    expect(voters.rows[0].count).toBe(4)
    expect(await castBallot(ctx, met.jurors[2]!.actor, { motionId, choice: award })).toMatchObject({
      reason: 'vote-closed',
    })
    // Of two papers that one seat casts at once either is the first.
    const totals = isAwardTaken ? { award: 3, withhold: 1 } : { award: 2, withhold: 2 }
    const result = answers.find((answer) => answer.ok)
    expect(result).toMatchObject({
      value: { result: { award: { ...totals, blank: 0, eligible: 5 } } },
    })
  })

  it('is stored in one transaction, in an order that says nothing of who voted when', async () => {
    const { rows } = await test.owner.query<{ at: string; act: string; position: number }>(
      'SELECT ctid::text AS at, xmin::text AS act, position FROM ballot WHERE motion_id = $1 ORDER BY ctid',
      [motionId],
    )
    expect(new Set(rows.map(({ act }) => act)).size).toBe(1)
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    const { rows: voters } = await test.owner.query<{ act: string }>(
      'SELECT xmin::text AS act FROM motion_voter WHERE motion_id = $1',
      [motionId],
    )
    expect(voters.map(({ act }) => act)).not.toContain(rows[0]?.act)
    const { rows: columns } = await test.owner.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_name IN ('ballot', 'motion_voter') AND (data_type LIKE 'timestamp%' OR column_default IS NOT NULL)`,
    )
    expect(columns).toEqual([])
  })

  it('lies in the order of the permutation over the seats, whoever voted first', async () => {
    const keys = Uint8Array.from({ length: 16 * 600 }, (_, at) => (at < 16 ? 0xff : at % 251))
    const fixed: Context = { ...ctx, crypto: { ...ctx.crypto, randomBytes: () => keys } }
    const seats = [met.chair, met.deputy, ...met.jurors].slice(0, 4)
    const choices = ['award', 'withhold', 'blank', 'award'] as const
    const stored = async (order: readonly number[]): Promise<readonly unknown[]> => {
      const opened = must(await openMotion(ctx, met.chair.actor, { itemId: met.items[0]!.id, kind: 'award' }))
      for (const at of order) {
        const choice: Choice = { kind: 'award', choice: choices[at]! }
        must(await castBallot(ctx, seats[at]!.actor, { motionId: opened.motionId, choice }))
      }
      must(await closeMotion(fixed, met.chair.actor, { motionId: opened.motionId }))
      const { rows } = await test.owner.query<{ choice: unknown }>(
        'SELECT choice FROM ballot WHERE motion_id = $1 ORDER BY ctid',
        [opened.motionId],
      )
      return rows.map(({ choice }) => choice)
    }
    expect(await stored([3, 1, 0, 2])).toEqual(await stored([0, 1, 2, 3]))
  })

  it('never tells one member the paper of another', async () => {
    const seen = await ctx.db.jury.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.user', ${met.jurors[1]!.personId}, true)`
      return tx.$queryRaw<
        { count: number }[]
      >`SELECT count(*)::int AS count FROM ballot WHERE seat_id IS NOT NULL`
    })
    expect(seen[0]?.count).toBe(0)
  })
})

describe.each(['secret', 'open'] as const)('a member who is recused while a vote is %s', (vote) => {
  it('has voted for nothing: the paper is counted no more than the seat is of the quorum', async () => {
    const test = await testDb()
    const ctx = actsContext(test)
    const met = await aMeeting(test, ctx, { rules: { vote } })
    const itemId = met.items[0]!.id
    await met.opened(itemId)
    const { motionId } = must(await openMotion(ctx, met.chair.actor, { itemId, kind: 'award' }))
    const [recused, ...others] = [met.jurors[0]!, met.chair, met.deputy, met.jurors[1]!]
    must(await castBallot(ctx, recused.actor, { motionId, choice: withhold }))
    for (const { actor } of others) must(await castBallot(ctx, actor, { motionId, choice: award }))
    const pin = { seatId: recused.seatId, nominationId: met.files[0]!.id, ground: 'family' } as const
    must(await recuseJuror(ctx, met.secretariat, pin))
    const { result } = must(await closeMotion(ctx, met.chair.actor, { motionId }))
    expect(result).toMatchObject({ award: { award: 3, withhold: 0, blank: 0, eligible: 4 } })
    const [counted] = await loadMotions(ctx.db.office, met.sessionId)
    const written = voteOf(counted!, { ar: 'جائزة', fr: 'Prix' }, new Map())
    expect(written).toMatchObject({ eligible: 5, cast: 3, inFavour: 3, against: 0, blank: 0 })
  })
})

describe('an open vote and the decision', () => {
  let test: TestDb
  let ctx: Context
  let met: Met
  const vote = async (itemId: string, kind: 'award' | 'ranking', choices: readonly Choice[]) => {
    const { motionId } = must(await openMotion(ctx, met.chair.actor, { itemId, kind }))
    const seats = [met.chair, met.deputy, ...met.jurors]
    for (const [at, choice] of choices.entries())
      must(await castBallot(ctx, seats[at]!.actor, { motionId, choice }))
    return must(await closeMotion(ctx, met.chair.actor, { motionId }))
  }
  const wording = { ar: 'مستوى غير كاف.', fr: 'Niveau insuffisant.' }
  beforeAll(async () => {
    test = await testDb()
    ctx = actsContext(test)
    met = await aMeeting(test, ctx)
  })

  it('follows the rank without a vote, and asks for one when it departs', async () => {
    const itemId = met.items[0]!.id
    await met.opened(itemId)
    const [, second] = met.files
    const departing = {
      itemId,
      outcome: 'awarded' as const,
      winners: [second!.id],
      reason: null,
      wording: {},
    }
    expect(await decideAward(ctx, met.chair.actor, departing)).toMatchObject({ reason: 'vote-required' })
    await vote(itemId, 'ranking', [
      { kind: 'ranking', ranking: [[second!.id]] },
      { kind: 'ranking', ranking: [[second!.id]] },
      { kind: 'ranking', ranking: [[met.files[0]!.id]] },
    ])
    expect(
      await decideAward(ctx, met.chair.actor, { ...departing, winners: [met.files[0]!.id] }),
    ).toMatchObject({
      reason: 'vote-elects-another',
    })
    expect((await decideAward(ctx, met.deputy.actor, departing)).ok).toBe(false)
    const answers = await Promise.all([
      decideAward(ctx, met.chair.actor, departing),
      decideAward(ctx, met.chair.actor, departing),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const { rows } = await test.owner.query('SELECT departs, outcome FROM award_decision')
    expect(rows).toEqual([{ departs: true, outcome: 'awarded' }])
    const { rows: items } = await test.owner.query('SELECT state FROM deliberation_item WHERE id = $1', [
      itemId,
    ])
    expect(items[0].state).toBe('decided')
  })

  it('withholds only with the absolute majority, a coded reason, and its words in both languages', async () => {
    const itemId = met.items[1]!.id
    await met.opened(itemId)
    const input = {
      itemId,
      outcome: 'withheld' as const,
      winners: [],
      reason: 'insufficient_level' as const,
      wording,
    }
    expect(await decideAward(ctx, met.chair.actor, input)).toMatchObject({ reason: 'vote-required' })
    await vote(itemId, 'award', [withhold, withhold, withhold, award])
    expect(await decideAward(ctx, met.chair.actor, { ...input, reason: null })).toMatchObject({
      reason: 'reason-required',
    })
    expect(await decideAward(ctx, met.chair.actor, { ...input, wording: { fr: 'Niveau.' } })).toMatchObject({
      reason: 'wording-required',
      fields: { 'wording.ar': 'errors.required' },
    })
    const winner = { outcome: 'awarded' as const, winners: [met.files[0]!.id], reason: null }
    expect(await decideAward(ctx, met.chair.actor, { itemId, ...winner, wording: {} })).toMatchObject({
      reason: 'vote-withholds',
    })
    must(await decideAward(ctx, met.chair.actor, input))
    const { entries } = await met.given.trace()
    expect(entries.slice(-2)).toEqual(['awardDecided', 'itemClosed'])
  })
})
