import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { paths } from '#app/http/paths.ts'
import * as format from '#app/i18n/format.ts'
import { asShown } from '#app/i18n/french-typography.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { type CampaignNow, stateOf } from './campaign-state.ts'
import { translatorOf } from './page-head.server.ts'
import { DRAWING, type PictureOf, type Told } from './social-picture.server.ts'

/** What is public of a campaign that was opened: its name, its year, its phase and its dates; nothing of its dossiers. */
export type ShownCampaign = CampaignNow & {
  readonly slug: string
  readonly year: number
  readonly synthetic: boolean
  readonly awardName: Localized
}
type Sha256 = (content: string) => string

/** The hour of a span that is still to end or to begin; a phase without one is said by its name alone. */
function spanIn(side: 'fr' | 'ar', campaign: ShownCampaign, state: string): string {
  const t = translatorOf(side)
  const at = (instant: number): string =>
    `${format.dateTime(side, instant, 'long')}\u00A0(${format.offset(instant)})`
  if (state === 'open') return t('public.picture.until', { at: at(campaign.closesAt) })
  return state === 'soon' ? t('public.picture.from', { at: at(campaign.opensAt) }) : ''
}

/** What a campaign is shared with before it has laureates: its award, and what may be done until when. */
export function campaignPicture(campaign: ShownCampaign): PictureOf {
  const state = stateOf(campaign)
  const told = (side: 'fr' | 'ar'): Told => {
    const t = translatorOf(side)
    const name = campaign.awardName[side]
    return {
      over: [t('public.edition.name', { year: String(campaign.year) }), t(`public.home.state.${state}`)].join(
        ' · ',
      ),
      title: name === undefined ? t('common.site.award') : asShown(name, side),
      under: spanIn(side, campaign, state),
      note: campaign.synthetic ? t('public.picture.synthetic') : '',
    }
  }
  return { fr: told('fr'), ar: told('ar') }
}

/** Of what the picture says and of its drawing: a moved deadline or a new phase has an address of its own. */
export const campaignPictureVersion = (sha256: Sha256, campaign: ShownCampaign): string =>
  `${sha256(JSON.stringify(campaignPicture(campaign))).slice(0, 16)}-${DRAWING}`

/** What the head of a page says of the picture of its campaign, where there is one. */
export const campaignCard = (
  sha256: Sha256,
  locale: Locale,
  found: Result<ShownCampaign>,
): { readonly picture?: { readonly path: string; readonly alt: string } } =>
  found.ok
    ? {
        picture: {
          path: paths.picture(found.value.slug, campaignPictureVersion(sha256, found.value), 'campaign'),
          alt: translatorOf(locale)('public.edition.name', { year: String(found.value.year) }),
        },
      }
    : {}
