import { toIso } from '#app/domain/kernel/instant.ts'
import type { MadeKind } from '#app/domain/document/kinds.ts'
import type { DocumentHead } from '#app/domain/document/records.ts'
import * as format from '#app/i18n/format.ts'
import { inOne, type Pair, type Spoken, type Words, sentence, spoken, quoted, words } from './spoken.ts'

export type FrameView = {
  readonly number: string
  readonly checkCode: string
  readonly checkUrl: string
  /** The check page without its code, as people type it. */
  readonly checkPage: string
  readonly recordSha256: string
  /** Year, month, day, hour, minute, second in UTC: the date inside the PDF. */
  readonly date: readonly number[]
  readonly title: Words
  readonly authority: Pair
  readonly award: Pair
  readonly issued: Pair
  readonly synthetic: Words | null
  readonly words: Readonly<Record<string, Words>>
}

const FRAME_WORDS = ['number', 'fingerprint', 'record', 'check', 'verify'] as const

/** What every document prints around its body; the title is that of the kind. */
export function frameView(head: DocumentHead, kind: MadeKind, recordSha256: string): FrameView {
  const { place } = head
  const issued =
    place === null
      ? sentence('frame.issuedWithoutPlace', (side) => ({ date: format.date(side, head.issuedAt) }))
      : // Arabic joins its preposition to an Arabic name: بالرباط.
        sentence(place.ar === undefined ? 'frame.issuedAt' : 'frame.issued', (side) => ({
          place: quoted(place, side),
          date: format.date(side, head.issuedAt),
        }))
  return {
    number: head.number,
    checkCode: head.checkCode,
    checkUrl: head.checkUrl,
    checkPage: head.checkUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''),
    recordSha256,
    date: toIso(head.issuedAt).slice(0, 19).split(/[-T:]/).map(Number),
    title: words(`${kind}.title`),
    authority: spoken(head.authority),
    award: spoken(head.award),
    issued,
    synthetic: head.synthetic ? words('frame.synthetic') : null,
    words: Object.fromEntries([
      ...FRAME_WORDS.map((name) => [name, words(`frame.${name}`)] as const),
      ['page', words('frame.page', { page: '{p}', pages: '{n}' })],
    ]),
  }
}

/** An instant in full, with the legal zone and its offset that day. */
export const moment = (at: number): Pair =>
  sentence('frame.dateTime', (side) => ({
    moment: format.dateTime(side, at),
    zone: format.zone(side, at),
  }))

/** Day and hour, where the zone was said once. */
export const hourOf = (at: number): Pair => ({
  fr: { text: format.dateTime('fr', at, 'long'), lang: 'fr' },
  ar: { text: format.dateTime('ar', at, 'long'), lang: 'ar' },
})

/** The day of an instant in the legal zone. */
export const dayOf = (at: number): Pair => ({
  fr: { text: format.date('fr', at), lang: 'fr' },
  ar: { text: format.date('ar', at), lang: 'ar' },
})

/** Several names as one text; the language is that of the side unless all of them are in another. */
export function listed(pairs: readonly Pair[]): Pair {
  const of = (side: 'fr' | 'ar'): Spoken => {
    const between = { text: side === 'ar' ? '؛ ' : ' ; ', lang: side }
    return inOne(
      side,
      pairs.flatMap((pair, at) => [...(at === 0 ? [] : [between]), pair[side]]),
    )
  }
  return { fr: of('fr'), ar: of('ar') }
}
