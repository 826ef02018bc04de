import { paths } from '#app/http/paths.ts'
import { asShown } from '#app/i18n/french-typography.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { translatorOf } from './page-head.server.ts'
import { markKind, type PrizeView } from './prize-view.ts'
import { DRAWING, type PictureOf, socialPicture, type Told } from './social-picture.server.ts'
import type { Measure } from './picture-text.ts'

type Side = 'fr' | 'ar'
type Painter = {
  readonly paint: (svg: string) => Promise<Uint8Array>
  readonly widths: Measure
}
type EditionView = {
  readonly synthetic: boolean
  readonly hash: string
  readonly snapshot: { readonly campaign: { readonly year: number; readonly awardName: Localized } }
}

/** Of the document and of the drawing: an address that names both may be kept for ever. */
export const pictureVersion = ({ hash }: Pick<EditionView, 'hash'>): string =>
  `${hash.slice(0, 16)}-${DRAWING}`

const shownIn = (side: Side, text: string | undefined): string | undefined => text && asShown(text, side)

function prizeName(side: Side, { slot }: PrizeView): string {
  const own = slot.label[side]
  if (own !== undefined) return own
  const kind = markKind({ type: slot.type, label: slot.label, withheld: false })
  return kind === 'withheld' ? '' : translatorOf(side)(`common.prize.${kind}`)
}
const noteOf = (side: Side, synthetic: boolean): string =>
  synthetic ? translatorOf(side)('public.picture.synthetic') : ''

/** What a language says of a laureate: nothing when the record names neither the service nor the body in it. */
function laureateIn(side: Side, prize: PrizeView, isShared: boolean): Told | null {
  const { winner, year, synthetic } = prize
  if (winner === null) return null
  const [service, body] = [shownIn(side, winner.title[side]), shownIn(side, winner.administration.name[side])]
  const title = service ?? body
  if (title === undefined) return null
  const shared = isShared ? [translatorOf(side)('common.prizeState.shared')] : []
  return {
    over: [asShown(prizeName(side, prize), side), ...shared, String(year)].join(' · '),
    title,
    under: service === undefined ? '' : (body ?? ''),
    note: noteOf(side, synthetic),
  }
}

const other = (prize: PrizeView): Told | null => {
  const { winner } = prize
  if (winner === null) return null
  const title = winner.title.en ?? winner.title.zgh ?? winner.administration.name.en
  return title === undefined
    ? null
    : {
        over: `${prizeName('fr', prize)} · ${prize.year}`,
        title,
        under: '',
        note: noteOf('fr', prize.synthetic),
      }
}

export function laureatePicture(prize: PrizeView, isShared: boolean): PictureOf {
  const [fr, ar] = [laureateIn('fr', prize, isShared), laureateIn('ar', prize, isShared)]
  return fr === null && ar === null ? { fr: other(prize), ar: null } : { fr, ar }
}

export function editionPicture({ snapshot, synthetic }: EditionView): PictureOf {
  const told = (side: Side): Told => {
    const t = translatorOf(side)
    return {
      over: t('public.laureates.title'),
      title: t('public.edition.name', { year: String(snapshot.campaign.year) }),
      under: shownIn(side, snapshot.campaign.awardName[side]) ?? t('common.site.award'),
      note: noteOf(side, synthetic),
    }
  }
  return { fr: told('fr'), ar: told('ar') }
}

/** The newest pictures asked for, so that a page that is shared widely is painted once. */
const KEPT = 200
const kept = new Map<string, Promise<Uint8Array>>()

/** `key` names the content: edition, version and laureate. A picture that failed is tried again. */
export function paintedPicture(painter: Painter, key: string, of: PictureOf): Promise<Uint8Array> {
  const found = kept.get(key)
  if (found) return found
  const painted = socialPicture(of, painter.widths).then(painter.paint)
  kept.set(key, painted)
  painted.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return painted
}

/** What the head of a page says of the picture of an edition. */
export const editionCard = (locale: Locale, edition: EditionView & { readonly slug: string }) => ({
  path: paths.picture(edition.slug, pictureVersion(edition), 'edition'),
  alt: translatorOf(locale)('public.edition.name', { year: String(edition.snapshot.campaign.year) }),
})
