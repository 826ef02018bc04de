import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import type { Context } from '#app/services/context.ts'
import { assign } from '#app/services/jury/assign.ts'
import { cancelProposal } from '#app/services/jury/cancel-proposal.ts'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { replaceJuror } from '#app/services/jury/replace-juror.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let clerk: Actor
let campaignId: string
let jurors: Juror[]
let nominationId: string
beforeAll(async () => {
  test = await testDb()
  ctx = { ...actsContext(test), solver: createThreadedSolver() }
})
/** A panel of six and one file, of their own for each test. */
beforeEach(async () => {
  panel = await aPanel(test)
  campaignId = panel.campaign.id
  clerk = await panel.given.officer('secretariat', campaignId)
  nominationId = (await panel.file()).id
  jurors = []
  for (let place = 0; place < 6; place += 1) jurors.push(await panel.seated())
})
const left = <T>(act: () => Promise<T>) => leftBy(panel.given, act)
const settings = {
  objective: 'fairest',
  capPercent: null,
  slack: 1,
  relax: false,
  specialist: false,
  newcomers: null,
} as const
const propose = () => proposeAssignment(ctx, clerk, { campaignId, settings })
const proposed = async () => {
  const asked = await propose()
  if (!asked.ok) throw new Error(asked.reason)
  return { campaignId, proposalId: asked.value.proposalId }
}
const stateOf = async (proposalId: string) =>
  (await test.owner.query('SELECT state FROM assignment_proposal WHERE id = $1', [proposalId])).rows[0].state
const readers = async (): Promise<string[]> =>
  (
    await test.owner.query<{ seat_id: string }>(
      'SELECT seat_id FROM assignment WHERE nomination_id = $1 AND removed_at IS NULL',
      [nominationId],
    )
  ).rows.map((row) => row.seat_id)
const told = async (): Promise<string[]> =>
  (
    await test.owner.query<{ person_id: string }>(
      `SELECT person_id FROM outbox WHERE campaign_id = $1 AND notice = 'assignment-ready'`,
      [campaignId],
    )
  ).rows.map((row) => row.person_id)
const seen = (version: number) => ({ campaignId, nominationId, version })

it('proposes once of two at once, with one entry that commits to the draw, and writes to nobody', async () => {
  expect(await left(() => oneOfTwo('proposal-running', propose, test))).toMatchObject({
    ...{ entries: ['assignmentProposed'], notices: [] },
  })
  const { rows } = await test.owner.query(
    `SELECT e.actor_id, e.facts->>'commitment' = p.commitment AS same FROM audit_entry e JOIN assignment_proposal p ON p.campaign_id = e.campaign_id WHERE e.campaign_id = $1`,
    [campaignId],
  )
  expect(rows).toEqual([{ actor_id: clerk.personId, same: true }])
})

it('cancels once of two at once, with one entry', async () => {
  const of = await proposed()
  expect(
    await left(() => oneOfTwo('proposal-over', () => cancelProposal(ctx, clerk, of), test)),
  ).toMatchObject({
    ...{ entries: ['assignmentCancelled'], notices: [] },
  })
  expect(await stateOf(of.proposalId)).toBe('cancelled')
})

it('computes and confirms once of two at once, each with one entry, and writes once to each reader', async () => {
  const of = await proposed()
  const compute = () => computeProposal(ctx, of.proposalId)
  const computed = await left(() => Promise.all([compute(), compute()]))
  expect(computed).toMatchObject({ entries: ['assignmentComputed'], notices: [] })
  // Whoever comes second either finds it over or, while still computing, is called off.
  const late = computed.result.flatMap((one) => (one.ok ? [] : [one.reason]))
  expect(late).toHaveLength(1)
  expect(['proposal-over', 'cancelled']).toContain(late[0])
  expect(await stateOf(of.proposalId)).toBe('ready')
  const { readersPerNomination } = panel.campaign.regulation.jury
  expect(
    await left(() => oneOfTwo('proposal-over', () => confirmAssignment(ctx, clerk, of), test)),
  ).toMatchObject({
    entries: ['assignmentConfirmed'],
    notices: Array.from({ length: readersPerNomination }, () => 'assignment-ready'),
  })
  expect(await stateOf(of.proposalId)).toBe('confirmed')
  const people = new Map(jurors.map((juror) => [juror.seatId, juror.personId]))
  expect((await told()).sort()).toEqual((await readers()).map((seat) => people.get(seat)).sort())
})

it('gives and takes a file by hand once of two at once: one entry each, a letter to whoever reads it now', async () => {
  const [one] = jurors
  const give = () => assign(ctx, clerk, { ...seen(0), seatId: one!.seatId })
  expect(await left(() => oneOfTwo('stale-version', give, test))).toMatchObject({
    ...{ entries: ['assignmentMoved'], notices: ['assignment-ready'] },
  })
  expect(await told()).toEqual([one!.personId])
  const take = () => unassign(ctx, clerk, { ...seen(1), seatId: one!.seatId })
  expect(await left(() => oneOfTwo('stale-version', take, test))).toMatchObject({
    ...{ entries: ['assignmentMoved'], notices: [] },
  })
  expect(await readers()).toEqual([])
})

it.each([
  ['one file of a juror', 'stale-version'],
  ['every file of a juror', 'not-assigned'],
] as const)(
  'passes on %s once of two at once, the other refused %s: one entry, one letter',
  async (what, refusal) => {
    const [first] = jurors
    await panel.given.assignment({ seat: first!.seatId, nomination: nominationId })
    const of = what === 'one file of a juror' ? { nominationId, version: 1 } : null
    const replace = () => replaceJuror(ctx, clerk, { campaignId, seatId: first!.seatId, of })
    expect(await left(() => oneOfTwo(refusal, replace, test))).toMatchObject({
      ...{ entries: ['assignmentMoved'], notices: ['assignment-ready'] },
    })
    const [now, ...more] = await readers()
    expect(more).toEqual([])
    const heir = jurors.find((juror) => juror.seatId === now)
    expect(heir?.seatId).not.toBe(first!.seatId)
    expect(await told()).toEqual([heir?.personId])
    const { rows } = await test.owner.query(
      `SELECT facts->>'from' AS from, facts->>'to' AS to FROM audit_entry WHERE campaign_id = $1`,
      [campaignId],
    )
    expect(rows).toEqual([{ from: first!.seatId, to: now }])
  },
)
