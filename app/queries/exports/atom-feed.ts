import { instant, toIso } from '#app/domain/kernel/instant.ts'
import { type Locale, textIn } from '#app/domain/kernel/localized.ts'
import type { PublishedEdition } from '../public/published.ts'
import { prizesOf } from '../public/prizes.ts'
import { xmlText } from '#app/domain/kernel/xml-text.ts'

export type FeedWords = {
  readonly locale: Locale
  readonly title: string
  readonly self: string
  readonly site: string
  readonly entryUrl: (slug: string) => string
  readonly entryTitle: (year: number) => string
  readonly summary: (laureates: number, withheld: number) => string
  readonly replayed: string
}

function entry(edition: PublishedEdition, words: FeedWords): string {
  const prizes = prizesOf(edition)
  const laureates = prizes.filter(({ winner }) => winner !== null).length
  const summary =
    words.summary(laureates, prizes.length - laureates) + (edition.synthetic ? ` ${words.replayed}` : '')
  const url = xmlText(words.entryUrl(edition.slug))
  return [
    '<entry>',
    `<id>urn:sha256:${xmlText(edition.hash)}</id>`,
    `<title>${xmlText(words.entryTitle(edition.snapshot.campaign.year))}</title>`,
    `<updated>${toIso(edition.publishedAt)}</updated>`,
    `<link rel="alternate" href="${url}"/>`,
    `<summary>${xmlText(summary)}</summary>`,
    '</entry>',
  ].join('')
}

/** Atom (RFC 4287): one entry per released edition; an erratum is a new entry, since its hash is new. */
export function atomFeed(editions: readonly PublishedEdition[], words: FeedWords): string {
  const updated = editions.reduce((last, { publishedAt }) => Math.max(last, publishedAt), 0)
  const newest = editions[0]
  const author = newest && textIn(newest.snapshot.campaign.organiser, words.locale)?.text
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.locale}">`,
    `<id>${xmlText(words.self)}</id>`,
    `<title>${xmlText(words.title)}</title>`,
    `<updated>${toIso(instant(updated))}</updated>`,
    `<author><name>${xmlText(author ?? words.title)}</name></author>`,
    `<link rel="self" href="${xmlText(words.self)}"/>`,
    `<link rel="alternate" href="${xmlText(words.site)}"/>`,
    ...editions.map((edition) => entry(edition, words)),
    '</feed>',
  ].join('')
}
