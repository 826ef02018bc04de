import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type Props = { value: number; max: number; label: string; tone?: 'normal' | 'bad'; children?: ReactNode }

/** A bar with its sentence: the bar alone says nothing. */
export function Progress({ value, max, label, tone = 'normal', children }: Props) {
  return (
    <div>
      <progress
        className={classes('bar', tone === 'bad' && 'bar--bad')}
        value={value}
        max={Math.max(max, 1)}
        aria-label={label}
      />
      {children}
    </div>
  )
}
