import { beforeAll, describe, expect, it } from 'vitest'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { assignmentPage } from '#app/queries/jury/assignment-page.ts'
import type { Context } from '#app/services/context.ts'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let own: { id: string; administration: string }
let partner: string
const campaignId = () => panel.campaign.id
const SETTINGS = {
  ...{ capPercent: null, slack: 1, relax: false, specialist: false, newcomers: null },
  objective: 'fairest' as const,
}

beforeAll(async () => {
  test = await testDb()
  ctx = { ...actsContext(test), solver: createThreadedSolver() }
  panel = await aPanel(test)
  for (let seat = 0; seat < 6; seat += 1) await panel.seated()
  own = await panel.file()
  await panel.file()
  partner = await panel.partnered(own.id)
})

async function clerkFor(administration: string | null): Promise<Actor> {
  const { personId } = await panel.given.officer('secretariat', campaignId())
  if (administration !== null) await panel.given.mandate({ person: personId, administration })
  return panel.given.actor(personId)
}

describe('a proposal that gives readers to the file', () => {
  it('shows its clerk neither its figures nor its seed, and is kept by a colleague alone', async () => {
    const neutral = await clerkFor(null)
    const wanted = { campaignId: campaignId(), settings: SETTINGS }
    const { proposalId } = must(await proposeAssignment(ctx, neutral, wanted))
    must(await computeProposal(ctx, proposalId))
    const asked = { campaignId: campaignId(), proposalId }
    for (const body of [own.administration, partner]) {
      const clerk = await clerkFor(body)
      const page = must(await assignmentPage(ctx, clerk, { campaignId: campaignId(), after: null }))
      expect(page.proposal).toMatchObject({ id: proposalId, isApart: true, plan: null, seed: null })
      expect(page.can).toMatchObject({ propose: true, confirm: false })
      expect(page.page.rows.map(({ proposed: readers }) => readers.length)).toEqual([5])
      const trace = await panel.given.trace()
      expect(await confirmAssignment(ctx, clerk, asked)).toMatchObject({ reason: 'actor-conflicted' })
      expect(await panel.given.trace()).toEqual(trace)
    }
    const page = must(await assignmentPage(ctx, neutral, { campaignId: campaignId(), after: null }))
    expect(page.proposal).toMatchObject({ isApart: false, plan: { added: 10 } })
    expect(page.can.confirm).toBe(true)
    expect(await confirmAssignment(ctx, neutral, asked)).toMatchObject({ ok: true })
  })
})
