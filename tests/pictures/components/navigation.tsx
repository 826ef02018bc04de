import { useT } from '#app/i18n/provider.tsx'

const NAVIGATION: readonly (readonly [role: string, keys: readonly string[]])[] = [
  ['Public', ['home', 'categories', 'apply', 'laureates', 'openData'].map((key) => `common.nav.${key}`)],
  [
    'Candidat',
    ['work.nav.myNominations', 'nomination.start.nav', 'work.nav.complaints', 'work.nav.messages'],
  ],
  ['Secrétariat', ['work.nav.screeningQueue', 'work.nav.messages']],
  ['Jury', ['myDossiers', 'ethics', 'deliberations'].map((key) => `work.nav.${key}`)],
  [
    'Présidence',
    ['deliberations', 'myDossiers', 'progress', 'figures', 'release'].map((key) => `work.nav.${key}`),
  ],
  [
    'Organisation',
    ['campaigns', 'tower', 'nominations', 'registrations'].map((key) => `campaign.nav.${key}`),
  ],
]

export const Navigation = () => {
  const t = useT()
  return (
    <dl className="sheet-nav">
      {NAVIGATION.map(([role, keys]) => (
        <div key={role}>
          <dt>{role}</dt>
          <dd>{keys.map((key) => t(key)).join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
