import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { categoryProposalForm, categoryTakeBackForm } from '#app/forms/recategorisation.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { BoundBilingual, BoundRadios } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { type CategoryPast, CategoryPastList, CategoryReason } from '../nomination/category-past.tsx'
import { DossierHead } from '../nomination/dossier-head.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import type { FileShown } from './file-page.tsx'

export type CategoryDeskShown = Pick<FileShown, 'head' | 'screeningVersion' | 'now'> & {
  readonly workingDays: number
  readonly categories: readonly {
    readonly code: string
    readonly name: Localized
    readonly description: Localized
    readonly isFull: boolean
  }[]
  readonly open:
    | (CategoryPast & {
        readonly reason: { readonly ar: string; readonly fr: string }
        readonly proposedAt: number
        readonly dueAt: number
      })
    | null
  readonly earlier: readonly CategoryPast[]
  readonly refused: string | null
  readonly can: { readonly propose: boolean; readonly takeBack: boolean }
}
type Props = { screen: CategoryDeskShown; failure: FormFailure | undefined }

function ProposalForm({ screen, failure }: Props) {
  const t = useT()
  const said = (text: Localized): string => shownIn(text, t.locale)?.text ?? ''
  return (
    <>
      <p>{t('secretariat.category.lead', { count: screen.workingDays })}</p>
      <ZodForm
        schema={categoryProposalForm}
        failure={failure}
        area="secretariat"
        version={screen.screeningVersion}
        wide
      >
        <BoundRadios
          name="category"
          label={t('secretariat.category.other')}
          options={screen.categories.map(({ code, name, description, isFull }) => ({
            value: code,
            label: said(name),
            note: isFull ? t('secretariat.category.full') : said(description),
          }))}
        />
        <BoundBilingual
          name="reason"
          label={t('secretariat.category.reason')}
          hint={t('secretariat.category.reasonHint')}
          values={{}}
        />
        <Button variant="primary" icon="send">
          {t('secretariat.category.send')}
        </Button>
      </ZodForm>
    </>
  )
}

function Waiting({ screen, failure }: Props) {
  const t = useT()
  const { open, now, can } = screen
  if (open === null) return null
  const isLate = now >= open.dueAt
  return (
    <>
      <Banner
        kind="wait"
        title={
          <Phrase
            k="secretariat.category.proposed"
            parts={{ category: <LocalizedText text={open.name} /> }}
          />
        }
      >
        <p>
          <Phrase
            k={isLate ? 'secretariat.category.overdue' : 'secretariat.category.waiting'}
            parts={{ date: <Time at={open.dueAt} style="long" zone /> }}
          />
        </p>
      </Banner>
      <section className="answer">
        <h2 className="h-sec">{t('secretariat.category.reason')}</h2>
        <CategoryReason reason={open.reason} />
      </section>
      {can.takeBack ? (
        <ZodForm schema={categoryTakeBackForm} failure={failure} area="secretariat">
          <input type="hidden" name="proposalId" value={open.id} />
          <p>{t('secretariat.category.takeBackLead')}</p>
          <Button name="intent" value="take-back" icon="undo">
            {t('secretariat.category.takeBack')}
          </Button>
        </ZodForm>
      ) : null}
    </>
  )
}

/** Another category for one file: the proposal, its waiting, and what became of earlier ones. */
export function CategoryPage({ screen, failure }: Props) {
  const t = useT()
  const { head, can, open, refused } = screen
  return (
    <>
      <DossierHead
        head={head}
        now={screen.now}
        page={t('secretariat.category.title')}
        crumbs={[{ href: paths.screeningFile(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.propose || can.takeBack ? null : <FailureMessages failure={failure} area="secretariat" />}
        {can.propose && screen.categories.length === 0 ? (
          <Banner kind="info">{t('secretariat.category.only')}</Banner>
        ) : can.propose ? (
          <ProposalForm screen={screen} failure={failure} />
        ) : open === null ? (
          <Banner kind="info">{reasonText(t, refused ?? 'not-permitted', {}, 'secretariat')}</Banner>
        ) : (
          <Waiting screen={screen} failure={failure} />
        )}
        <CategoryPastList earlier={screen.earlier} />
      </div>
    </>
  )
}
