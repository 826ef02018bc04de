import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'

export type BannerKind = 'info' | 'ok' | 'wait' | 'bad'
const icons: Record<BannerKind, IconName> = {
  info: 'info',
  ok: 'check-circle',
  wait: 'clock',
  bad: 'triangle-alert',
}

type Props = {
  kind: BannerKind
  title?: ReactNode
  icon?: IconName
  /** One action, a link or a button. */
  action?: ReactNode
  role?: 'status' | 'alert' | undefined
  children?: ReactNode
}

/** A message of the page: icon, sentence, at most one action. */
export function Banner({ kind, title, icon, action, role, children }: Props) {
  const t = useT()
  return (
    <div className={classes('note', kind !== 'info' && `note--${kind}`)} role={role}>
      <Icon name={icon ?? icons[kind]} />
      <div>
        <span className="vh">{t(`common.message.${kind}`)} </span>
        {title === undefined ? null : <span className="note__title">{title}</span>}
        {children}
      </div>
      {action === undefined ? null : <div>{action}</div>}
    </div>
  )
}
