import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type TagKind = 'ok' | 'wait' | 'info' | 'bad' | 'prize' | 'draft' | 'off'

const ICONS: Readonly<Record<TagKind, IconName>> = {
  ok: 'check',
  wait: 'clock',
  info: 'info',
  bad: 'triangle-alert',
  prize: 'trophy',
  draft: 'pencil',
  off: 'minus',
}

/** A state in a word, with its icon, that of its kind unless it has its own; the word may not be dropped. */
export function Tag({
  kind,
  icon,
  mark,
  children,
}: {
  kind: TagKind
  icon?: IconName
  mark?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`tag tag--${kind}`}>
      {mark ?? <Icon name={icon ?? ICONS[kind]} />}
      {children}
    </span>
  )
}
