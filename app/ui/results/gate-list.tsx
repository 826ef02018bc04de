import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { Banner } from '../primitives/banner.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

type Difference = {
  readonly reference: string
  readonly field: string
  readonly official: string
  readonly shadow: string
}
type Blocker = {
  readonly code: string
  readonly category: Localized | null
  readonly differences: readonly Difference[]
  readonly target: { readonly screen: string; readonly id: string | null }
}

/** Where a blocker is cleared; null where the place is another person's screen. */
function hrefOf(locale: Locale, { target }: Blocker): string | null {
  if (target.screen === 'appeals')
    return target.id === null ? null : paths.screeningQueue(locale, target.id, '?view=appeals')
  if (target.screen === 'flags') return target.id === null ? null : paths.juryFlags(locale, target.id)
  if (target.id !== null && target.screen === 'minutes') return paths.minutes(locale, target.id)
  if (target.id !== null && target.screen === 'deliberation' && target.id.length === 36) {
    return paths.room(locale, target.id)
  }
  return paths.deliberationArea(locale)
}

/** Where the second computation parts from the first: nomination, figure, and what each of the two says. */
function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useT()
  if (differences.length === 0) return null
  return (
    <ul>
      {differences.map(({ reference, field, official, shadow }) => (
        <li key={`${reference} ${field}`}>
          <bdi dir="ltr">{reference}</bdi>
          {' · '}
          {t(`results.shadow.field.${field}`)}
          {' · '}
          {t('results.shadow.first')} <bdi dir="ltr">{official || '–'}</bdi>
          {' · '}
          {t('results.shadow.second')} <bdi dir="ltr">{shadow || '–'}</bdi>
        </li>
      ))}
    </ul>
  )
}

const Cleared = ({ href, children }: { href: string | null; children: string }) =>
  href === null ? children : <Link href={href}>{children}</Link>

/** Everything that stands between the decisions and their release, each a link. */
export function GateList({ blockers }: { blockers: readonly Blocker[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t('results.gate.title')}</h2>
      {blockers.length === 0 ? <Banner kind="ok">{t('results.gate.open')}</Banner> : null}
      <ul className="tasks">
        {blockers.map((blocker, at) => (
          <li key={at}>
            <Icon name="alert" className="st-error" />
            <div>
              <Cleared href={hrefOf(locale, blocker)}>{t(`results.blocker.${blocker.code}`)}</Cleared>{' '}
              {blocker.category === null ? null : <LocalizedText text={blocker.category} />}
              <Differences differences={blocker.differences} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
