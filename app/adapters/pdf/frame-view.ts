import { toIso } from '#app/domain/kernel/instant.ts'
import type { DocumentHead } from './records.ts'
import * as format from '#app/i18n/format.ts'
import { type Pair, type Spoken, type Words, sentence, spoken, spokenText, words } from './spoken.ts'

export type FrameView = {
  readonly number: string
  readonly checkCode: string
  readonly checkUrl: string
  readonly checkHost: string
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

const FRAME_WORDS = ['number', 'fingerprint', 'record', 'check'] as const

/** What every document prints around its body. `template` names the message group of its title and labels. */
export function frameView(
  head: DocumentHead,
  template: 'receipt' | 'minutes' | 'certificate',
  labels: readonly string[],
  recordSha256: string,
): FrameView {
  const { place } = head
  const group = (names: readonly string[], of: string) =>
    names.map((name) => [name, words(`${of}.${name}`)] as const)
  const issued =
    place === null
      ? sentence('frame.issuedWithoutPlace', (side) => ({ date: format.date(side, head.issuedAt) }))
      : sentence('frame.issued', (side) => ({
          place: spokenText(place, side),
          date: format.date(side, head.issuedAt),
        }))
  return {
    number: head.number,
    checkCode: head.checkCode,
    checkUrl: head.checkUrl,
    checkHost: head.checkUrl.replace(/^https?:\/\//, ''),
    recordSha256,
    date: toIso(head.issuedAt).slice(0, 19).split(/[-T:]/).map(Number),
    title: words(`${template}.title`),
    authority: spoken(head.authority),
    award: spoken(head.award),
    issued,
    synthetic: head.synthetic ? words('frame.synthetic') : null,
    words: Object.fromEntries([
      ...group(FRAME_WORDS, 'frame'),
      ...group(labels, template),
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

/** Several names as one text; the language is that of the side unless all of them are in another. */
export function listed(pairs: readonly Pair[]): Pair {
  const of = (side: 'fr' | 'ar'): Spoken => {
    const parts = pairs.map((pair) => pair[side])
    const foreign = parts.length > 0 && parts.every((part) => part.lang !== side)
    return {
      text: parts.map((part) => part.text).join(side === 'ar' ? '؛ ' : ' ; '),
      lang: foreign ? (parts[0]?.lang ?? side) : side,
    }
  }
  return { fr: of('fr'), ar: of('ar') }
}
