import type { Completeness } from '#app/domain/nomination/completeness.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Avatar } from '../patterns/person.tsx'
import { Icon } from '../primitives/icon.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import type { PersonHere } from '#app/domain/nomination/presence.ts'
import { sectionOf } from './words.ts'

export type TeamMember = { readonly id: string; readonly name: string; readonly signs: boolean }
type Props = {
  id: string
  completeness: Completeness
  people: readonly TeamMember[]
  personId: string
  awaiting: boolean
  /** Of the team, as the script hears it; null on the page as sent. */
  here: readonly PersonHere[] | null
}

function Missing({ id, completeness }: Pick<Props, 'id' | 'completeness'>) {
  const t = useT()
  const open = completeness.sections.filter(({ problems }) => problems.length > 0)
  if (open.length === 0) return <p className="sm muted">{t('nomination.path.complete')}</p>
  return (
    <div className="path__fix">
      {open.map(({ section, number, problems }) => (
        <Link key={section} href={paths.nominationStep(t.locale, id, section)}>
          {t('nomination.path.section', { number, title: sectionOf(t, section), count: problems.length })}
        </Link>
      ))}
    </div>
  )
}

/** What separates the dossier from being sent: complete, visa, sent; and who works on it. */
export function SendingPath({ id, completeness, people, personId, awaiting, here }: Props) {
  const t = useT()
  /** The section in which somebody is, empty for elsewhere in the file; undefined for who is not there. */
  const placeOfPerson = (personHere: string): string | undefined =>
    here?.find((one) => one.id === personHere)?.place
  const wordsOf = ({ id: one, signs }: TeamMember): string => {
    const place = placeOfPerson(one)
    if (place === undefined) return t(signs ? 'work.role.signatory' : 'work.role.editor')
    if (place === '') return t('work.presence.online')
    return t('work.presence.inSection', { title: sectionOf(t, place) })
  }
  const signatories = people.filter(({ signs }) => signs)
  return (
    <aside className="side-col" aria-label={t('nomination.path.title')}>
      <section>
        <h2 className="h-sec">{t('nomination.path.title')}</h2>
        <ol className="path">
          <li>
            <Icon name={completeness.complete ? 'check-circle' : 'circle-dot'} className="st-now" />
            <div>
              <h3 className="h-sm">{t('nomination.path.fill')}</h3>
              <Missing id={id} completeness={completeness} />
            </div>
          </li>
          <li>
            <Icon name={awaiting ? 'circle-dot' : 'circle'} className="st-todo" />
            <div>
              <h3 className="h-sm">{t('nomination.path.visa')}</h3>
              <div className="sign">
                {signatories.length === 0 ? t('nomination.path.nobody') : null}
                {signatories.map((person) => (
                  <b key={person.id}>
                    <bdi>{person.name}</bdi>
                  </b>
                ))}
                <p>{t('nomination.path.freezes')}</p>
              </div>
            </div>
          </li>
          <li>
            <Icon name="circle" className="st-todo" />
            <div>
              <h3 className="h-sm">{t('nomination.path.send')}</h3>
              <p className="sm muted">{t('nomination.path.receipt')}</p>
            </div>
          </li>
        </ol>
        <ButtonLink href={paths.nominationCheck(t.locale, id)} wide>
          {t('nomination.path.check')}
        </ButtonLink>
        <p className="xs muted path__note">{t('nomination.path.checkNote')}</p>
      </section>
      <section>
        <h2 className="h-sec">{t('nomination.team')}</h2>
        <ul className="ppl">
          {people.map((person) => (
            <li key={person.id}>
              <Avatar name={person.name} online={placeOfPerson(person.id) !== undefined} />
              <span>
                <bdi>{person.name}</bdi> {person.id === personId ? t('nomination.you') : null}
                <small>{wordsOf(person)}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
