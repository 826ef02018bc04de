import type { Localized } from '#app/domain/kernel/localized.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'

export type InventedPersonShown = {
  id: string
  name: string
  email: string
  held: readonly { role: string; year: number | null; of: Localized | null }[]
}

type Held = InventedPersonShown['held'][number]

type Role = Omit<Held, 'year'> & { readonly years: readonly number[] }

/** A role that is held in several editions is said once, with their years. */
function rolesOf(held: readonly Held[]): readonly Role[] {
  const roles = new Map<string, Role>()
  for (const { role, year, of } of held) {
    const key = JSON.stringify([role, of])
    const years = new Set(roles.get(key)?.years)
    if (year !== null) years.add(year)
    roles.set(key, { role, of, years: [...years].sort((a, b) => a - b) })
  }
  return [...roles.values()]
}

/** `Rédacteur, Commune de Ksar Nour`, `Secrétariat : 2021, 2025 et 2026`. */
function RoleHeld({ role, years, of }: Role) {
  const t = useT()
  const format = useFormat()
  const name = t(`work.role.${role}`)
  if (of !== null)
    return <Phrase k="common.pair.named" parts={{ name, detail: <LocalizedText text={of} /> }} />
  if (years.length === 0) return name
  return (
    <Phrase
      k="common.pair.labelled"
      parts={{ label: name, value: <bdi>{format.list(years.map(String))}</bdi> }}
    />
  )
}

/** Every invented person, what they hold, and the button that lets one be them. */
export function InventedPeople({ people }: { people: readonly InventedPersonShown[] }) {
  const t = useT()
  return (
    <ul className="tasks people-list">
      {people.map((person) => (
        <li key={person.id}>
          <div>
            <b>
              <bdi>{person.name}</bdi>
            </b>
            <span className="tasks__hint">
              {person.held.length === 0 ? t('work.role.applicant') : null}
              <Dots>
                {rolesOf(person.held).map((held, i) => (
                  <RoleHeld key={held.role + String(i)} {...held} />
                ))}
              </Dots>
            </span>
          </div>
          <form method="post">
            <Button size="small" name="personId" value={person.id}>
              {t('account.demonstration.signInAs')}
              <span className="vh">
                {' '}
                <bdi>{person.name}</bdi>
              </span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
