import type { Localized } from '#app/domain/kernel/localized.ts'
import { categoryAnswerForm } from '#app/forms/recategorisation.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Time } from '../primitives/time.tsx'
import { CategoryReason } from './category-past.tsx'

export type CategoryAskedShown = {
  readonly id: string
  readonly to: string
  readonly fromName: Localized
  readonly toName: Localized
  readonly description: Localized | null
  readonly reason: { readonly ar: string; readonly fr: string }
  readonly dueAt: number
}
type Props = {
  open: CategoryAskedShown
  slug: string
  can: boolean
  isLate: boolean
  failure: FormFailure | undefined
}

function AnswerForm({ open, failure }: Pick<Props, 'open' | 'failure'>) {
  const t = useT()
  return (
    <ZodForm schema={categoryAnswerForm} failure={failure} area="nomination">
      <input type="hidden" name="proposalId" value={open.id} />
      <BoundRadios
        name="outcome"
        label={t('nomination.recategorisation.answer')}
        options={(['agree', 'refuse'] as const).map((value) => ({
          value,
          label: t(`nomination.recategorisation.${value}`),
          note: t(`nomination.recategorisation.${value}Note`),
        }))}
      />
      <BoundTextArea name="answer" label={t('nomination.recategorisation.word')} rows={4} optional />
      <Button variant="primary" icon="send">
        {t('nomination.recategorisation.send')}
      </Button>
    </ZodForm>
  )
}

/** What is proposed and why, and the signatory's answer. */
export function CategoryAnswer({ open, slug, can, isLate, failure }: Props) {
  const t = useT()
  return (
    <>
      <p>{t('nomination.recategorisation.lead')}</p>
      <SummaryList
        facts={[
          {
            term: t('nomination.recategorisation.current'),
            value: <LocalizedText text={open.fromName} />,
          },
          {
            term: t('nomination.recategorisation.proposed'),
            value: (
              <>
                <LocalizedText text={open.toName} />
                {open.description === null ? null : (
                  <p>
                    <LocalizedText text={open.description} />
                  </p>
                )}
                <p>
                  <Link href={paths.category(t.locale, open.to, slug)}>
                    {t('nomination.recategorisation.rubric')}
                  </Link>
                </p>
              </>
            ),
          },
          { term: t('nomination.recategorisation.dueAt'), value: <Time at={open.dueAt} style="long" zone /> },
        ]}
      />
      <section className="answer">
        <h2 className="h-sec">{t('nomination.recategorisation.reason')}</h2>
        <CategoryReason reason={open.reason} />
      </section>
      {can ? (
        <AnswerForm open={open} failure={failure} />
      ) : (
        <Banner kind="wait">
          {t(isLate ? 'nomination.recategorisation.late' : 'nomination.recategorisation.signatoryOnly')}
        </Banner>
      )}
    </>
  )
}
