import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import type { NavLink } from './public-shell.tsx'

const Count = ({ count }: { count: number | undefined }) => {
  const t = useT()
  if (count === undefined || count === 0) return null
  return (
    <>
      <span className="count" aria-hidden="true">
        {count}
      </span>
      <span className="vh"> ({t('work.nav.waiting', { count })})</span>
    </>
  )
}

/** The entries of a work area, each with the number of what waits there. */
export function NavItems({ nav }: { nav: readonly NavLink[] }) {
  return (
    <ul>
      {nav.map((link) => (
        <li key={link.href}>
          <Link href={link.href} current={link.current === true ? 'page' : undefined}>
            {link.label}
            <Count count={link.count} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
