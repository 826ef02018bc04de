import { Form } from '@remix-run/react'
import { type Stage, STAGES } from '#app/domain/jury/proposal-steps.ts'
import { useT } from '#app/i18n/provider.tsx'
import { AskedAgain } from '../patterns/asked-again.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'

type Props = { proposal: { readonly id: string; readonly stage: Stage | null }; canChange: boolean }
/** Stages that every computation passes; the others depend on what was asked. */
const SHOWN = STAGES.filter((stage) => stage !== 'chances' && stage !== 'draw')

/** What is being computed. */
export function ProposalProgress({ proposal, canChange }: Props) {
  const t = useT()
  const current = SHOWN.findIndex((stage) => stage === proposal.stage)
  return (
    <section className="jury-aside" aria-live="polite">
      <AskedAgain />
      <Banner
        kind="info"
        icon="clock"
        title={proposal.stage === null ? t('jury.progressOf.waiting') : t(`jury.stage.${proposal.stage}`)}
      >
        <p>{t('jury.progressOf.leave')}</p>
      </Banner>
      <ol className="assign-stages">
        {SHOWN.map((stage, at) => (
          <li key={stage} aria-current={at === current ? 'step' : undefined}>
            {at < current ? <Icon name="check" /> : null}
            {t(`jury.stage.${stage}`)}
          </li>
        ))}
      </ol>
      {canChange ? (
        <Form method="post">
          <input type="hidden" name="proposalId" value={proposal.id} />
          <Button variant="danger" name="intent" value="cancel">
            {t('jury.progressOf.cancel')}
          </Button>
        </Form>
      ) : null}
    </section>
  )
}
