import { FLAG_GROUNDS } from '#app/domain/deliberation/flag.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { flagBackForm, flagForm } from '#app/forms/flag.form.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { FormNotes } from './form-notes.tsx'
import { JuryPage } from './jury-page.tsx'
import { Written } from '../primitives/written.tsx'

type Own = {
  readonly ground: string
  readonly text: string
  readonly state: string
  readonly raisedAt: number
  readonly endedAt: number | null
}
type Screen = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly own: readonly Own[]
  readonly held: string | null
}
type Props = { screen: Screen; failure: FormFailure | undefined }

const KIND = { open: 'wait', withdrawn: 'info', lifted: 'ok', upheld: 'bad' } as const

function Raised({ flag }: { flag: Own }) {
  const t = useT()
  const { ground, text, state, raisedAt, endedAt } = flag
  return (
    <section className="stack stack--tight">
      <Banner kind={KIND[state as keyof typeof KIND]} title={t(`jury.flag.state.${state}`)}>
        <SummaryList
          ruled={false}
          facts={[
            { term: t('jury.flag.ground'), value: t(`jury.flag.grounds.${ground}`) },
            { term: t('jury.flag.raisedAt'), value: <Time at={raisedAt} style="long" zone /> },
            ...(endedAt === null
              ? []
              : [{ term: t('jury.flag.endedAt'), value: <Time at={endedAt} style="long" zone /> }]),
          ]}
        />
      </Banner>
      <Written>{text}</Written>
    </section>
  )
}

function RaiseForm({ failure }: Pick<Props, 'failure'>) {
  const t = useT()
  return (
    <>
      <p>{t('jury.flag.effect')}</p>
      <ZodForm schema={flagForm} failure={failure} area="jury.flag" wide>
        <BoundRadios
          name="ground"
          label={t('jury.flag.ground')}
          options={FLAG_GROUNDS.map((value) => ({ value, label: t(`jury.flag.grounds.${value}`) }))}
        />
        <BoundTextArea name="text" label={t('jury.flag.text')} hint={t('jury.flag.textHint')} />
        <Button variant="danger">{t('jury.flag.raise')}</Button>
      </ZodForm>
    </>
  )
}

/** A juror before one file: the own flags, and what may be done about them. */
export function FlagPage({ screen, failure }: Props) {
  const t = useT()
  const { own, held, nominationId } = screen
  const isOpen = own.some(({ state }) => state === 'open')
  return (
    <>
      <WorkTitle
        title={t('jury.flag.title')}
        meta={
          <>
            <Reference code>{screen.reference}</Reference> <LocalizedText text={screen.title} />
          </>
        }
        crumbs={[{ href: paths.juryFile(t.locale, nominationId), label: t('jury.flag.back') }]}
      />
      <JuryPage>
        {held === null ? null : <FormNotes failure={failure} area="jury.flag" />}
        {own.map((flag) => (
          <Raised key={flag.raisedAt} flag={flag} />
        ))}
        {held === null ? null : <Banner kind="info">{t(`jury.flag.held.${held}`)}</Banner>}
        {held === null && isOpen ? (
          <ZodForm schema={flagBackForm} failure={failure} area="jury.flag">
            <p>{t('jury.flag.withdrawHint')}</p>
            <Button name="intent" value="withdraw" icon="undo">
              {t('jury.flag.withdraw')}
            </Button>
          </ZodForm>
        ) : null}
        {held === null && !isOpen ? <RaiseForm failure={failure} /> : null}
      </JuryPage>
    </>
  )
}
