import type { Localized } from '#app/domain/kernel/localized.ts'
import { PLENARY_REASONS } from '#app/domain/scoring/plenary.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { plenaryBackForm, plenaryForm } from '#app/forms/plenary.form.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { BoundBilingual, BoundRadios } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { CategoryReason } from '../nomination/category-past.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { FormNotes } from './form-notes.tsx'
import { JuryPage } from './jury-page.tsx'

type Screen = {
  readonly campaignId: string
  readonly reference: string
  readonly title: Localized
  readonly version: number
  readonly figures: { readonly sheets: number; readonly eligible: number; readonly quorum: number }
  readonly open: number
  readonly closesAt: number
  readonly sent: {
    readonly reason: string
    readonly text: { readonly ar: string; readonly fr: string }
    readonly sentAt: number
  } | null
  readonly held: 'quorum-reached' | 'quorum-in-reach' | 'phase-closed' | null
  readonly needless: boolean
  readonly may: boolean
}
type Props = { screen: Screen; failure: FormFailure | undefined }

function Figures({ screen }: { screen: Screen }) {
  const t = useT()
  const { figures, open, sent } = screen
  const rows: readonly (readonly [string, number])[] = [
    ['sheets', figures.sheets],
    ['quorum', figures.quorum],
    ['eligible', figures.eligible],
    // Of a file that was sent nobody owes a sheet any more.
    ...(sent === null ? [['open', open] as const] : []),
  ]
  return (
    <SummaryList
      facts={rows.map(([name, count]) => ({
        term: t(`jury.plenary.figures.${name}`),
        value: <bdi className="num">{count}</bdi>,
      }))}
    />
  )
}

function SendForm({ screen, failure }: Props) {
  const t = useT()
  return (
    <>
      <p>{t('jury.plenary.effect')}</p>
      <ZodForm schema={plenaryForm} failure={failure} area="jury.plenary" version={screen.version} wide>
        <BoundRadios
          name="reason"
          label={t('jury.plenary.reasonLabel')}
          options={PLENARY_REASONS.map((value) => ({ value, label: t(`jury.plenary.reasons.${value}`) }))}
        />
        <BoundBilingual
          name="text"
          label={t('jury.plenary.text')}
          hint={t('jury.plenary.textHint')}
          values={{}}
        />
        <Button variant="danger">{t('jury.plenary.send')}</Button>
      </ZodForm>
    </>
  )
}

function Sent({ sent, screen, failure }: Props & { sent: NonNullable<Screen['sent']> }) {
  const t = useT()
  return (
    <>
      <Banner kind={screen.needless ? 'bad' : 'ok'} title={t('jury.plenary.sent')}>
        <SummaryList
          ruled={false}
          facts={[
            { term: t('jury.plenary.sentReason'), value: t(`jury.plenary.reasons.${sent.reason}`) },
            { term: t('jury.plenary.sentAt'), value: <Time at={sent.sentAt} style="long" zone /> },
          ]}
        />
        {screen.needless ? <p>{t('jury.plenary.needless')}</p> : null}
      </Banner>
      <section className="answer">
        <h2 className="h-sec">{t('jury.plenary.text')}</h2>
        <CategoryReason reason={sent.text} />
      </section>
      {screen.may ? (
        <ZodForm schema={plenaryBackForm} failure={failure} area="jury.plenary" version={screen.version}>
          <p>{t('jury.plenary.backHint')}</p>
          <Button name="intent" value="take-back" icon="undo">
            {t('jury.plenary.back')}
          </Button>
        </ZodForm>
      ) : null}
    </>
  )
}

/** Why this file cannot be sent now. */
function Held({ screen }: { screen: Screen }) {
  const t = useT()
  const format = useFormat()
  if (screen.held === null) return null
  const values = { number: screen.open, closesAt: format.dateTime(screen.closesAt) }
  return <Banner kind="info">{t(`jury.plenary.held.${screen.held}`, values)}</Banner>
}

/** A file under its quorum of sheets: how many it has, and what the chair does about it. */
export function PlenaryPage({ screen, failure }: Props) {
  const t = useT()
  const { sent, held, may } = screen
  const isForm = may && (sent !== null || held === null)
  return (
    <>
      <WorkTitle
        title={t('jury.plenary.title')}
        meta={
          <>
            <Reference code>{screen.reference}</Reference> <LocalizedText text={screen.title} />
          </>
        }
        crumbs={[{ href: paths.juryProgress(t.locale, screen.campaignId), label: t('jury.progress.title') }]}
      />
      <JuryPage>
        {isForm ? null : <FormNotes failure={failure} area="jury.plenary" />}
        <Figures screen={screen} />
        {sent === null ? <Held screen={screen} /> : <Sent {...{ sent, screen, failure }} />}
        {may && sent === null && held === null ? <SendForm {...{ screen, failure }} /> : null}
      </JuryPage>
    </>
  )
}
