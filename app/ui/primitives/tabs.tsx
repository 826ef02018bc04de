import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type Tab = {
  readonly href: string
  readonly label: ReactNode
  /** The page that is open; `location`: the part of this page that is read. */
  readonly current?: boolean | 'location'
  readonly lang?: string
}

/** Tabs are links to pages or to anchors: they work without script and can be sent to a colleague. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          current={tab.current === true ? 'page' : tab.current === 'location' ? 'location' : undefined}
          lang={tab.lang}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
