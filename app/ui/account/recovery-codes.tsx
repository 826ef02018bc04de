import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ButtonLink } from '../primitives/button.tsx'

/** Shown once, right after they are made. */
export function RecoveryCodes({ codes, nextHref }: { codes: readonly string[]; nextHref: string }) {
  const t = useT()
  return (
    <section className="stack">
      <h1 className="h-page">{t('account.codes.title')}</h1>
      <Banner kind="wait">{t('account.codes.once')}</Banner>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <bdi dir="ltr" className="code">
              {code}
            </bdi>
          </li>
        ))}
      </ol>
      <div className="acts">
        <ButtonLink variant="primary" href={nextHref}>
          {t('account.codes.kept')}
        </ButtonLink>
      </div>
    </section>
  )
}
