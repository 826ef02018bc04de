import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import { importArchivedEdition, recordArchiveGaps } from '#app/services/campaign/import-archived-edition.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const record = JSON.parse(readFileSync('prisma/seed/palmares.json', 'utf8')) as RecordedEdition[]
const snapshotOf = async (year: number) =>
  (
    await test.owner.query<{ document: Snapshot }>(
      `SELECT s.document FROM snapshot s JOIN campaign c ON c.id = s.campaign_id WHERE c.slug = $1`,
      [String(year)],
    )
  ).rows[0]!.document

describe('importArchivedEdition', () => {
  it('imports the thirteen recorded editions, row for row', async () => {
    for (const edition of record) {
      expect(await importArchivedEdition(ctx, SYSTEM_ACTOR, edition)).toMatchObject({ ok: true })
    }
    for (const edition of record) {
      const { categories, campaign, sources } = await snapshotOf(edition.year)
      expect(campaign).toMatchObject({ editionNumber: edition.edition, ceremonyDate: edition.ceremonyDate })
      expect(sources.map(({ url }) => url)).toEqual(edition.sources)
      const winners = categories.map(({ code, slots }) => ({
        code,
        winners: slots.flatMap((slot) =>
          slot.winners.map(({ administration, title }) => [administration.name.fr, title.fr]),
        ),
        withheld: slots.filter(({ outcome }) => outcome === 'withheld').length,
      }))
      expect(winners).toEqual(
        edition.categories.map(({ code, prizes }) => ({
          code,
          winners: prizes
            .filter(({ withheld }) => !withheld)
            .map((prize) => [prize.administrationFr ?? undefined, prize.projectFr ?? undefined]),
          withheld: prizes.filter(({ withheld }) => withheld).length,
        })),
      )
    }
    const counted = await test.owner.query(
      `SELECT count(*)::int AS campaigns FROM campaign WHERE archived AND phase = 'archived'`,
    )
    expect(counted.rows).toEqual([{ campaigns: 13 }])
    const { entries } = await given.trace()
    expect(entries.filter((act) => act === 'editionImported')).toHaveLength(13)
  })

  it('calls a prize shared where the record does, and joins its winners in one slot', async () => {
    const slots = (await snapshotOf(2015)).categories.find(({ code }) => code === 'e-demarche')!.slots
    expect(slots.find(({ outcome }) => outcome === 'shared')?.winners).toHaveLength(2)
    const shared = (await snapshotOf(2007)).categories
      .flatMap(({ slots: of }) => of)
      .filter(({ outcome }) => outcome === 'shared')
    expect(shared).toHaveLength(3)
    const encouraged = (await snapshotOf(2007)).categories.find(({ code }) => code === 'general')!.slots
    expect(encouraged.filter(({ type }) => type === 'encouragement').map(({ code }) => code)).toEqual([
      'encouragement',
      'encouragement-2',
      'encouragement-3',
    ])
  })

  it('keeps what is unknown as a gap', async () => {
    const first = await snapshotOf(2005)
    expect(first.campaign.ceremonyDate).toBeNull()
    expect(first.gaps).toEqual(expect.arrayContaining(['ceremony-date', 'candidates', 'service', 'scores']))
    expect((await snapshotOf(2019)).figures.nominations).toBe(35)
    expect(
      await recordArchiveGaps(
        ctx,
        record.map(({ year }) => year),
      ),
    ).toMatchObject({
      value: { gaps: [2009, 2011, 2013, 2020] },
    })
    expect((await given.trace()).entries.at(-1)).toBe('archiveGapsRecorded')
  })

  it('imports an edition once, also twice at once, and only by the platform', async () => {
    const edition = { ...record[0]!, year: 2004 }
    const both = await Promise.all([1, 2].map(() => importArchivedEdition(ctx, SYSTEM_ACTOR, edition)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already-imported' })
    const organiser = await given.officer('organiser', (await given.campaign()).id)
    expect(await importArchivedEdition(ctx, organiser, { ...edition, year: 2003 })).toMatchObject({
      reason: 'wrong-role',
    })
    expect(
      await importArchivedEdition(ctx, SYSTEM_ACTOR, { ...edition, year: 2003, sources: [] }),
    ).toMatchObject({
      reason: 'record-without-source',
    })
  })
})
