import type { Completeness } from '#app/domain/nomination/completeness.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { Section } from '#app/domain/nomination/dossier-field.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { typedAnswer } from '#app/forms/nomination-answers.form.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { AutosaveForm } from '../forms/autosave-form.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { PaneSeparator } from '../shells/pane-separator.tsx'
import { AnswersRead } from './answers-read.tsx'
import { DossierHead, type HeadShown } from './dossier-head.tsx'
import { EvidenceList, type EvidenceShown } from './evidence-list.tsx'
import { sentence } from './failure-messages.tsx'
import { type AnswerShown, Question } from './question.tsx'
import { SectionRail } from './section-rail.tsx'
import { SendingPath, type TeamMember } from './sending-path.tsx'
import { usePresence } from './use-presence.ts'
import { problemOf, sectionOf } from './words.ts'

export type DossierShown = {
  readonly now: number
  readonly personId: string
  readonly head: HeadShown & { readonly id: string }
  readonly can: { readonly write: boolean }
  readonly answers: readonly AnswerShown[]
  readonly evidence: readonly EvidenceShown[]
  readonly completeness: Completeness
  readonly people: readonly TeamMember[]
  readonly rescued: readonly { readonly id: string }[]
  readonly savedAt: number | null
  readonly unanswered: string
}
type Props = { screen: DossierShown; section: Section; failure: FormFailure | undefined }

/** What was refused comes back as it was typed; the rest was saved. */
const withTyped = (
  { answers, unanswered }: Pick<DossierShown, 'answers' | 'unanswered'>,
  section: Section,
  failure: FormFailure | undefined,
): readonly AnswerShown[] => {
  const refused = Object.keys(failure?.fieldErrors ?? {})
  const others = answers.filter(({ field }) => !refused.includes(field))
  const again = refused.map((field) => {
    const found = answers.find((answer) => answer.field === field)
    const value = typedAnswer(section, failure?.typed ?? {}, field)
    return { field, value, stored: false, mark: found?.mark ?? unanswered }
  })
  return [...others, ...again]
}

function SectionForm({ screen, section, failure }: Props) {
  const t = useT()
  const { id } = screen.head
  const found = screen.completeness.sections.find((one) => one.section === section.code)
  const problems = (found?.problems ?? []).filter(({ code }) => code !== 'missing')
  const refused = Object.fromEntries(
    Object.entries(failure?.fieldErrors ?? {}).map(([key, message]) => [key, sentence(t, message)]),
  )
  const errors = {
    ...Object.fromEntries(problems.map((problem) => [problem.field, problemOf(t, problem)])),
    ...refused,
  }
  const answers = withTyped(screen, section, failure)
  const previous = DEFAULT_FORM.sections[section.number - 2]
  const last = section.number === DEFAULT_FORM.sections.length
  const formError = failure?.formError && reasonText(t, failure.formError.reason, {}, 'nomination')
  return (
    <AutosaveForm
      action={paths.nominationStep(t.locale, id, section.code)}
      copyKey={`dossier-${id}-${section.code}-${screen.personId}`}
      savedAt={screen.savedAt}
      outcome="notSent"
      failure={failure && { fieldErrors: failure.fieldErrors, formError }}
      actions={
        <>
          {previous === undefined ? null : (
            <ButtonLink href={paths.nominationStep(t.locale, id, previous.code)} icon="arrow-left">
              <span>
                <span>{previous.number}.</span> <span>{sectionOf(t, previous.code)}</span>
              </span>
            </ButtonLink>
          )}
          {last ? (
            <ButtonLink href={paths.nominationCheck(t.locale, id)} variant="primary">
              {t('nomination.path.check')}
            </ButtonLink>
          ) : (
            <Button variant="primary" name="intent" value="next" iconEnd="arrow-right">
              {t('nomination.saveAndNext')}
            </Button>
          )}
        </>
      }
    >
      {section.fields.map((field) => (
        <Question
          key={field.key}
          field={field}
          answers={answers}
          errors={errors}
          unanswered={screen.unanswered}
        />
      ))}
    </AutosaveForm>
  )
}

/** The dossier editor (picture C): sections at the start, one section in the middle, what is left at the end. */
export function SectionPage({ screen, section, failure }: Props) {
  const t = useT()
  const { head } = screen
  const here = usePresence(head.id, 'team', section.code)
  const hasEvidence = section.fields.some(({ kind }) => kind === 'evidence')
  return (
    <>
      <DossierHead head={head} now={screen.now} />
      {screen.rescued.length === 0 ? null : (
        <Banner
          kind="wait"
          action={<Link href={paths.nominationMerge(t.locale, head.id)}>{t('nomination.merge.link')}</Link>}
        >
          {t('nomination.merge.waiting', { count: screen.rescued.length })}
        </Banner>
      )}
      <div className="panes panes--three">
        <SectionRail id={head.id} completeness={screen.completeness} current={section.code} />
        <div className="sec-form">
          <header>
            <h2>{sectionOf(t, section.code)}</h2>
          </header>
          {screen.can.write ? (
            <SectionForm screen={screen} section={section} failure={failure} />
          ) : (
            <>
              <Banner kind="info">{t('nomination.frozen')}</Banner>
              <AnswersRead answers={screen.answers} />
            </>
          )}
          {hasEvidence ? (
            <section className="q">
              <h3 className="h-sec">{t('nomination.evidence.title')}</h3>
              <EvidenceList files={screen.evidence} />
              <ButtonLink href={paths.nominationEvidence(t.locale, head.id)} icon="paperclip">
                {t('nomination.evidence.manage')}
              </ButtonLink>
            </section>
          ) : null}
        </div>
        <SendingPath
          id={head.id}
          completeness={screen.completeness}
          people={screen.people}
          personId={screen.personId}
          awaiting={head.state === 'awaiting_visa'}
          here={here}
        />
        <PaneSeparator name="dossier" label={t('nomination.pathWidth')} least={18} most={40} />
      </div>
    </>
  )
}
