import { createElement, type ReactNode } from 'react'
import { type IconName, iconNodes } from './icon-nodes.ts'

export type { IconName }

/** Arrows and lists follow the reading direction; checks, clocks and locks do not (experience.md section 9). */
const mirrored: ReadonlySet<IconName> = new Set<IconName>([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'send',
  'log-in',
  'log-out',
  'list',
  'list-checks',
  'undo',
  'external-link',
])

/** The same drawing wherever it stands: its elements are made once. */
const drawings = new Map<IconName, ReactNode>()
function drawingOf(name: IconName): ReactNode {
  const known =
    drawings.get(name) ??
    iconNodes[name].map(([tag, attributes], i) => createElement(tag, { key: i, ...attributes }))
  drawings.set(name, known)
  return known
}

/** Always beside a word; alone, the link or button carries the name. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  const classes = ['ic', mirrored.has(name) ? 'ic--dir' : '', className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawingOf(name)}
    </svg>
  )
}
