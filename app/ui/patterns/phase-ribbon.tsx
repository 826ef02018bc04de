import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { PhaseStar, type PhaseState } from '../motif/phase-star.tsx'
import { classes } from '../primitives/classes.ts'

export type RibbonPhase = {
  readonly key: string
  readonly name: ReactNode
  /** Epoch milliseconds; the last phase may be a moment. */
  readonly from: number
  readonly until: number
  readonly dates: ReactNode
}

/** A share of the whole in whole percents, at least 10 so that a label has room. */
export const share = (part: number, whole: number): number =>
  Math.max(10, Math.min(100, Math.round((part / whole) * 100)))

export const stateAt = (phase: RibbonPhase, now: number): PhaseState =>
  now >= phase.until ? 'done' : now >= phase.from ? 'now' : 'next'

/** From star to star: the days between two phases belong to the line that leads to the second. */
const lengthOf = (phase: RibbonPhase, next: RibbonPhase | undefined): number =>
  Math.max(phase.until, next?.from ?? 0) - phase.from

/** The calendar to scale: solid elapsed, hairline remaining, dotted future. A vertical list on phones. */
export function PhaseRibbon({ phases, now }: { phases: readonly RibbonPhase[]; now: number }) {
  const t = useT()
  const format = useFormat()
  const whole = phases.reduce((sum, phase, i) => sum + Math.max(1, lengthOf(phase, phases[i + 1])), 0)
  return (
    <nav className="ribbon" aria-label={t('common.ribbon.label')}>
      <ol>
        {phases.map((phase, i) => {
          const state = stateAt(phase, now)
          const length = lengthOf(phase, phases[i + 1])
          const done = Math.round(((now - phase.from) / Math.max(1, length)) * 100)
          const at = state === 'now' ? `at-${Math.max(0, Math.min(100, done))}` : ''
          return (
            <li
              key={phase.key}
              className={classes(state, at, `grow-${share(length, whole)}`)}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <PhaseStar state={state} />
              {state === 'now' ? (
                <span className={classes('ribbon__today', at, done < 12 && 'at-low')}>
                  {t('common.ribbon.today', { date: format.date(now, 'short', false) })}
                </span>
              ) : null}
              <strong>
                {phase.name}
                <span className="vh">
                  {' '}
                  (
                  {t(`common.phaseState.${state === 'done' ? 'past' : state === 'now' ? 'current' : 'next'}`)}
                  )
                </span>
              </strong>
              <p>
                <bdi>{phase.dates}</bdi>
              </p>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
