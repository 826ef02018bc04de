import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { PaneSeparator } from './pane-separator.tsx'
import { usePartInView } from './use-part-in-view.ts'

type Props = {
  /** The juror's other dossiers; hidden on narrow screens, where its link is in the tabs. */
  rail?: ReactNode
  dossier: ReactNode
  rubric: ReactNode
  /** Stays at the foot of the rubric: the total and the seal. */
  total?: ReactNode
}

const PARTS = ['dossier', 'evidence', 'rubric'] as const
const TABS = ['dossier', 'rubric', 'evidence'] as const

/** Dossier and rubric side by side; under 900 px, one page with links to its parts. */
export function SplitPane({ rail, dossier, rubric, total }: Props) {
  const t = useT()
  const part = usePartInView(PARTS)
  return (
    <>
      <nav className="tabs split__tabs" aria-label={t('work.pane.rail')}>
        {TABS.map((name) => (
          <a key={name} href={`#${name}`} aria-current={part === name ? 'location' : undefined}>
            {t(`work.pane.${name}`)}
          </a>
        ))}
      </nav>
      <div className={classes('split', rail === undefined && 'split--two')}>
        {rail === undefined ? null : (
          <aside className="rail" aria-label={t('work.pane.rail')}>
            {rail}
          </aside>
        )}
        <section className="doc" id="dossier" aria-label={t('work.pane.dossier')}>
          {dossier}
        </section>
        <section className="rub split__end" id="rubric" aria-label={t('work.pane.rubric')}>
          <PaneSeparator name="rubric" label={t('work.pane.separator')} least={26} most={60} />
          {/* A sealed sheet holds no control: what scrolls must take the focus itself. */}
          <div className="split__body" role="group" aria-label={t('work.pane.rubric')} tabIndex={0}>
            {rubric}
          </div>
          {total === undefined ? null : <div className="tot">{total}</div>}
        </section>
      </div>
    </>
  )
}
