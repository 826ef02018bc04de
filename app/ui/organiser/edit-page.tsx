import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { Blocker } from '#app/domain/campaign/blocker.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { Frozen } from '../primitives/frozen.ts'
import type { Crumb } from '../shells/page-title.tsx'
import type { Failure } from './act-form.tsx'
import { BlockerList } from './blocker-list.tsx'
import { CampaignTitle } from './campaign-title.tsx'

type Props = {
  head: {
    readonly id: string
    readonly year: number
    readonly phase: string
    readonly awardName: Localized
    readonly synthetic: boolean
    readonly version: number
    readonly can: { readonly edit: boolean }
  }
  title: ReactNode
  lead?: ReactNode
  /** The page of the set-up that leads here, and back to which one goes. */
  via?: Crumb | undefined
  /** The schema that the page's action reads the form with. */
  schema: z.ZodType<unknown, FieldValues>
  failure: Failure
  /** What the opening gate finds on this very page. */
  blockers?: readonly Blocker[]
  children: ReactNode
}

/** One page of the set-up: what it is, what is wrong with it, its form; without a button once the rules are frozen. */
export function EditPage({ head, title, lead, via, schema, failure, blockers = [], children }: Props) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <CampaignTitle head={head} title={title} setup via={via} />
      <div className="work">
        {head.can.edit ? null : <Banner kind="info">{t('campaign.setup.frozen')}</Banner>}
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {blockers.length === 0 ? null : <BlockerList campaignId={head.id} blockers={blockers} />}
        <ZodForm schema={schema} failure={failure} area="campaign" version={head.version} wide>
          {/* Nobody types what nothing would save. */}
          <fieldset className="frozen" disabled={!head.can.edit}>
            <Frozen.Provider value={!head.can.edit}>{children}</Frozen.Provider>
          </fieldset>
          <div className="acts">
            {head.can.edit ? <Button variant="primary">{t('common.action.save')}</Button> : null}
            <ButtonLink href={via?.href ?? paths.campaignSetup(locale, head.id)}>
              {t('common.action.back')}
            </ButtonLink>
          </div>
        </ZodForm>
      </div>
    </>
  )
}
