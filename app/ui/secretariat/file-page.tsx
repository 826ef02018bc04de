import type { Finding } from '#app/domain/nomination/finding.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { DossierContent } from '#app/domain/nomination/revision.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { AnswersRead } from '../nomination/answers-read.tsx'
import { DossierHead, type HeadShown } from '../nomination/dossier-head.tsx'
import { EvidenceList } from '../nomination/evidence-list.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { type Check, Checklist, type VerdictShown } from './checklist.tsx'
import { FindingList } from './finding-list.tsx'
import { OfficeHere } from './office-here.tsx'

export type FileShown = {
  readonly now: number
  readonly head: HeadShown & { readonly id: string; readonly campaignId: string }
  readonly screeningVersion: number
  readonly version: {
    readonly number: number
    readonly hash: string
    readonly receivedAt: number
    readonly content: DossierContent
  } | null
  readonly files: readonly {
    readonly fileId: string
    readonly evidenceId: string
    readonly scanState: 'pending' | 'clean' | 'infected' | 'unscanned'
  }[]
  readonly findings: readonly Finding[]
  readonly checks: readonly Check[]
  readonly verdicts: readonly VerdictShown[]
  readonly completion: {
    readonly dueAt: number
    readonly answeredAt: number | null
    readonly lapsedAt: number | null
    readonly message: string
  } | null
  readonly documents: readonly LinkedDocument[]
  readonly live: { readonly outcome: string; readonly state: string } | null
  /** Another category that waits for the signatory. */
  readonly categoryAsked: { readonly name: Localized; readonly dueAt: number } | null
  readonly can: {
    readonly check: boolean
    readonly requestCompletion: boolean
    readonly propose: boolean
    readonly proposeCategory: boolean
    readonly proposeDisqualification: boolean
    readonly validate: boolean
  }
}

function Desk({ file, failure }: { file: FileShown; failure: FormFailure | undefined }) {
  const t = useT()
  const { head, can, completion, live } = file
  return (
    <aside className="side-col">
      <section>
        <h2 className="h-sec">{t('secretariat.findings.title')}</h2>
        <FindingList findings={file.findings} />
      </section>
      <section>
        <h2 className="h-sec">{t('secretariat.checklist.title')}</h2>
        <Checklist
          checks={file.checks}
          verdicts={file.verdicts}
          version={can.check ? file.screeningVersion : null}
          failure={failure}
        />
      </section>
      <section className="stack stack--tight">
        <h2 className="h-sec">{t('secretariat.next')}</h2>
        {completion === null ? null : (
          <p className="sm">
            <Phrase
              k={
                completion.answeredAt !== null
                  ? 'secretariat.completion.answered'
                  : completion.lapsedAt !== null
                    ? 'secretariat.completion.lapsed'
                    : 'secretariat.completion.waiting'
              }
              parts={{
                date: <Time at={completion.answeredAt ?? completion.lapsedAt ?? completion.dueAt} zone />,
              }}
            />
          </p>
        )}
        {live === null ? null : (
          <p className="sm">{t(`secretariat.decision.${live.state}.${live.outcome}`)}</p>
        )}
        {head.appealed || file.documents.some(({ kind }) => kind === 'appeal_decision') ? (
          <ButtonLink href={paths.screeningAppeal(t.locale, head.id)} icon="gavel">
            {t('appeal.title')}
          </ButtonLink>
        ) : null}
        {file.categoryAsked === null ? null : (
          <p className="sm">
            <Phrase
              k="secretariat.category.until"
              parts={{
                category: <LocalizedText text={file.categoryAsked.name} />,
                date: <Time at={file.categoryAsked.dueAt} zone />,
              }}
            />
          </p>
        )}
        {can.propose ? (
          <ButtonLink href={paths.screeningDecision(t.locale, head.id)} variant="primary">
            {t('secretariat.decision.propose')}
          </ButtonLink>
        ) : null}
        {can.validate ? (
          <ButtonLink href={paths.screeningDecision(t.locale, head.id)} variant="primary">
            {t('secretariat.decision.examine')}
          </ButtonLink>
        ) : null}
        {can.requestCompletion ? (
          <ButtonLink href={paths.requestCompletion(t.locale, head.id)} icon="file-clock">
            {t('secretariat.completion.title')}
          </ButtonLink>
        ) : null}
        {can.proposeCategory ? (
          <ButtonLink href={paths.screeningCategory(t.locale, head.id)} icon="split">
            {t(file.categoryAsked === null ? 'secretariat.category.title' : 'secretariat.category.follow')}
          </ButtonLink>
        ) : null}
        {can.proposeDisqualification ? (
          <ButtonLink href={paths.disqualification(t.locale, head.id)} icon="ban">
            {t('secretariat.disqualification.title')}
          </ButtonLink>
        ) : null}
      </section>
      <DocumentLinks documents={file.documents} />
    </aside>
  )
}

/** One file on the desk: the deposited dossier, and beside it what was found, the checklist and what comes next. */
export function FilePage({ file, failure }: { file: FileShown; failure: FormFailure | undefined }) {
  const t = useT()
  const { head, version } = file
  const evidence = version?.content.evidence.map((piece) => {
    const stored = file.files.find(({ evidenceId }) => evidenceId === piece.id)
    return { ...piece, fileId: stored?.fileId ?? null, scanState: stored?.scanState ?? null }
  })
  return (
    <>
      <DossierHead
        head={head}
        now={file.now}
        crumbs={[
          { href: paths.screeningQueue(t.locale, head.campaignId), label: t('work.nav.screeningQueue') },
        ]}
      />
      <OfficeHere nominationId={head.id} />
      <div className="panes panes--right">
        <div className="work stack">
          {file.can.check ? null : <FailureMessages failure={failure} area="secretariat" />}
          {version === null ? (
            <Banner kind="info">{t('secretariat.noVersion')}</Banner>
          ) : (
            <>
              <p className="sm">
                <Dots>
                  <>
                    {t('nomination.receipt.version')} <bdi>{version.number}</bdi>
                  </>
                  <Time at={version.receivedAt} zone />
                </Dots>
                <br />
                <Reference code>{version.hash}</Reference>
              </p>
              <AnswersRead answers={version.content.answers} />
              <section>
                <h2 className="h-sec">{t('nomination.evidence.title')}</h2>
                <EvidenceList files={evidence ?? []} />
              </section>
            </>
          )}
        </div>
        <Desk file={file} failure={failure} />
      </div>
    </>
  )
}
