import { type Feast, HOLIDAY_STATES } from '#app/domain/campaign/holidays.ts'
import { holidayForm } from '#app/forms/campaign.form.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { BoundDate, BoundNumber, BoundRadios } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import type { Failure } from './act-form.tsx'
import { LocalizedInput } from './localized-input.tsx'

type Props = {
  campaignId: string
  version: number
  /** The feast to change, or null to add one. */
  feast: Feast | null
  /** The rules are in force: a change is published with its reason. */
  inForce: boolean
  failure: Failure
}

/** One feast: its name, its days, and whether it is announced yet. */
export function FeastForm({ campaignId, version, feast, inForce, failure }: Props) {
  const t = useT()
  const locale = useLocale()
  const said = (key: string): string => t(`campaign.holidays.${key}`)
  const states = HOLIDAY_STATES.filter((state) => feast !== null || state !== 'removed')
  return (
    <section className="blk" id="feast">
      <header>
        <h2>{said(feast === null ? 'new' : 'change')}</h2>
      </header>
      <ZodForm schema={holidayForm} failure={failure} area="campaign" version={version} wide>
        {feast === null ? null : <input type="hidden" name="of" value={feast.first} />}
        <LocalizedInput name="name" label={said('name')} text={feast?.name ?? {}} />
        <BoundDate name="first" label={said('first')} value={feast?.first} />
        <BoundNumber name="days" label={said('days')} defaultValue={String(feast?.days ?? 1)} />
        <BoundRadios
          name="state"
          label={said('state')}
          value={feast === null || !feast.provisional ? 'confirmed' : 'provisional'}
          options={states.map((value) => ({ value, label: said(`states.${value}`) }))}
        />
        {inForce ? (
          <LocalizedInput
            name="reason"
            label={t('campaign.field.reason')}
            text={{}}
            lines={3}
            others="none"
          />
        ) : null}
        <div className="acts">
          <Button variant="primary">{said('submit')}</Button>
          {feast === null ? null : (
            <ButtonLink href={paths.campaignHolidays(locale, campaignId)}>{said('another')}</ButtonLink>
          )}
          <ButtonLink href={paths.campaignSetup(locale, campaignId)}>{t('common.action.back')}</ButtonLink>
        </div>
      </ZodForm>
    </section>
  )
}
