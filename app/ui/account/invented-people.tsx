import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
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

/** Several editions of one year are one line: what is held is said once. */
const heldOnce = (held: readonly Held[]): readonly Held[] => [
  ...new Map(held.map((one) => [JSON.stringify(one), one])).values(),
]

/** `Rédacteur, Commune de Ksar Nour`, `Secrétariat 2026`. */
function Held({ role, year, of }: Held) {
  const t = useT()
  const name = t(`work.role.${role}`)
  if (of !== null)
    return <Phrase k="common.pair.named" parts={{ name, detail: <LocalizedText text={of} /> }} />
  return (
    <>
      {name} {year === null ? null : <bdi>{year}</bdi>}
    </>
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
                {heldOnce(person.held).map((held, i) => (
                  <Held key={held.role + String(i)} {...held} />
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
