import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

type Own = {
  readonly id: string
  readonly name: Localized
  readonly isApproved: boolean
  readonly signs: boolean
}

/** The bodies that somebody acts for, each with what they do for it. */
export function OwnAdministrations({ administrations }: { administrations: readonly Own[] }) {
  const t = useT()
  return (
    <section>
      <h2 className="h-sec">{t('nomination.home.administrations')}</h2>
      <ul className="stack stack--tight">
        {administrations.map(({ id, name, isApproved, signs }) => (
          <li key={id}>
            <Dots>
              <LocalizedText text={name} />
              {t(signs ? 'work.role.signatory' : 'work.role.editor')}
              {isApproved ? null : t('nomination.home.pending')}
            </Dots>
          </li>
        ))}
      </ul>
    </section>
  )
}
