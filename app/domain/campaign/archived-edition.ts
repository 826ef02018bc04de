import type { EntryDraft } from '../audit/entry.ts'
import type { Localized } from '../kernel/localized.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Snapshot, SnapshotCategory, SnapshotSlot, SnapshotWinner } from '../results/snapshot.ts'

/** One edition of the published record, as press and ministry told it: one row is one winner, or one withheld prize. */
export type RecordedPrize = {
  readonly type: string
  readonly label: string
  readonly administrationFr: string | null
  readonly administrationAr: string | null
  readonly projectFr: string | null
  readonly withheld: boolean
}
export type RecordedEdition = {
  readonly year: number
  readonly edition: number | null
  readonly ceremonyDate: string | null
  readonly candidates: number | null
  readonly organiser: string | null
  readonly categories: readonly {
    readonly code: string
    readonly nameFr: string
    readonly nameAr: string | null
    readonly prizes: readonly RecordedPrize[]
  }[]
  readonly sources: readonly string[]
}
/** A UUID that the same name always gives, so that a permanent address survives a second import. */
export type IdOf = (name: string) => string

/** The award's own name, as its site gives it in both languages. */
const AWARD_NAME: Localized = {
  ar: 'الجائزة الوطنية للإدارة الإلكترونية «امتياز»',
  fr: "Prix national de l'administration électronique « e-mtiaz »",
}
const TYPES = ['excellence', 'encouragement', 'jury']

const named = (fr: string | null, ar: string | null): Localized => ({
  ...(ar === null ? {} : { ar }),
  ...(fr === null ? {} : { fr }),
})
/** Only the record's own words make a prize a shared one; two prizes of one type are two prizes. */
const isShared = ({ label }: RecordedPrize): boolean => /ex[ -]?(a|æ)equo|partag/i.test(label)

function winnerOf(prize: RecordedPrize, name: string, idOf: IdOf): SnapshotWinner {
  const body = prize.administrationFr ?? prize.administrationAr ?? name
  return {
    nominationId: idOf(name),
    reference: null,
    title: named(prize.projectFr, null),
    administration: {
      id: idOf(`administration/${body}`),
      name: named(prize.administrationFr, prize.administrationAr),
    },
    partners: [],
    summary: {},
    score: null,
  }
}

/** Rows of one category become slots: explicitly shared rows of one label are one slot, every other row its own. */
function slotsOf(prizes: readonly RecordedPrize[], path: string, idOf: IdOf): SnapshotSlot[] {
  const slots: SnapshotSlot[] = []
  const taken = new Map<string, number>()
  prizes.forEach((prize, index) => {
    const type = TYPES.includes(prize.type) ? prize.type : 'other'
    const winners = prize.withheld ? [] : [winnerOf(prize, `${path}/${index + 1}`, idOf)]
    const shared = isShared(prize)
    const same = slots.findIndex((slot) => slot.outcome === 'shared' && slot.label.fr === prize.label)
    const found = slots[same]
    if (shared && found !== undefined) {
      slots[same] = { ...found, winners: [...found.winners, ...winners] }
      return
    }
    const count = (taken.get(type) ?? 0) + 1
    taken.set(type, count)
    slots.push({
      code: count === 1 ? type : `${type}-${count}`,
      type,
      label: { fr: prize.label },
      outcome: prize.withheld ? 'withheld' : shared ? 'shared' : 'awarded',
      reason: null,
      winners,
    })
  })
  return slots
}

/** What the record does not say, by name: shown as gaps, never filled. */
function gapsOf(edition: RecordedEdition): readonly string[] {
  const prizes = edition.categories.flatMap((category) => category.prizes)
  const awarded = prizes.filter(({ withheld }) => !withheld)
  return [
    ...(edition.ceremonyDate === null ? ['ceremony-date'] : []),
    ...(edition.candidates === null ? ['candidates'] : []),
    ...(edition.categories.some(({ nameAr }) => nameAr === null) ? ['category-arabic-name'] : []),
    ...(awarded.some(({ administrationAr }) => administrationAr === null)
      ? ['administration-arabic-name']
      : []),
    ...(awarded.some(({ projectFr }) => projectFr === null) ? ['service'] : []),
    ...(awarded.some(({ label }) => label.includes('non précisé')) ? ['prize-type'] : []),
    ...(prizes.some(({ withheld }) => withheld) ? ['withholding-reason'] : []),
    'scores',
  ]
}

const sourceOf = (url: string) => ({ title: /^https?:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1] ?? url, url })

export type ArchivedEdition = {
  readonly slug: string
  readonly snapshot: Snapshot
  readonly entry: EntryDraft
}

/**
 * The archived campaign of one recorded edition: what the sources say, with the sources, and a list of what they do
 * not say. Refuses an edition without category or source.
 */
export function archiveEdition(
  edition: RecordedEdition,
  idOf: IdOf,
): Result<ArchivedEdition, 'record-empty' | 'record-without-source'> {
  if (edition.categories.every(({ prizes }) => prizes.length === 0)) return refuse('record-empty')
  if (edition.sources.length === 0) return refuse('record-without-source')
  const id = idOf(`${edition.year}`)
  const categories: SnapshotCategory[] = edition.categories.map(({ code, nameFr, nameAr, prizes }) => ({
    code,
    name: named(nameFr, nameAr),
    slots: slotsOf(prizes, `${edition.year}/${code}`, idOf),
  }))
  const snapshot: Snapshot = {
    schema: 'imtiyaz.snapshot/1',
    campaign: {
      id,
      year: edition.year,
      editionNumber: edition.edition,
      awardName: AWARD_NAME,
      organiser: named(edition.organiser, null),
      ceremonyDate: edition.ceremonyDate,
      releasedAt: null,
      regulationHash: null,
    },
    categories,
    figures: {
      nominations: edition.candidates,
      admissible: null,
      administrations: null,
      jurors: null,
      sheets: null,
    },
    synthetic: false,
    sources: edition.sources.map(sourceOf),
    gaps: gapsOf(edition),
  }
  return ok({
    slug: `${edition.year}`,
    snapshot,
    entry: {
      act: 'editionImported',
      subject: { type: 'campaign', id },
      campaignId: id,
      facts: { year: edition.year, sources: edition.sources },
    },
  })
}

/** The years between the first and the last recorded one of which nothing is recorded: 2009, 2011, 2013, 2020. */
export function yearsWithoutRecord(years: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const span = years.length === 0 ? 0 : last - first + 1
  return Array.from({ length: span }, (_, index) => first + index).filter((year) => !years.includes(year))
}
