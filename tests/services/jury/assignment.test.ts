import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { assign } from '#app/services/jury/assign.ts'
import { cancelProposal } from '#app/services/jury/cancel-proposal.ts'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { replaceJuror } from '#app/services/jury/replace-juror.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let clerk: Actor
let jurors: Juror[]
let files: { id: string; administration: string }[]
beforeAll(async () => {
  test = await testDb()
  ctx = { ...actsContext(test), solver: createThreadedSolver() }
  panel = await aPanel(test)
  clerk = await panel.given.officer('secretariat', panel.campaign.id)
  const shared = await panel.given.administration()
  files = [await panel.file(), await panel.file(), await panel.file()]
  jurors = []
  for (const of of [
    { institution: shared.id },
    { institution: shared.id },
    { institution: files[0]!.administration },
    {},
    {},
    {},
    {},
    {},
  ]) {
    jurors.push(await panel.seated(of))
  }
  await panel.seated({ role: 'chair' })
  await panel.seated({ charterSigned: false })
})
const campaignId = () => panel.campaign.id
const live = async () =>
  (
    await test.owner.query(
      'SELECT seat_id, nomination_id, explanation FROM assignment WHERE removed_at IS NULL ORDER BY nomination_id, seat_id',
    )
  ).rows
const SETTINGS = {
  objective: 'fairest',
  capPercent: null,
  slack: 1,
  relax: false,
  specialist: false,
  newcomers: null,
} as const
type Settings = Parameters<typeof proposeAssignment>[2]['settings']
const ask = (settings: Settings = SETTINGS, who = clerk) =>
  proposeAssignment(ctx, who, { campaignId: campaignId(), settings })
const computed = async (settings: Settings = SETTINGS) => {
  const asked = await ask(settings)
  if (!asked.ok) throw new Error(asked.reason)
  expect(await computeProposal(ctx, asked.value.proposalId)).toMatchObject({ ok: true })
  return rowOf(asked.value.proposalId)
}
const rowOf = async (id: string) =>
  (await test.owner.query('SELECT * FROM assignment_proposal WHERE id = $1', [id])).rows[0]
/** The version of a file's readers: how often one was given it or lost it. */
const readersVersion = async (nominationId: string): Promise<number> =>
  (
    await test.owner.query(
      'SELECT (count(*) + count(removed_at))::int AS version FROM assignment WHERE nomination_id = $1',
      [nominationId],
    )
  ).rows[0].version
const seenOf = async (nominationId: string) => ({
  campaignId: campaignId(),
  nominationId,
  version: await readersVersion(nominationId),
})
const confirm = (proposalId: string) =>
  confirmAssignment(ctx, clerk, { campaignId: campaignId(), proposalId })

describe('the proposal', () => {
  it('respects bodies and conflicts, balances, names its solver and its inputs, and assigns nothing', async () => {
    const { state, result, solver, input_hash, commitment, seed, salt } = await computed()
    expect(state).toBe('ready')
    expect(solver).toMatchObject({ name: 'HiGHS', version: '1.15.1' })
    expect(input_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(commitment).toBe(ctx.crypto.sha256(`${seed} ${salt}`))
    const { plan } = result.proposal as { plan: number[][] }
    const seats = plan.map((columns) => columns.map((column) => result.seatIds[column]))
    expect(seats.flat()).toHaveLength(15)
    const loads = jurors.map(({ seatId }) => seats.flat().filter((one) => one === seatId).length)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(3)
    expect(seats[result.nominationIds.indexOf(files[0]!.id)]).not.toContain(jurors[2]!.seatId)
    const shared = [jurors[0]!.seatId, jurors[1]!.seatId]
    for (const readers of seats)
      expect(readers.filter((seat) => shared.includes(seat)).length).toBeLessThan(2)
    expect(await live()).toHaveLength(0)
  })

  it('can be drawn, with no pair more likely than the cap, and names a cap that is too low', async () => {
    expect(await computed({ ...SETTINGS, capPercent: 90 })).toMatchObject({ state: 'ready' })
    const tight = await computed({ ...SETTINGS, capPercent: 50 })
    expect([tight.state, tight.result.proposal.reason]).toEqual(['refused', 'chances-too-tight'])
  })

  it('is refused to whoever is not the secretariat, and while one is being computed', async () => {
    const organiser = await panel.given.officer('organiser', campaignId())
    expect(await ask(SETTINGS, organiser)).toMatchObject({ reason: 'wrong-role' })
    const both = await Promise.all([ask(), ask()])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.filter((one) => !one.ok)).toMatchObject([{ reason: 'proposal-running' }])
  })

  it('ends when it is cancelled, before or during the computation', async () => {
    const { rows } = await test.owner.query("SELECT id FROM assignment_proposal WHERE state = 'waiting'")
    const cancel = (proposalId: string) =>
      cancelProposal(ctx, clerk, { campaignId: campaignId(), proposalId })
    expect(await cancel(rows[0].id)).toMatchObject({ ok: true })
    expect(await cancel(rows[0].id)).toMatchObject({ reason: 'proposal-over' })
    expect(await computeProposal(ctx, rows[0].id)).toMatchObject({ reason: 'proposal-over' })
    const asked = await ask()
    if (!asked.ok) throw new Error(asked.reason)
    const endless = {
      ...ctx,
      solver: {
        propose: (_: unknown, { signal }: { signal: AbortSignal }) =>
          new Promise((resolve) => signal.addEventListener('abort', () => resolve(refuse('cancelled')))),
      },
    } as unknown as Context
    const running = computeProposal(endless, asked.value.proposalId)
    await expect.poll(async () => (await rowOf(asked.value.proposalId)).state).toBe('computing')
    expect(await cancel(asked.value.proposalId)).toMatchObject({ ok: true })
    expect(await running).toMatchObject({ reason: 'cancelled' })
    expect((await rowOf(asked.value.proposalId)).state).toBe('cancelled')
  })

  it('keeps the name of the refusal when the solver is off or fails', async () => {
    for (const [answer, reason] of [
      [ok({ proposal: { kind: 'refused', reason: 'solver-off', facts: { broken: 'load' } } }), 'solver-off'],
      [refuse('solver-failed'), 'solver-failed'],
    ] as const) {
      const asked = await ask()
      if (!asked.ok) throw new Error(asked.reason)
      const broken = { ...ctx, solver: { propose: () => Promise.resolve(answer) } } as unknown as Context
      await computeProposal(broken, asked.value.proposalId)
      const { state, result } = await rowOf(asked.value.proposalId)
      expect([state, result.proposal.reason]).toEqual(['refused', reason])
      expect(await confirm(asked.value.proposalId)).toMatchObject({ reason: 'proposal-over' })
    }
  })
})

describe('confirming', () => {
  it('stores nothing when the panel has changed since the proposal', async () => {
    const { id, result } = await computed()
    const first = result.proposal.plan[0][0] as number
    await panel.recused(result.seatIds[first], result.nominationIds[0])
    const before = await panel.given.trace()
    expect(await confirm(id)).toMatchObject({ ok: false, reason: 'proposal-changed' })
    expect(await live()).toHaveLength(0)
    expect(await panel.given.trace()).toEqual(before)
  })

  it('stores what was shown once, with the reason of each pair and one letter per reader', async () => {
    const { id } = await computed()
    const both = await Promise.all([confirm(id), confirm(id)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const stored = await live()
    expect(stored).toHaveLength(15)
    expect(stored[0].explanation).toMatchObject({ source: 'proposed', proposal: id })
    const readers = new Set(stored.map((row) => row.seat_id)).size
    const { notices } = await panel.given.trace()
    expect(notices.filter((name) => name === 'assignment-ready')).toHaveLength(readers)
    expect(await ask()).toMatchObject({ reason: 'nothing-to-assign' })
  })

  it('refuses an impossible assignment with the nominations that stand in the way', async () => {
    const file = await panel.file()
    for (const juror of jurors.slice(0, 5)) await panel.recused(juror.seatId, file.id)
    const { state, result } = await computed()
    expect(state).toBe('impossible')
    const { rows, places, needed } = result.proposal.obstruction.blocking
    expect(rows.map((row: number) => result.nominationIds[row])).toEqual([file.id])
    expect([places, needed]).toEqual([3, 5])
  })
})

describe('replacing a juror', () => {
  it('gives a file to whoever suits best, all else fixed, or says that nobody is free', async () => {
    // A juror without files: somebody is free, however the files were shared out before.
    await panel.seated()
    const before = await live()
    const { seat_id: seatId, nomination_id: nominationId } = before[0]
    const seen = await seenOf(nominationId)
    const replace = (of: typeof seen) => replaceJuror(ctx, clerk, { campaignId: campaignId(), seatId, of })
    expect(await replace(seen)).toMatchObject({ ok: true, value: { files: 1 } })
    const after = await live()
    expect(after).toHaveLength(before.length)
    expect(after).not.toContainEqual(
      expect.objectContaining({ seat_id: seatId, nomination_id: nominationId }),
    )
    expect(await replace(seen)).toMatchObject({
      reason: 'stale-version',
      facts: { version: seen.version + 2 },
    })
    expect(await replace(await seenOf(nominationId))).toMatchObject({ reason: 'not-assigned' })
  })
})

describe('moving by hand', () => {
  it('refuses a conflict, a second reader of the institution and a reader twice', async () => {
    const file = await panel.file({ administration: files[0]!.administration })
    const give = async (juror: Juror) =>
      assign(ctx, clerk, { ...(await seenOf(file.id)), seatId: juror.seatId })
    expect(await give(jurors[2]!)).toMatchObject({ reason: 'excluded' })
    expect(await give(jurors[0]!)).toMatchObject({ ok: true })
    expect(await give(jurors[0]!)).toMatchObject({ reason: 'already-assigned' })
    expect(await give(jurors[1]!)).toMatchObject({ reason: 'institution-twice' })
  })

  it('keeps one of two clerks who give the last places of one institution at once', async () => {
    const file = await panel.file()
    const seen = await seenOf(file.id)
    const give = (juror: Juror) => assign(ctx, clerk, { ...seen, seatId: juror.seatId })
    const both = await Promise.all([give(jurors[0]!), give(jurors[1]!)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version', facts: { version: 1 } })
  })

  it('changes nothing from a page that is older than the readers of the file', async () => {
    const file = await panel.file()
    const seen = await seenOf(file.id)
    expect(await assign(ctx, clerk, { ...seen, seatId: jurors[3]!.seatId })).toMatchObject({ ok: true })
    const before = [await live(), await panel.given.trace()]
    const late = { reason: 'stale-version', facts: { version: seen.version + 1 } }
    expect(await assign(ctx, clerk, { ...seen, seatId: jurors[4]!.seatId })).toMatchObject(late)
    expect(await unassign(ctx, clerk, { ...seen, seatId: jurors[3]!.seatId })).toMatchObject(late)
    expect([await live(), await panel.given.trace()]).toEqual(before)
    // Given and taken back: the readers are those of the first page, yet not what it was read from.
    expect(
      await unassign(ctx, clerk, { ...(await seenOf(file.id)), seatId: jurors[3]!.seatId }),
    ).toMatchObject({
      ok: true,
    })
    expect(await assign(ctx, clerk, { ...seen, seatId: jurors[3]!.seatId })).toMatchObject({
      reason: 'stale-version',
    })
  })

  it('takes a file back, but not once its sheet is sealed', async () => {
    const file = await panel.file()
    const [reader, done] = [jurors[3]!, jurors[4]!]
    await panel.reading(reader, file.id)
    await panel.reading(done, file.id)
    await panel.sealed(ctx, done, file.id, 3)
    const take = async (juror: Juror) =>
      unassign(ctx, clerk, { ...(await seenOf(file.id)), seatId: juror.seatId })
    expect(await take(reader)).toMatchObject({ ok: true })
    expect(await take(reader)).toMatchObject({ reason: 'not-assigned' })
    expect(await take(done)).toMatchObject({ reason: 'sheet-sealed' })
  })
})
