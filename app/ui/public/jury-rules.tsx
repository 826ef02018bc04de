import { Fragment } from 'react'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Section } from '../shells/page-title.tsx'
import { ruleKey, RuleValue } from './rule-value.tsx'

const RULES = [
  'jury.readersPerNomination',
  'jury.minimumSheets',
  'jury.loadLimit',
  'deliberation.quorum',
  'deliberation.vote',
  'deliberation.majority',
  'deliberation.castingVote',
  'publication.complaintDays',
  'publication.complaintTargetDays',
]

/** Who sits, by what right, and by which rules: read from the regulation, not from a page about it. */
export function JuryRules({ regulation, slug }: { regulation: Regulation; slug: string }) {
  const t = useT()
  return (
    <>
      <Section title={t('public.jury.seats')} lead={t('public.jury.seatsLead')}>
        <ol className="seats">
          {regulation.jury.seats.map((seat) => (
            <li key={seat.code}>
              <LocalizedText text={seat.label} />
              <span className="muted">{t(`public.jury.role.${seat.role}`)}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('public.jury.rules')}>
        <dl className="facts facts--ruled">
          {RULES.map((path) => (
            <Fragment key={path}>
              <dt>{t(ruleKey(path))}</dt>
              <dd>
                <RuleValue regulation={regulation} path={path} slug={slug} />
              </dd>
            </Fragment>
          ))}
        </dl>
        <h3>{t('public.jury.advisory')}</h3>
        <p>{t('public.jury.advisoryText')}</p>
      </Section>
    </>
  )
}
