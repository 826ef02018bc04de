import type { Completeness } from '#app/domain/nomination/completeness.ts'
import { type FormFailure, withoutFields } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import { AnswersRead } from './answers-read.tsx'
import { CompletenessList } from './completeness-list.tsx'
import { DossierHead, type HeadShown } from './dossier-head.tsx'
import { EvidenceList, type EvidenceShown } from './evidence-list.tsx'
import { FailureMessages } from './failure-messages.tsx'
import type { AnswerShown } from './question.tsx'
import { Written } from '../primitives/written.tsx'

type Screen = {
  readonly now: number
  readonly key: string
  readonly digest: string
  readonly head: HeadShown & { readonly id: string; readonly version: number }
  readonly can: { readonly submit: boolean; readonly cancelVisa: boolean; readonly answerCompletion: boolean }
  readonly answers: readonly AnswerShown[]
  readonly evidence: readonly EvidenceShown[]
  readonly completeness: Completeness
  readonly completion: {
    readonly reasons: readonly string[]
    readonly message: string
    readonly dueAt: number
  } | null
  readonly documents?: readonly LinkedDocument[]
}
type Props = { screen: Screen; kind: 'visa' | 'completion'; failure: FormFailure | undefined }

function Request({ completion }: { completion: NonNullable<Screen['completion']> }) {
  const t = useT()
  return (
    <Banner kind="wait" title={t('nomination.completion.asked')}>
      <ul>
        {completion.reasons.map((reason) => (
          <li key={reason}>{t(`secretariat.completion.reason.${reason}`)}</li>
        ))}
      </ul>
      <Written>{completion.message}</Written>
      <p>
        <Phrase k="nomination.completion.due" parts={{ date: <Time at={completion.dueAt} zone /> }} />
      </p>
    </Banner>
  )
}

function SendForm({ screen, kind }: Pick<Props, 'screen' | 'kind'>) {
  const t = useT()
  const may = kind === 'visa' ? screen.can.submit : screen.can.answerCompletion
  return (
    <form method="post" className="acts acts--ruled" noValidate>
      <input type="hidden" name="digest" value={screen.digest} />
      <input type="hidden" name="key" value={screen.key} />
      <input type="hidden" name="version" value={screen.head.version} />
      {may ? (
        <Button variant="primary" size="large" icon="send" name="intent" value="submit">
          {t(`nomination.${kind}.submit`)}
        </Button>
      ) : (
        <p>{t('nomination.visa.onlySignatory')}</p>
      )}
      {kind === 'visa' && screen.can.cancelVisa ? (
        <Button name="intent" value="cancel">
          {t('nomination.visa.cancel')}
        </Button>
      ) : null}
      {kind === 'completion' ? (
        <ButtonLink href={paths.nominationStep(t.locale, screen.head.id, 'identity')} icon="pencil">
          {t('nomination.completion.edit')}
        </ButtonLink>
      ) : null}
    </form>
  )
}

/** Everything that will be sent, its digest, and one button (product.md section 6). */
export function VisaPage({ screen, kind, failure }: Props) {
  const t = useT()
  const { head, completeness } = screen
  return (
    <>
      <DossierHead
        head={head}
        now={screen.now}
        page={t(`nomination.${kind}.title`)}
        crumbs={[{ href: paths.nominationCheck(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        <FailureMessages failure={failure && withoutFields(failure)} area="nomination" />
        {kind === 'completion' && screen.completion !== null ? (
          <Request completion={screen.completion} />
        ) : null}
        <DocumentLinks documents={screen.documents ?? []} />
        <p>{t(`nomination.${kind}.lead`)}</p>
        {completeness.complete ? null : <CompletenessList id={head.id} completeness={completeness} />}
        <AnswersRead answers={screen.answers} />
        <section>
          <h2 className="h-sec">{t('nomination.evidence.title')}</h2>
          <EvidenceList files={screen.evidence} />
        </section>
        <p className="sm">
          {t('nomination.visa.digest')} <Reference code>{screen.digest}</Reference>
        </p>
        <SendForm screen={screen} kind={kind} />
      </div>
    </>
  )
}
