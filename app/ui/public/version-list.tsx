import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'

type Version = {
  readonly number: number
  readonly hash: string
  readonly frozenAt: number
  readonly notice: BilingualText | null
}

/** Every wording that was in force, with its date, its notice and its hash; none disappears. */
export function VersionList({
  versions,
  current,
  slug,
}: {
  versions: readonly Version[]
  current: number
  slug: string
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul className="versions">
      {versions.map((version) => (
        <li key={version.number}>
          <Link href={paths.regulation(locale, slug, version.number)} current={version.number === current}>
            {t('public.regulation.version', { number: version.number })}
          </Link>{' '}
          <Time at={version.frozenAt} show="date" />
          {version.notice === null ? null : (
            <p>
              <LocalizedText text={version.notice} />
            </p>
          )}
          <p className="versions__hash">
            {t('public.edition.hash')} <Reference code>{version.hash}</Reference>
          </p>
        </li>
      ))}
    </ul>
  )
}
