import { readFileSync } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import { importArchivedEdition } from '#app/services/campaign/import-archived-edition.ts'
import type { Context } from '#app/services/context.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import type { TestDb } from '#tests/support/db.ts'
import type { Given, GivenCampaign } from '#tests/support/given.ts'

export const publicContext = (test: TestDb): Context => ({ ...actsContext(test), workbook })

/** The thirteen recorded editions. */
export async function importRecord(ctx: Context): Promise<void> {
  const record = JSON.parse(readFileSync('prisma/seed/palmares.json', 'utf8')) as RecordedEdition[]
  for (const edition of record) {
    const done = await importArchivedEdition(ctx, SYSTEM_ACTOR, edition)
    if (!done.ok) throw new Error(done.reason)
  }
}

export type Told = { readonly nominationId: string; readonly title: string; readonly body: string }

/** A result as a document: one prize awarded, one withheld. */
export const aResult = ({ id, regulation }: GivenCampaign, told: Told, synthetic = false): Snapshot => ({
  schema: 'imtiyaz.snapshot/1',
  campaign: {
    id,
    year: 2026,
    editionNumber: 19,
    awardName: regulation.awardName,
    organiser: regulation.organiser,
    ceremonyDate: '2027-03-01',
    releasedAt: '2027-02-22T10:00:00Z',
    regulationHash: 'a'.repeat(64),
  },
  categories: [
    {
      code: 'e-contenu',
      name: { ar: 'المحتوى الإلكتروني', fr: 'E-contenu' },
      slots: [
        {
          code: 'excellence',
          type: 'excellence',
          label: { ar: 'جائزة التميز', fr: "Prix d'excellence" },
          outcome: 'awarded',
          reason: null,
          winners: [
            {
              nominationId: told.nominationId,
              reference: 'EMT-2026-0007',
              title: { fr: told.title },
              administration: { id: randomUUID(), name: { fr: told.body } },
              partners: [],
              summary: { fr: '<b>Résumé</b> & suite' },
              score: { exact: '253/3', display: '84.3' },
            },
          ],
        },
        {
          code: 'encouragement',
          type: 'encouragement',
          label: { ar: 'جائزة التشجيع', fr: "Prix d'encouragement" },
          outcome: 'withheld',
          reason: 'insufficient_level',
          winners: [],
        },
      ],
    },
  ],
  figures: { nominations: 12, admissible: 10, administrations: 9, jurors: 5, sheets: 50 },
  synthetic,
  sources: [],
  gaps: [],
})

/** Writes a snapshot with one file of its bundle, as the release would. */
export async function writeSnapshot(
  given: Given,
  document: Snapshot,
  publishedAt: Date,
  number = 1,
): Promise<void> {
  const id = randomUUID()
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  await given.insert('snapshot', {
    id,
    campaign_id: document.campaign.id,
    number,
    document,
    hash,
    published_at: publishedAt,
  })
  const content = JSON.stringify({ told: document.categories })
  await given.insert('bundle_file', {
    snapshot_id: id,
    name: 'results.json',
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
  })
}
