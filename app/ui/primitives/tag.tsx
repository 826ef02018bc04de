import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type TagKind = 'ok' | 'wait' | 'info' | 'bad' | 'prize' | 'draft' | 'off'

/** A state in a word, with its icon; the word may not be dropped. */
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
      {mark ?? (icon === undefined ? null : <Icon name={icon} />)}
      {children}
    </span>
  )
}
