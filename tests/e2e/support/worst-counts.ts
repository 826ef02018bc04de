import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import { aResult, writeSnapshot } from '#tests/routes/public/stage.ts'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { createGiven, type GivenCampaign } from '#tests/support/given.ts'

const DAY = 86_400_000
const CATEGORIES = 40
const NOMINATIONS = 5000
const long = { ar: LONG_NAME, fr: LONG_NAME }

export type WorstCounts = {
  /** Forty categories of the longest names, and 5,000 nominations. */
  readonly crowded: GivenCampaign
  /** One category, no nomination; it has no presentations, as no edition of one round has. */
  readonly empty: GivenCampaign
  /** Released: one prize shared by two, of whom one has no Arabic name. */
  readonly shared: GivenCampaign
  readonly laureate: string
  /** Released: no prize of any category was given. */
  readonly withheld: GivenCampaign
}

/** Writes the campaigns with too much or nothing in them as rows, for people of the demonstration to open. */
export async function writeWorstCounts(owner: pg.Client): Promise<WorstCounts> {
  // What the builders of the other tests need of a database is its owner.
  const given = createGiven({ owner } as unknown as TestDb)
  const template = aRegulation({ opensAt: instant(Date.now() - 30 * DAY) })
  const [rule] = template.categories
  if (!rule) throw new Error('the template has no category')
  // Written anew where a test is tried again: no address and no number may be taken.
  const own = randomInt(1, 9000)
  const campaign = (slug: string, phase: Phase, count: number): Promise<GivenCampaign> =>
    given.campaign({
      phase,
      slug: `${slug}-${own}`,
      regulation: {
        ...template,
        awardName: long,
        categories: Array.from({ length: count }, (_, at) => ({
          ...rule,
          code: `c${at + 1}`,
          name: { ar: `${at + 1} ${LONG_NAME}`, fr: `${at + 1} ${LONG_NAME}` },
        })),
      },
    })
  const crowded = await campaign('foule', 'screening', CATEGORIES)
  const body = await given.administration({ name: long })
  const row = {
    ...{ id: randomUUID(), reference: `EMT-1999-${own}00000`, campaign_id: crowded.id, title: long },
    ...{ category_id: Object.values(crowded.categories)[0], administration_id: body.id, state: 'submitted' },
    ...{ submitted_at: new Date(), created_at: new Date(), created_by: randomUUID() },
  }
  await given.insert('nomination', row)
  const same =
    'campaign_id, category_id, administration_id, state, title, submitted_at, created_at, created_by'
  await owner.query(
    `INSERT INTO nomination (id, reference, ${same})
     SELECT gen_random_uuid(), 'EMT-1999-' || ($3::int * 100000 + n), ${same} FROM nomination, generate_series(1, $2) n
     WHERE id = $1`,
    [row.id, NOMINATIONS - 1, own],
  )
  const empty = await campaign('vide', 'nominations', 1)
  const shared = await campaign('partage', 'published', 1)
  const withheld = await campaign('sans-laureat', 'published', 1)
  const laureate = randomUUID()
  await writeSnapshot(given, sharedPrize(shared, laureate), new Date())
  await writeSnapshot(given, nothingGiven(withheld), new Date())
  const people = await owner.query<{ id: string; role: 'organiser' | 'secretariat' }>(
    `SELECT id, CASE WHEN email LIKE 'organisation@%' THEN 'organiser' ELSE 'secretariat' END AS role
     FROM person WHERE email LIKE 'organisation@demo.%' OR email LIKE 'secretariat.1@demo.%'`,
  )
  for (const { id, role } of people.rows)
    for (const of of [crowded, empty]) await given.grant({ person: id, role, campaign: of.id })
  return { crowded, empty, shared, laureate, withheld }
}

const told = (nominationId: string) => ({ nominationId, title: LONG_NAME, body: LONG_NAME })

function sharedPrize(campaign: GivenCampaign, laureate: string): Snapshot {
  const result = aResult(campaign, told(laureate))
  const [category] = result.categories
  const [first, second] = category?.slots ?? []
  if (!category || !first || !second || !first.winners[0]) throw new Error('the result has no prize')
  const other = { ...first.winners[0], nominationId: randomUUID(), title: { fr: 'Sans nom arabe' } }
  const both = { ...first, outcome: 'shared' as const, winners: [...first.winners, other] }
  return { ...result, categories: [{ ...category, slots: [both, second] }] }
}

function nothingGiven(campaign: GivenCampaign): Snapshot {
  const result = aResult(campaign, told(randomUUID()))
  const none = { outcome: 'withheld', reason: 'too_few_nominations', winners: [] } as const
  return {
    ...result,
    categories: Array.from({ length: 3 }, (_, at) => ({
      code: `c${at + 1}`,
      name: long,
      slots: (result.categories[0]?.slots ?? []).map((slot) => ({ ...slot, ...none })),
    })),
  }
}
