import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'

/** On or off in a word, what is left of the recovery codes, and the one act that follows. */
export function SecondFactorPart({
  enrolled,
  codesLeft,
  backTo,
}: {
  enrolled: boolean
  codesLeft: number
  backTo: string
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="stack" aria-labelledby="factor-title">
      <h2 id="factor-title">{t('account.security.secondFactor')}</h2>
      {enrolled ? (
        <form method="post" className="stack">
          <p>{t('account.security.factorOn')}</p>
          <p>{t('account.security.codesLeft', { count: codesLeft })}</p>
          <div className="acts">
            <Button name="intent" value="codes">
              {t('account.security.renewCodes')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p>{t('account.security.factorOff')}</p>
          <div className="acts">
            <ButtonLink href={paths.enrolSecondFactor(locale, backTo)}>
              {t('account.security.enrol')}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  )
}
