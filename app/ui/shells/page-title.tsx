import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

export type Crumb = { readonly href: string; readonly label: ReactNode }

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT()
  if (crumbs.length === 0) return null
  return (
    <nav className="crumbs" aria-label={t('common.nav.breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type PublicTitleProps = { title: ReactNode; lead?: ReactNode; crumbs?: readonly Crumb[]; aside?: ReactNode }
/** The head of a public page. */
export function PageTitle({ title, lead, crumbs = [], aside }: PublicTitleProps) {
  return (
    <div className="wrap">
      <div className="ph">
        <div>
          <Breadcrumb crumbs={crumbs} />
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="ph__lead">{lead}</p>}
        </div>
        {aside}
      </div>
    </div>
  )
}

type WorkTitleProps = {
  title: ReactNode
  /** The same title in the other language, with its `lang`. */
  other?: ReactNode
  meta?: ReactNode
  crumbs?: readonly Crumb[]
  aside?: ReactNode
}
/** The head of a work screen: title, both languages, state and facts, then the deadline or the actions. */
export function WorkTitle({ title, other, meta, crumbs = [], aside }: WorkTitleProps) {
  return (
    <div className="wh">
      <div>
        <Breadcrumb crumbs={crumbs} />
        <div className="wh__title">
          <h1>{title}</h1>
          {other === undefined ? null : <span className="wh__other">{other}</span>}
        </div>
        {meta === undefined ? null : <div className="wh__meta">{meta}</div>}
      </div>
      {aside}
    </div>
  )
}

/** A public section: its heading stands in the margin, as in an official bulletin. */
export function Section({
  id,
  title,
  lead,
  link,
  first = false,
  children,
}: {
  id?: string
  title: ReactNode
  lead?: ReactNode
  link?: ReactNode
  first?: boolean
  children: ReactNode
}) {
  return (
    <section className={first ? 'sec sec--first' : 'sec'} id={id}>
      <header>
        <h2>{title}</h2>
        {lead === undefined ? null : <p>{lead}</p>}
        {link}
      </header>
      <div>{children}</div>
    </section>
  )
}
