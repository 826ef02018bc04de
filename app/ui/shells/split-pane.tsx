import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'

type Width = 'start' | 'even' | 'end'
const order: readonly Width[] = ['end', 'even', 'start']

type Props = {
  /** The juror's other dossiers; hidden on narrow screens, where its link is in the tabs. */
  rail?: ReactNode
  dossier: ReactNode
  rubric: ReactNode
  /** Stays at the foot of the rubric: the total and the seal. */
  total?: ReactNode
}

/** A separator moved by arrow keys: the physical left arrow always moves it left. */
function Separator({ width, onChange }: { width: Width; onChange: (width: Width) => void }) {
  const t = useT()
  const position = order.indexOf(width)
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const towardEnd = (event.key === 'ArrowRight') === (t.locale !== 'ar')
    const next = order[position + (towardEnd ? 1 : -1)]
    if (next !== undefined) onChange(next)
  }
  return (
    <div
      className="split__sep"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('work.pane.separator')}
      aria-valuenow={position}
      aria-valuemin={0}
      aria-valuemax={2}
      tabIndex={0}
      onKeyDown={move}
    />
  )
}

/** Dossier and rubric side by side; under 900 px, one page with links to its parts. */
export function SplitPane({ rail, dossier, rubric, total }: Props) {
  const t = useT()
  const [width, setWidth] = useState<Width>('even')
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <>
      <nav className="tabs split__tabs" aria-label={t('work.pane.rail')}>
        <a href="#dossier">{t('work.pane.dossier')}</a>
        <a href="#rubric">{t('work.pane.rubric')}</a>
        <a href="#evidence">{t('work.pane.evidence')}</a>
      </nav>
      <div
        className={classes(
          'split',
          rail === undefined && 'split--two',
          width !== 'even' && `split--wide-${width}`,
        )}
      >
        {rail === undefined ? null : (
          <aside className="rail" aria-label={t('work.pane.rail')}>
            {rail}
          </aside>
        )}
        <section className="doc" id="dossier" aria-label={t('work.pane.dossier')}>
          {dossier}
        </section>
        <section className="rub split__end" id="rubric" aria-label={t('work.pane.rubric')}>
          {ready ? <Separator width={width} onChange={setWidth} /> : <span hidden />}
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
