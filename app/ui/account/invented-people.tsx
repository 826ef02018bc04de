import { Fragment } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

export type InventedPersonShown = {
  id: string
  name: string
  email: string
  held: readonly { role: string; year: number | null; of: Localized | null }[]
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
                {person.held.map((held, i) => (
                  <Fragment key={i}>
                    {t(`work.role.${held.role}`)} {held.year === null ? null : <bdi>{held.year}</bdi>}
                    {held.of === null ? null : <LocalizedText text={held.of} />}
                  </Fragment>
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
