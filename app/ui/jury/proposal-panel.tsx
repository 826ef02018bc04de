import { Form } from '@remix-run/react'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { ObstructionWords, RelaxationWords } from './obstruction-words.tsx'
import { ProposalProgress } from './proposal-progress.tsx'
import { ProposalProof } from './proposal-proof.tsx'
import type { Proposal } from './proposal.ts'

function Plan({ proposal, canConfirm }: { proposal: Proposal; canConfirm: boolean }) {
  const t = useT()
  const { plan } = proposal
  if (plan === null) return null
  return (
    <>
      <Banner kind="ok" title={t('jury.proposal.title', { count: plan.added })}>
        <p>
          {plan.smallest === plan.floorBound
            ? t('jury.proposal.floorProven', { floor: plan.smallest })
            : t('jury.proposal.floorBound', { floor: plan.smallest, bound: plan.floorBound })}
        </p>
      </Banner>
      {plan.relaxation === null ? null : (
        <Banner kind="wait" title={t('jury.proposal.relaxed')}>
          <RelaxationWords relaxation={plan.relaxation} />
        </Banner>
      )}
      {canConfirm && proposal.state === 'ready' ? (
        <Form method="post">
          <input type="hidden" name="proposalId" value={proposal.id} />
          <Button variant="primary" name="intent" value="confirm">
            {t('jury.proposal.confirm')}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

type Props = { proposal: Proposal; can: { readonly propose: boolean; readonly confirm: boolean } }

/** What would be stored and what proves it, or why there is nothing. Nothing is stored before the button. */
export function ProposalPanel({ proposal, can }: Props) {
  const t = useT()
  const { state, obstruction, refused } = proposal
  if (state === 'waiting' || state === 'computing')
    return <ProposalProgress proposal={proposal} canChange={can.propose} />
  if (state === 'cancelled') return <Banner kind="info">{t('jury.proposal.cancelled')}</Banner>
  return (
    <section className="jury-aside">
      {proposal.isApart ? <Banner kind="info">{t('jury.proposal.apart')}</Banner> : null}
      {state === 'impossible' && !proposal.isApart ? <ObstructionWords obstruction={obstruction} /> : null}
      {refused === null ? null : <Banner kind="bad">{reasonText(t, refused, {}, 'jury')}</Banner>}
      {state === 'confirmed' ? null : <Plan proposal={proposal} canConfirm={can.confirm} />}
      <ProposalProof proposal={proposal} />
    </section>
  )
}
