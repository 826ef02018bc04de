import type { DossierContent } from '#app/domain/nomination/revision.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { AnswersRead } from '../nomination/answers-read.tsx'
import { DossierHead, type HeadShown } from '../nomination/dossier-head.tsx'
import { EvidenceList, type EvidenceShown } from '../nomination/evidence-list.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { ProposeAnswer, SettleAnswer } from './answer-forms.tsx'
import { AppealText } from './appeal-text.tsx'
import { Contested, type ContestedShown } from './contested.tsx'

type Screen = {
  readonly now: number
  readonly head: HeadShown & { readonly id: string; readonly campaignId: string }
  readonly decision: (ContestedShown & { readonly until: number }) | null
  readonly appeal: {
    readonly number: string
    readonly grounds: string
    readonly filedAt: number
    readonly dueAt: number
  } | null
  readonly answer: {
    readonly id: string
    readonly outcome: 'upheld' | 'dismissed'
    readonly reasons: readonly string[]
    readonly answer: string
    readonly state: 'proposed' | 'validated' | 'returned'
    readonly at: number
    readonly isOwn: boolean
  } | null
  readonly documents: readonly LinkedDocument[]
  readonly readsFile: boolean
  /** For a hand that has no page of the file: what was deposited, each piece with the way to it. */
  readonly dossier: (Pick<DossierContent, 'answers'> & { readonly evidence: readonly EvidenceShown[] }) | null
  readonly can: { readonly propose: boolean; readonly settle: boolean }
  readonly refused: string | null
}
type Props = { screen: Screen; failure: FormFailure | undefined }

/** Why this person has no form: they took part, act for the administration, or made the proposal themselves. */
function Waiting({ screen }: Pick<Props, 'screen'>) {
  const t = useT()
  const { answer, can, refused } = screen
  if (answer?.state === 'validated' || can.propose || can.settle) return null
  if (refused === 'took-part') return <Banner kind="wait">{t('appeal.tookPart')}</Banner>
  if (refused === 'recused') return <Banner kind="wait">{t('appeal.reason.recused')}</Banner>
  return answer?.isOwn ? <Banner kind="wait">{t('appeal.otherHand')}</Banner> : null
}

function Exchange({ screen }: Pick<Props, 'screen'>) {
  const t = useT()
  const { appeal, answer, decision } = screen
  if (appeal === null) return null
  return (
    <>
      <SummaryList
        facts={[
          { term: t('appeal.number'), value: <Reference code>{appeal.number}</Reference> },
          { term: t('appeal.filedAt'), value: <Time at={appeal.filedAt} style="long" zone /> },
          { term: t('appeal.dueAt'), value: <Time at={appeal.dueAt} style="long" zone /> },
        ]}
      />
      <AppealText title={t('appeal.written')} at={appeal.filedAt}>
        {appeal.grounds}
      </AppealText>
      {decision === null ? null : <Contested decision={decision} />}
      {answer === null ? null : (
        <AppealText
          title={t(`appeal.${answer.state === 'validated' ? 'outcome' : 'proposed'}.${answer.outcome}`)}
          at={answer.at}
          reasons={answer.reasons}
        >
          {answer.answer}
        </AppealText>
      )}
    </>
  )
}

/** Nobody appealed, so far: until when the signatory may, and against what. */
function Unused({ decision }: Pick<Screen, 'decision'>) {
  const t = useT()
  return (
    <>
      <EmptyState title={t('appeal.noneFiled')}>{t('appeal.noneFiledBody')}</EmptyState>
      {decision === null ? null : (
        <>
          <SummaryList
            facts={[{ term: t('appeal.until'), value: <Time at={decision.until} style="long" zone /> }]}
          />
          <Contested decision={decision} />
        </>
      )}
    </>
  )
}

function Deposited({ dossier }: { dossier: NonNullable<Screen['dossier']> }) {
  const t = useT()
  return (
    <section className="stack">
      <h2 className="h-sec">{t('appeal.dossier')}</h2>
      <AnswersRead answers={dossier.answers} />
      <EvidenceList files={dossier.evidence} />
    </section>
  )
}

/** The appeal of a file at the desk: two hands that had no part in the decision answer it. */
export function DeskAppealPage({ screen, failure }: Props) {
  const t = useT()
  const { head, appeal, answer, can } = screen
  const isDue = appeal !== null && answer?.state !== 'validated'
  return (
    <>
      <DossierHead
        head={isDue ? { ...head, dueAt: appeal.dueAt } : head}
        now={screen.now}
        page={t('appeal.title')}
        dueLabel={t('appeal.answerDue')}
        crumbs={[
          screen.readsFile
            ? { href: paths.screeningFile(t.locale, head.id), label: head.reference }
            : {
                href: paths.organiserNominations(t.locale, head.campaignId),
                label: t('campaign.nominations.title'),
              },
        ]}
      />
      <div className="work stack">
        {can.propose || can.settle ? null : <FailureMessages failure={failure} area="appeal" />}
        {appeal === null ? <Unused decision={screen.decision} /> : null}
        <Waiting screen={screen} />
        <Exchange screen={screen} />
        <DocumentLinks documents={screen.documents} />
        {screen.readsFile && appeal !== null ? (
          <div className="acts">
            <ButtonLink href={paths.screeningFile(t.locale, head.id)} icon="file-text">
              {t('appeal.readFile')}
            </ButtonLink>
          </div>
        ) : null}
        {can.propose ? <ProposeAnswer failure={failure} /> : null}
        {can.settle && answer !== null ? <SettleAnswer answerId={answer.id} failure={failure} /> : null}
        {screen.dossier === null ? null : <Deposited dossier={screen.dossier} />}
      </div>
    </>
  )
}
