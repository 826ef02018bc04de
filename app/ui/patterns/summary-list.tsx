import { Fragment, type ReactNode } from 'react'

export type Fact = { readonly term: ReactNode; readonly value: ReactNode; readonly action?: ReactNode }

/** Terms and values: an identity, a receipt, answers to check. */
export function SummaryList({ facts, ruled = true }: { facts: readonly Fact[]; ruled?: boolean }) {
  return (
    <dl className={ruled ? 'facts facts--ruled' : 'facts'}>
      {facts.map((fact, i) => (
        <Fragment key={i}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.value} {fact.action}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
