import { useFormat, useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { type RibbonPhase, share, stateAt } from './phase-ribbon.tsx'

/** The calendar to scale as a filled band, for the people who run it: what has passed is filled up to today. */
export function PhaseBand({ phases, now }: { phases: readonly RibbonPhase[]; now: number }) {
  const t = useT()
  const format = useFormat()
  const whole = phases.reduce((sum, phase) => sum + Math.max(1, phase.until - phase.from), 0)
  return (
    <nav className="band" aria-label={t('common.ribbon.label')}>
      <ol>
        {phases.map((phase) => {
          const state = stateAt(phase, now)
          const isNow = state === 'now'
          const done = Math.round(((now - phase.from) / Math.max(1, phase.until - phase.from)) * 100)
          const at = isNow ? `at-${Math.max(0, Math.min(100, done))}` : ''
          return (
            <li
              key={phase.key}
              className={classes(state, `grow-${share(phase.until - phase.from, whole)}`)}
              aria-current={isNow ? 'step' : undefined}
            >
              <span className={classes('band__phase', at)}>
                {phase.name}
                <span className="vh">
                  {' '}
                  ({t(`common.phaseState.${state === 'done' ? 'past' : isNow ? 'current' : 'next'}`)})
                </span>
              </span>
              <bdi>{phase.dates}</bdi>
              {isNow ? (
                <span className={classes('band__today', at, done > 60 && 'band__today--late')}>
                  {t('common.ribbon.today', { date: format.date(now, 'short', false) })}
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
