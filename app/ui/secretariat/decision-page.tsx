import { INADMISSIBLE_REASONS } from '#app/domain/nomination/screening-decision.ts'
import type { Finding } from '#app/domain/nomination/finding.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { proposalForm, settleForm } from '#app/forms/screening.form.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundCheckboxes, BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { DossierHead } from '../nomination/dossier-head.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { type Check, Checklist, type VerdictShown } from './checklist.tsx'
import type { FileShown } from './file-page.tsx'
import { FindingList } from './finding-list.tsx'
import { Written } from '../primitives/written.tsx'

export type DecisionShown = Pick<FileShown, 'head' | 'screeningVersion' | 'now' | 'can'> & {
  readonly live: {
    readonly id: string
    readonly outcome: string
    readonly reasons: readonly string[]
    readonly comment: string | null
    readonly state: string
    readonly isOwn: boolean
  } | null
  readonly findings: readonly Finding[]
  readonly checks: readonly Check[]
  readonly verdicts: readonly VerdictShown[]
}
type Props = { screen: DecisionShown; failure: FormFailure | undefined }

function ProposalForm({ screen, failure }: Props) {
  const t = useT()
  return (
    <ZodForm schema={proposalForm} failure={failure} area="secretariat" version={screen.screeningVersion}>
      <BoundRadios
        name="outcome"
        label={t('secretariat.decision.outcome')}
        options={(['admissible', 'inadmissible'] as const).map((value) => ({
          value,
          label: t(`work.status.${value}`),
        }))}
      />
      <BoundCheckboxes
        name="reasons"
        label={t('secretariat.decision.reasons')}
        hint={t('secretariat.decision.reasonsHint')}
        optional="unsaid"
        options={INADMISSIBLE_REASONS.map((value) => ({ value, label: t(`secretariat.reasons.${value}`) }))}
      />
      <BoundTextArea name="comment" label={t('secretariat.decision.comment')} optional />
      <Button variant="primary">{t('secretariat.decision.propose')}</Button>
    </ZodForm>
  )
}

function SettleForm({ screen, failure }: Props) {
  const t = useT()
  const { live } = screen
  if (live === null) return null
  return (
    <>
      <Banner kind="wait" title={t(`secretariat.decision.proposed.${live.outcome}`)}>
        <ul>
          {live.reasons.map((reason) => (
            <li key={reason}>{t(`secretariat.reasons.${reason}`)}</li>
          ))}
        </ul>
        {live.comment === null ? null : <Written>{live.comment}</Written>}
      </Banner>
      {screen.can.validate ? (
        <ZodForm schema={settleForm} failure={failure} area="secretariat">
          <input type="hidden" name="proposalId" value={live.id} />
          <BoundTextArea name="note" label={t('secretariat.decision.note')} optional />
          <div className="acts">
            <Button variant="primary" name="intent" value="validate" icon="check">
              {t('secretariat.decision.validate')}
            </Button>
            <Button name="intent" value="return" icon="undo">
              {t('secretariat.decision.return')}
            </Button>
          </div>
        </ZodForm>
      ) : (
        <p>
          {t(
            live.isOwn && live.state === 'proposed'
              ? 'secretariat.decision.otherClerk'
              : 'secretariat.decision.settled',
          )}
        </p>
      )}
    </>
  )
}

/** A decision by two clerks: one proposes, another validates or sends back. */
export function DecisionPage({ screen, failure }: Props) {
  const t = useT()
  const { head, can } = screen
  return (
    <>
      <DossierHead
        head={head}
        now={screen.now}
        page={t('secretariat.decision.title')}
        crumbs={[{ href: paths.screeningFile(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.propose || can.validate ? null : <FailureMessages failure={failure} area="secretariat" />}
        <FindingList findings={screen.findings} />
        <Checklist checks={screen.checks} verdicts={screen.verdicts} version={null} failure={undefined} />
        {can.propose ? (
          <ProposalForm screen={screen} failure={failure} />
        ) : (
          <SettleForm screen={screen} failure={failure} />
        )}
      </div>
    </>
  )
}
