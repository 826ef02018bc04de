import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { PrizeName } from '../public/prize-name.tsx'

type Blocker = {
  readonly code: string
  readonly category: { readonly code: string; readonly name: Localized } | null
  readonly prizes: readonly { readonly code: string; readonly type: string; readonly label: Localized }[]
}
type Props = {
  blockers: readonly Blocker[]
  /** The reader's own page of the meeting; null where there is none. */
  roomHref: string | null
}

/** What prevents the minutes, each point with the category and the prizes it is about. */
export function MinutesBlockers({ blockers, roomHref }: Props) {
  const t = useT()
  if (blockers.length === 0) return null
  return (
    <Banner
      kind="wait"
      title={t('deliberation.minutes.blocked')}
      action={
        roomHref === null ? undefined : <Link href={roomHref}>{t('deliberation.minutes.toMeeting')}</Link>
      }
    >
      <ul>
        {blockers.map(({ code, category, prizes }) => (
          <li key={`${code} ${category?.code ?? ''}`}>
            <Phrase
              k={`deliberation.minutes.blocker.${code}`}
              parts={{ category: category && <LocalizedText text={category.name} /> }}
            />
            {prizes.length === 0 ? null : (
              <ul className="bullets">
                {prizes.map(({ code: slot, ...prize }) => (
                  <li key={slot}>
                    <PrizeName {...prize} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
