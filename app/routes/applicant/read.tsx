import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { isCategoryOpen } from '#app/queries/applicant/category.ts'
import { dossierWithLetters } from '#app/queries/applicant/letters.ts'
import { AnswersRead } from '#app/ui/nomination/answers-read.tsx'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { EvidenceList } from '#app/ui/nomination/evidence-list.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierWithLetters(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  const { head, now, can, answers, evidence, documents } = screen.value
  const isAsked = await isCategoryOpen(args.context.app, actor, nominationId)
  return { head, now, can, answers, evidence, documents, isAsked }
}

export const handle = { title: 'nomination.tool.read' }

export default function ReadPage() {
  const t = useT()
  const { head, now, can, answers, evidence, documents, isAsked } = useLoaderData<typeof loader>()
  return (
    <>
      <DossierHead head={head} now={now} />
      <div className="work stack">
        {isAsked ? (
          <Banner
            kind="wait"
            action={
              <ButtonLink href={paths.nominationCategory(t.locale, head.id)} variant="primary">
                {t('nomination.recategorisation.open')}
              </ButtonLink>
            }
          >
            {t('nomination.recategorisation.asked')}
          </Banner>
        ) : null}
        <div className="acts">
          {can.write ? (
            <ButtonLink href={paths.nominationStep(t.locale, head.id, 'identity')} icon="pencil">
              {t('common.action.edit')}
            </ButtonLink>
          ) : null}
          {head.depositedVersions > 0 ? (
            <ButtonLink href={paths.nominationReceipt(t.locale, head.id)} icon="file-text">
              {t('nomination.receipt.title')}
            </ButtonLink>
          ) : null}
          {head.depositedVersions > 0 ? (
            <ButtonLink href={paths.nominationVersions(t.locale, head.id)} icon="history">
              {t('nomination.tool.versions')}
            </ButtonLink>
          ) : null}
          {head.state === 'inadmissible' || documents.some(({ kind }) => kind === 'appeal_decision') ? (
            <ButtonLink href={paths.nominationAppeal(t.locale, head.id)} icon="gavel">
              {t('appeal.title')}
            </ButtonLink>
          ) : null}
          {can.resubmit ? (
            <ButtonLink href={paths.nominationResubmit(t.locale, head.id)} icon="rotate-ccw">
              {t('nomination.resubmit.action')}
            </ButtonLink>
          ) : null}
          {can.withdraw ? (
            <ButtonLink href={paths.nominationWithdraw(t.locale, head.id)} variant="danger">
              {t('nomination.withdraw.action')}
            </ButtonLink>
          ) : null}
        </div>
        <DocumentLinks documents={documents} />
        <AnswersRead answers={answers} />
        <section>
          <h2 className="h-sec">{t('nomination.evidence.title')}</h2>
          <EvidenceList files={evidence} />
        </section>
      </div>
    </>
  )
}
