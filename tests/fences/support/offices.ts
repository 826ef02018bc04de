import { randomUUID } from 'node:crypto'
import type { TestDb } from '#tests/support/db.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')
const HASH = 'b'.repeat(64)

/** Letters in each state that has a button of its own, and an edition whose letters are held. */
async function someLetters({ given, people, campaigns }: World): Promise<void> {
  for (const state of ['pending', 'failed'])
    await given.insert('outbox', {
      ...{
        id: randomUUID(),
        notice: 'campaign-opened',
        email: `${state}@example.ma`,
        locale: 'fr',
        facts: {},
      },
      ...{ campaign_id: campaigns.judged, state, created_at: AT, next_attempt_at: AT },
    })
  await given.insert('letter_hold', {
    ...{ id: randomUUID(), campaign_id: campaigns.open, held_by: people.organiser, held_at: AT },
  })
}

/** A proposal of readers that may be kept, and in another campaign one that may be stopped. */
async function someProposals({ given, people, campaigns, nominations, seats }: World): Promise<string> {
  const distributed = await given.campaign({ phase: 'evaluation', slug: 'repartie' })
  await given.grant({ person: people.secretariat, role: 'secretariat', campaign: distributed.id })
  const wishes = { objective: 'fairest', capPercent: null, slack: 0, relax: false, specialist: false }
  const figures = { sum: 0, smallest: 0, floorBound: 0, sumProven: true, swaps: 0, kappa: null }
  const proposal = {
    kind: 'plan',
    plan: [[]],
    ...figures,
    optimum: { sum: 0, smallest: 0 },
    relaxation: null,
  }
  for (const [campaign, state] of [
    [campaigns.judged, 'ready'],
    [distributed.id, 'waiting'],
  ])
    await given.insert('assignment_proposal', {
      ...{
        id: randomUUID(),
        campaign_id: campaign,
        number: 1,
        state,
        settings: { ...wishes, newcomers: null },
      },
      ...{ seed: 1, salt: HASH, commitment: HASH, input_hash: HASH, requested_by: people.secretariat },
      ...{ requested_at: AT, finished_at: state === 'ready' ? AT : null },
      ...(state === 'ready'
        ? { result: { nominationIds: [nominations.file], seatIds: [seats.juror], proposal } }
        : {}),
    })
  return distributed.id
}

/** Seats to fill: one that is named and not asked, one that was declined and has an alternate; and one reader more. */
async function someSeats({ given, campaigns }: World, { owner }: TestDb): Promise<readonly string[]> {
  const named = (await given.seat({ campaign: campaigns.judged })).id
  const declined = (await given.seat({ campaign: campaigns.judged, state: 'declined' })).id
  await owner.query(`UPDATE seat SET invitee_name = 'Qui', invitee_email = 'qui@example.ma' WHERE id = $1`, [
    named,
  ])
  await owner.query(
    `UPDATE seat SET alternate_name = 'Qui', alternate_email = 'q@example.ma' WHERE id = $1`,
    [declined],
  )
  const reader = await given.person()
  await given.seat({ campaign: campaigns.judged, person: reader.id })
  return [named, declined]
}

/** What the offices decide: letters, readers, seats, a mandate asked for, rules to adopt. */
export async function someOffices(world: World, test: TestDb) {
  const { given, people } = world
  await someLetters(world)
  const { id: approved } = await given.administration()
  const asking = await given.person()
  await given.mandate({ person: asking.id, administration: approved, state: 'requested' })
  const unadopted = await given.campaign({ phase: 'preparation', slug: 'inadoptee' })
  await test.owner.query('UPDATE regulation_version SET adopted_hash = NULL WHERE campaign_id = $1', [
    unadopted.id,
  ])
  await given.grant({ person: people.organiser, role: 'organiser', campaign: unadopted.id })
  return {
    unadopted: unadopted.id,
    distributed: await someProposals(world),
    seats: await someSeats(world, test),
  }
}
