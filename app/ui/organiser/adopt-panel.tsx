import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { ActForm, type Failure } from './act-form.tsx'

/** The organiser adopts the wording as it stands; the gate asks for it. */
export function AdoptPanel(props: { adopted: boolean; version: number; failure: Failure }) {
  const { adopted, version, failure } = props
  const t = useT()
  return (
    <section className="blk" id="adopt">
      <header>
        <h2>{t('campaign.setup.adopt')}</h2>
      </header>
      {adopted ? (
        <Banner kind="ok">{t('campaign.setup.adopted')}</Banner>
      ) : (
        <ActForm failure={failure} version={version}>
          <p>{t('campaign.setup.notAdopted')}</p>
          <div>
            <Button name="intent" value="adopt">
              {t('campaign.setup.adopt')}
            </Button>
          </div>
        </ActForm>
      )}
    </section>
  )
}
