import type { Localized } from '#app/domain/kernel/localized.ts'
import { type Instant, toIso } from '#app/domain/kernel/instant.ts'
import type { SnapshotSlot, SnapshotWinner } from '#app/domain/results/snapshot.ts'
import type { Cell } from '#app/services/ports.ts'
import type { PublishedEdition } from '../public/published.ts'

/** Open Data Commons Open Database License, the licence of the national open data portal. */
export const LICENCE = { name: 'ODbL-1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' } as const

type UrlOf = (nominationId: string) => string

/** When the roll last changed: the newest snapshot, not the minute of the download. */
export const changedAt = (editions: readonly PublishedEdition[]): Instant | null =>
  editions.reduce<Instant | null>(
    (last, { publishedAt }) => (last === null || publishedAt > last ? publishedAt : last),
    null,
  )

const text = (value: Localized | undefined, locale: 'ar' | 'fr'): string | null => value?.[locale] ?? null

const prizeOf = (slot: SnapshotSlot, winner: SnapshotWinner | null, urlOf: UrlOf) => ({
  id: winner?.nominationId ?? null,
  url: winner ? urlOf(winner.nominationId) : null,
  type: slot.type,
  label: text(slot.label, 'fr'),
  labelAr: text(slot.label, 'ar'),
  outcome: slot.outcome,
  reason: slot.reason,
  withheld: winner === null,
  administrationFr: text(winner?.administration.name, 'fr'),
  administrationAr: text(winner?.administration.name, 'ar'),
  partners: winner?.partners.map(({ name }) => name) ?? [],
  projectFr: text(winner?.title, 'fr'),
  projectAr: text(winner?.title, 'ar'),
  score: winner?.score ?? null,
  // Only where it holds: given by a recorded vote of the plenary, without an official score.
  ...(winner?.plenary === true ? { plenary: true } : {}),
})

const editionOf = (
  { slug, archived, synthetic, hash, publishedAt, snapshot }: PublishedEdition,
  urlOf: UrlOf,
) => ({
  year: snapshot.campaign.year,
  slug,
  edition: snapshot.campaign.editionNumber,
  ceremonyDate: snapshot.campaign.ceremonyDate,
  candidates: snapshot.figures.nominations,
  organiser: text(snapshot.campaign.organiser, 'fr') ?? text(snapshot.campaign.organiser, 'ar'),
  organiserAr: text(snapshot.campaign.organiser, 'ar'),
  /** True when any score or competitor is invented. */
  replayed: synthetic,
  archived,
  snapshot: hash,
  releasedAt: archived ? null : toIso(publishedAt),
  categories: snapshot.categories.map(({ code, name, slots }) => ({
    code,
    nameFr: text(name, 'fr'),
    nameAr: text(name, 'ar'),
    prizes: slots.flatMap(({ winners, ...slot }) =>
      (winners.length === 0 ? [null] : winners).map((winner) => prizeOf({ ...slot, winners }, winner, urlOf)),
    ),
  })),
  sources: snapshot.sources.map(({ url, title }) => url ?? title),
  gaps: snapshot.gaps,
})

/** The roll as one document: the keys of the published record, with the permanent address of each distinction. */
export function openDataJson(editions: readonly PublishedEdition[], urlOf: UrlOf): string {
  const changed = changedAt(editions)
  return JSON.stringify(
    {
      schema: 'imtiyaz.palmares/1',
      licence: LICENCE,
      updatedAt: changed === null ? null : toIso(changed),
      editions: editions.map((edition) => editionOf(edition, urlOf)),
    },
    null,
    1,
  )
}

export const OPEN_DATA_HEADER = [
  'year',
  'edition',
  'ceremony_date',
  'organiser',
  'category',
  'category_fr',
  'category_ar',
  'prize_type',
  'prize',
  'outcome',
  'reason',
  'administration_fr',
  'administration_ar',
  'service_fr',
  'service_ar',
  'score',
  'replayed',
  'id',
  'url',
  'licence',
  'updated_at',
] as const

/** One row per prize. The writer guards every cell against formulas (T35). */
export function openDataRows(
  editions: readonly PublishedEdition[],
  urlOf: UrlOf,
): readonly (readonly Cell[])[] {
  const changed = changedAt(editions)
  const closing: readonly Cell[] = [LICENCE.name, changed === null ? null : toIso(changed)]
  return editions
    .map((edition) => editionOf(edition, urlOf))
    .flatMap((edition) =>
      edition.categories.flatMap((category) =>
        category.prizes.map((prize): readonly Cell[] => [
          edition.year,
          edition.edition,
          edition.ceremonyDate,
          edition.organiser,
          category.code,
          category.nameFr,
          category.nameAr,
          prize.type,
          prize.label,
          prize.outcome,
          prize.reason,
          prize.administrationFr,
          prize.administrationAr,
          prize.projectFr,
          prize.projectAr,
          prize.score?.display ?? null,
          edition.replayed,
          prize.id,
          prize.url,
          ...closing,
        ]),
      ),
    )
}
