import { INADMISSIBLE_REASONS } from '#app/domain/nomination/screening-decision.ts'
import type { Finding } from '#app/domain/nomination/finding.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { DossierHead } from '../nomination/dossier-head.tsx'
import { FailureMessages, sentence } from '../nomination/failure-messages.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Checkboxes } from '../primitives/checkboxes.tsx'
import { Radios } from '../primitives/radios.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { type Check, Checklist, type VerdictShown } from './checklist.tsx'
import type { FileShown } from './file-page.tsx'
import { FindingList } from './finding-list.tsx'

export type DecisionShown = Pick<FileShown, 'head' | 'now' | 'can'> & {
  readonly live: {
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
const errorAt = (
  t: ReturnType<typeof useT>,
  failure: FormFailure | undefined,
  name: string,
): string | undefined => {
  const key = failure?.fieldErrors[name]
  return key === undefined ? undefined : sentence(t, key)
}

function ProposalForm({ failure }: Pick<Props, 'failure'>) {
  const t = useT()
  const typed = failure?.typed ?? {}
  return (
    <form method="post" className="form" noValidate>
      <Radios
        name="outcome"
        label={t('secretariat.decision.outcome')}
        value={typed['outcome']}
        error={errorAt(t, failure, 'outcome')}
        options={(['admissible', 'inadmissible'] as const).map((value) => ({
          value,
          label: t(`work.status.${value}`),
        }))}
      />
      <Checkboxes
        name="reasons"
        label={t('secretariat.decision.reasons')}
        optional
        error={errorAt(t, failure, 'reasons')}
        options={INADMISSIBLE_REASONS.map((value) => ({ value, label: t(`secretariat.reasons.${value}`) }))}
      />
      <TextArea
        name="comment"
        label={t('secretariat.decision.comment')}
        optional
        defaultValue={typed['comment']}
        error={errorAt(t, failure, 'comment')}
      />
      <Button variant="primary">{t('secretariat.decision.propose')}</Button>
    </form>
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
        {live.comment === null ? null : <p dir="auto">{live.comment}</p>}
      </Banner>
      {screen.can.validate ? (
        <form method="post" className="form" noValidate>
          <TextArea
            name="note"
            label={t('secretariat.decision.note')}
            optional
            defaultValue={failure?.typed['note']}
            error={errorAt(t, failure, 'note')}
          />
          <div className="acts">
            <Button variant="primary" name="intent" value="validate" icon="check">
              {t('secretariat.decision.validate')}
            </Button>
            <Button name="intent" value="return" icon="undo">
              {t('secretariat.decision.return')}
            </Button>
          </div>
        </form>
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
        <FailureMessages failure={failure} area="secretariat" />
        <FindingList findings={screen.findings} />
        <Checklist checks={screen.checks} verdicts={screen.verdicts} open={false} failure={undefined} />
        {can.propose ? <ProposalForm failure={failure} /> : <SettleForm screen={screen} failure={failure} />}
      </div>
    </>
  )
}
