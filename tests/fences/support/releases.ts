import { randomUUID } from 'node:crypto'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')
const HASH = 'd'.repeat(64)

/** A campaign after its deliberation, with one judged file and the release in that state. */
async function aRelease({ given, people, body }: World, phase: Phase, slug: string): Promise<string> {
  const campaign = await given.campaign({ phase, slug })
  await given.grant({ person: people.publisher, role: 'publisher', campaign: campaign.id })
  await given.nomination({ campaign, administration: body, state: 'admissible' })
  const id = randomUUID()
  await given.insert('release', {
    ...{ id, campaign_id: campaign.id, state: phase === 'embargo' ? 'approved' : 'published' },
    ...{ embargo_until: AT, snapshot_hash: HASH, prepared_by: people.publisher, prepared_at: AT },
    published_at: phase === 'embargo' ? null : AT,
  })
  for (const role of ['publisher', 'chair'])
    await given.insert('release_approval', {
      ...{ release_id: id, person_id: (await given.person()).id, role, snapshot_hash: HASH, at: AT },
    })
  return campaign.id
}

/** A release that waits for its instant; one that is out, its certificates still to make; one whose certificates are being made. */
export async function someReleases(world: World): Promise<readonly string[]> {
  const embargoed = await aRelease(world, 'embargo', 'sous-embargo')
  const published = await aRelease(world, 'published', 'publiee')
  const certified = await aRelease(world, 'published', 'certifiee')
  await world.given.insert('document_batch', {
    ...{ id: randomUUID(), campaign_id: certified, state: 'waiting', total: 1 },
    ...{ requested_by: world.people.publisher, requested_at: AT },
  })
  return [embargoed, published, certified]
}
