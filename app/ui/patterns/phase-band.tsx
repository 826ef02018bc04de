import { useFormat, useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { type RibbonPhase, share, stateAt } from './phase-ribbon.tsx'

/** Percent of the whole, from the beginning of a phase on, in which the name of the phase stands. */
const NAME_TAKES = 11

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
          const size = share(phase.until - phase.from, whole)
          const isOnName = (done / 100) * size < NAME_TAKES
          return (
            <li
              key={phase.key}
              className={classes(state, `grow-${size}`)}
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
                <span
                  className={classes(
                    'band__today',
                    at,
                    done > 60 && 'band__today--late',
                    isOnName && 'band__today--parted',
                  )}
                >
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
