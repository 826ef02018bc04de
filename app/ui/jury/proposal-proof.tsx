import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Reference } from '../primitives/reference.tsx'
import type { Proposal } from './proposal.ts'

/** The figures of a proposal, and what lets anyone compute it again. */
export function ProposalProof({ proposal }: { proposal: Proposal }) {
  const t = useT()
  const format = useFormat()
  const { plan, solver, seed, settings } = proposal
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(plan
      ? ([
          [t('jury.record.sum'), <bdi key="sum">{t('jury.record.points', { count: plan.sum })}</bdi>],
          [
            t('jury.record.optimum'),
            <bdi key="best">{t('jury.record.points', { count: plan.optimum.sum })}</bdi>,
          ],
          [t('jury.record.sumProven'), plan.sumProven ? t('jury.record.yes') : t('jury.record.no')],
          [t('jury.record.swaps'), plan.swaps],
          [
            t('jury.record.kappa'),
            plan.kappa === null ? (
              t('jury.record.unlinked')
            ) : (
              <bdi key="kappa">{format.number(plan.kappa, 2)}</bdi>
            ),
          ],
          [t('jury.record.checked'), t('jury.record.checkedAll')],
          ...(plan.mixture === null
            ? []
            : ([[t('jury.record.mixture'), t('jury.record.mixtureOf', { ...plan.mixture })]] as const)),
        ] as const)
      : []),
    ...(solver
      ? ([
          [
            t('jury.record.solver'),
            <bdi key="solver">
              {solver.name} {solver.version}
            </bdi>,
          ],
        ] as const)
      : []),
    [
      t('jury.record.inputHash'),
      <Reference code key="hash">
        {proposal.inputHash}
      </Reference>,
    ],
    [
      t('jury.record.commitment'),
      <Reference code key="commitment">
        {proposal.commitment}
      </Reference>,
    ],
    ...(seed
      ? ([
          [
            t('jury.record.seed'),
            <Reference code key="seed">
              {seed.seed} {seed.salt}
            </Reference>,
          ],
        ] as const)
      : []),
    ...(settings.capPercent === null
      ? []
      : ([[t('jury.settings.chance'), <bdi key="cap">{settings.capPercent} %</bdi>]] as const)),
  ]
  return (
    <details className="fold">
      <summary>{t('jury.record.title', { number: String(proposal.number) })}</summary>
      <dl className="assign-facts">
        {facts.map(([term, value]) => (
          <FactRow key={term} term={term} value={value} />
        ))}
      </dl>
    </details>
  )
}

const FactRow = ({ term, value }: { term: string; value: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
)
