import { Form } from '@remix-run/react'
import type { AssignmentProposal } from '#app/domain/jury/assignment-flow.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import type { AssignmentFacts } from './assignment-files.tsx'

type Props = {
  proposed: { readonly proposal: AssignmentProposal; readonly seed: number; readonly digest: string }
  page: AssignmentFacts
}
const SHOWN = 200

/** What would be stored, why each pair, and what lacks. Nothing is stored before the button. */
export function ProposalPanel({ proposed, page }: Props) {
  const t = useT()
  const { proposal, seed, digest } = proposed
  const fresh = proposal.pairs.filter((pair) => pair.why.source === 'proposed')
  const nameOf = (seatId: string): string => page.readers.find((one) => one.seatId === seatId)?.name ?? '–'
  const referenceOf = (id: string): string | undefined =>
    page.page.rows.find((file) => file.nominationId === id)?.reference
  const shown = fresh.filter((pair) => referenceOf(pair.nominationId) !== undefined).slice(0, SHOWN)
  return (
    <section className="sheet jury-aside">
      <Banner
        kind={proposal.feasible ? 'ok' : 'wait'}
        title={t('jury.proposal.title', { count: fresh.length })}
      >
        <p>{t('jury.proposal.loads', { low: proposal.lightestLoad, high: proposal.heaviestLoad })}</p>
        {proposal.feasible ? null : (
          <p>{t('jury.proposal.shortages', { count: proposal.shortages.length })}</p>
        )}
      </Banner>
      {proposal.shortages.length === 0 ? null : (
        <ul>
          {proposal.shortages.slice(0, SHOWN).map((one) => (
            <li key={one.nominationId}>
              <Reference code>{referenceOf(one.nominationId) ?? '…'}</Reference>{' '}
              {t('jury.proposal.shortage', {
                count: one.lacking,
                eligible: one.eligibleReaders,
                excluded: one.excludedReaders,
              })}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('jury.proposal.why')}</summary>
        <ul>
          {shown.map((pair) => (
            <li key={`${pair.nominationId} ${pair.seatId}`}>
              <Reference code>{referenceOf(pair.nominationId)}</Reference> · <bdi>{nameOf(pair.seatId)}</bdi>{' '}
              ·{' '}
              {t('jury.proposal.pair', {
                load: pair.why.load,
                limit: pair.why.loadLimit,
                eligible: pair.why.eligibleReaders,
                excluded: pair.why.excludedReaders,
              })}
            </li>
          ))}
        </ul>
      </details>
      <Form method="post">
        <input type="hidden" name="seed" value={seed} />
        <input type="hidden" name="digest" value={digest} />
        <Button variant="primary" name="intent" value="confirm">
          {t('jury.proposal.confirm')}
        </Button>
      </Form>
    </section>
  )
}
