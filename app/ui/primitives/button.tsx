import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { Link, type LinkProps } from './link.tsx'

export type ButtonLook = {
  /** One primary per view. */
  variant?: 'primary' | 'default' | 'ghost' | 'danger' | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  iconEnd?: IconName | undefined
}
type ButtonProps = ButtonLook & { busy?: boolean | undefined; children?: ReactNode } & Omit<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'disabled' | 'style'
  >

const look = ({ variant, size, wide }: ButtonLook, extra?: string): string =>
  classes(
    'btn',
    variant === 'primary' && 'btn--pri',
    variant === 'ghost' && 'btn--ghost',
    variant === 'danger' && 'btn--danger',
    size === 'small' && 'btn--sm',
    size === 'large' && 'btn--lg',
    wide === true && 'btn--wide',
    extra,
  )

/** Never disabled: it answers with what is missing. A second press is ignored by the server's idempotency key. */
export function Button({
  variant,
  size,
  wide,
  icon,
  iconEnd,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  const t = useT()
  return (
    <button
      type="submit"
      {...rest}
      className={look({ variant, size, wide }, className)}
      aria-busy={busy || undefined}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {busy === true ? <span className="vh">{t('common.action.busy')}</span> : null}
      {iconEnd === undefined ? null : <Icon name={iconEnd} />}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, wide, className, ...link }: ButtonLook & LinkProps) {
  return <Link {...link} className={look({ variant, size, wide }, className)} />
}
