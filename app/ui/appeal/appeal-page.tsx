import type { Localized } from '#app/domain/kernel/localized.ts'
import { appealForm } from '#app/forms/appeal.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { DossierHead, type HeadShown } from '../nomination/dossier-head.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { AppealText } from './appeal-text.tsx'
import { Contested, type ContestedShown } from './contested.tsx'

type Screen = {
  readonly now: number
  readonly head: HeadShown & { readonly id: string; readonly title: Localized }
  readonly days: number
  readonly decision: (ContestedShown & { readonly until: number | null }) | null
  readonly appeal: {
    readonly number: string
    readonly grounds: string
    readonly filedAt: number
    readonly dueAt: number
  } | null
  readonly answer: {
    readonly outcome: 'upheld' | 'dismissed'
    readonly reasons: readonly string[]
    readonly answer: string
    readonly at: number | null
  } | null
  readonly documents: readonly LinkedDocument[]
  readonly isOpen: boolean
  readonly signs: boolean
  readonly can: { readonly appeal: boolean }
}
type Props = { screen: Screen; failure: FormFailure | undefined }

/** What proves that the appeal arrived: its number, its instant, and until when the answer is due. */
function Receipt({ appeal, answered }: { appeal: NonNullable<Screen['appeal']>; answered: boolean }) {
  const t = useT()
  return (
    <>
      {answered ? null : <Banner kind="ok">{t('appeal.receivedNote')}</Banner>}
      <SummaryList
        facts={[
          { term: t('appeal.number'), value: <Reference code>{appeal.number}</Reference> },
          { term: t('appeal.filedAt'), value: <Time at={appeal.filedAt} style="long" zone /> },
          { term: t('appeal.dueAt'), value: <Time at={appeal.dueAt} style="long" zone /> },
        ]}
      />
    </>
  )
}

function Filing({ screen, failure }: Props) {
  const t = useT()
  return (
    <section className="stack">
      <h2 className="h-sec">{t('appeal.file.title')}</h2>
      <p>{t('appeal.file.lead', { count: screen.days })}</p>
      <ZodForm schema={appealForm} failure={failure} area="appeal">
        <BoundTextArea
          name="grounds"
          label={t('appeal.grounds')}
          hint={t('appeal.file.groundsHint')}
          rows={10}
        />
        <Button variant="primary" icon="send">
          {t('appeal.file.send')}
        </Button>
      </ZodForm>
    </section>
  )
}

/** Why no form stands here: nothing to contest, no signature, or too late. What was typed meanwhile stays readable. */
function Closed({ screen, failure }: Props) {
  const t = useT()
  const { decision, appeal, isOpen, signs } = screen
  const unsent = failure?.typed['grounds']
  return (
    <>
      <FailureMessages failure={failure} area="appeal" />
      {unsent ? (
        <AppealText title={t('appeal.unsent')} at={null}>
          {unsent}
        </AppealText>
      ) : null}
      {appeal === null && decision !== null ? (
        <Banner kind="info">{t(isOpen && !signs ? 'appeal.noneForEditor' : 'appeal.windowOver')}</Banner>
      ) : null}
      {decision === null ? (
        <EmptyState title={t('appeal.nothing')}>{t('appeal.nothingBody')}</EmptyState>
      ) : null}
    </>
  )
}

/** The appeal of a refused nomination for its team: what is contested, the form or its receipt, the answer. */
export function AppealPage({ screen, failure }: Props) {
  const t = useT()
  const { head, decision, appeal, answer, can } = screen
  const due = screen.isOpen ? decision?.until : answer === null ? appeal?.dueAt : null
  return (
    <>
      <DossierHead
        head={{ ...head, ...(due == null ? {} : { dueAt: due }) }}
        now={screen.now}
        page={t('appeal.title')}
        dueLabel={t(screen.isOpen ? 'appeal.until' : 'appeal.answerDue')}
        crumbs={[{ href: paths.nominationRead(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.appeal ? null : <Closed screen={screen} failure={failure} />}
        {appeal === null ? null : <Receipt appeal={appeal} answered={answer !== null} />}
        {answer === null ? null : (
          <AppealText title={t(`appeal.outcome.${answer.outcome}`)} at={answer.at} reasons={answer.reasons}>
            {answer.answer}
          </AppealText>
        )}
        {appeal === null ? null : (
          <AppealText title={t('appeal.written')} at={appeal.filedAt}>
            {appeal.grounds}
          </AppealText>
        )}
        {decision === null ? null : <Contested decision={decision} />}
        <DocumentLinks documents={screen.documents} />
        {can.appeal ? <Filing screen={screen} failure={failure} /> : null}
        {decision === null || answer?.outcome === 'upheld' ? null : (
          <p className="muted">{t('appeal.otherRoutes')}</p>
        )}
      </div>
    </>
  )
}
