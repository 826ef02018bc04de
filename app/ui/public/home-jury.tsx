import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Section } from '../shells/page-title.tsx'

const GUARDS = [
  'rubrics',
  'readers',
  'interests',
  'minutes',
  'sealed',
  'recompute',
  'complaint',
  'published',
] as const

/** What keeps the decision honest: four sentences on the home page, eight on the jury's own. */
export function Guards({ readers, all = false }: { readers: number | null; all?: boolean }) {
  const t = useT()
  return (
    <ul className="guard">
      {(all ? GUARDS : GUARDS.slice(0, 4)).map((guard) => (
        <li key={guard}>
          <h3>
            {t(
              guard === 'readers' && readers === null ? 'public.guard.readersPlain' : `public.guard.${guard}`,
              { count: readers ?? 3 },
            )}
          </h3>
          <p>{t(`public.guardText.${guard}`)}</p>
        </li>
      ))}
    </ul>
  )
}

export function HomeJury({ readers }: { readers: number | null }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section
      id="jury"
      title={t('public.home.juryTitle')}
      link={
        <Link className="link" href={paths.juryRules(locale)} iconEnd="arrow-right">
          {t('common.nav.jury')}
        </Link>
      }
    >
      <Guards readers={readers} />
    </Section>
  )
}
