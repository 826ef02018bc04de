import { Form } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'
import { addCriterionForm } from '#app/forms/rubric.form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundNumber, BoundText } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedInput } from './localized-input.tsx'

/** One criterion more, at the end; its sentences are written on its own page. */
export function NewCriterion({ version, failure }: { version: number; failure: FormFailure | undefined }) {
  const t = useT()
  const label = (name: string): string => t(`campaign.criteria.${name}`)
  return (
    <section className="blk" id="add">
      <header>
        <h2>{label('add')}</h2>
      </header>
      <ZodForm schema={addCriterionForm} failure={failure} area="campaign" version={version}>
        <p className="hint">{label('addNote')}</p>
        <LocalizedInput name="name" label={t('campaign.criterion.name')} text={{}} />
        <BoundText name="criterion" look="code" label={label('code')} hint={label('codeNote')} />
        <BoundNumber name="weight" decimals label={t('campaign.rubric.weight')} />
        <div className="acts">
          <Button name="intent" value="add">
            {label('addAct')}
          </Button>
        </div>
      </ZodForm>
    </section>
  )
}

/** The organiser makes the rubric its own: from then on no page calls it an example. */
export function RubricAdoption({ example, version }: { example: boolean; version: number }) {
  const t = useT()
  const label = (name: string): string => t(`campaign.criteria.${name}`)
  return (
    <section className="blk" id="adopt">
      <header>
        <h2>{label('adoption')}</h2>
      </header>
      {example ? (
        <Form method="post" className="form">
          <input type="hidden" name="version" value={version} />
          <p>{label('adoptNote')}</p>
          <div>
            <Button name="intent" value="adopt">
              {label('adopt')}
            </Button>
          </div>
        </Form>
      ) : (
        <Banner kind="ok">{label('adopted')}</Banner>
      )}
    </section>
  )
}
