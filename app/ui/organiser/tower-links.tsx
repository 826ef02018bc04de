import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'

type Props = {
  head: {
    readonly id: string
    readonly phase: string
    readonly can: { readonly readSetup: boolean; readonly readLetters: boolean; readonly extend: boolean }
  }
}

/** The pages that lead on from the control tower, as the person may open them. */
export function TowerLinks({ head }: Props) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <ButtonLink href={paths.organiserNominations(locale, head.id)}>
        {t('campaign.nav.nominations')}
      </ButtonLink>
      {head.can.readSetup ? (
        <ButtonLink href={paths.campaignSetup(locale, head.id)}>{t('campaign.nav.setup')}</ButtonLink>
      ) : null}
      {head.phase === 'preparation' ? null : (
        <ButtonLink href={paths.campaignClarifications(locale, head.id)}>
          {t('campaign.nav.clarifications')}
        </ButtonLink>
      )}
      {head.can.readLetters ? (
        <ButtonLink href={paths.campaignLetters(locale, head.id)}>{t('campaign.nav.letters')}</ButtonLink>
      ) : null}
      {head.can.extend ? (
        <ButtonLink href={paths.campaignExtension(locale, head.id)}>{t('campaign.setup.extend')}</ButtonLink>
      ) : null}
    </>
  )
}
