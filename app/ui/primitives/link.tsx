import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Icon, type IconName } from './icon.tsx'

export type LinkProps = {
  href: string
  children: ReactNode
  className?: string | undefined
  icon?: IconName | undefined
  iconEnd?: IconName | undefined
  /** Format and size of a file, `CSV, 9 Ko`. */
  meta?: ReactNode
  /** A file, or a page of another process: the browser loads it itself. */
  download?: boolean | undefined
  /** A PDF that work pages can show in place (pdf-place.tsx). */
  pdf?: boolean | undefined
  external?: boolean | undefined
  current?: boolean | 'page' | 'step' | 'location' | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  rel?: string | undefined
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
}

const isPlain = (href: string): boolean => /^(#|[a-z]+:|\/\/)/i.test(href)

/** The one link of the product: a plain anchor that the router may take over. */
export function Link({
  href,
  children,
  icon,
  iconEnd,
  meta,
  download,
  pdf,
  external,
  current,
  ...rest
}: LinkProps) {
  const t = useT()
  const attributes: AnchorHTMLAttributes<HTMLAnchorElement> = { ...rest }
  if (current !== undefined && current !== false) attributes['aria-current'] = current
  const content = (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {meta === undefined ? null : <bdi className="link__meta">{meta}</bdi>}
      {external === true ? <span className="vh"> {t('common.link.external')}</span> : null}
      {iconEnd === undefined ? null : <Icon name={iconEnd} />}
    </>
  )
  // The router takes over a click on it where it runs (soft-navigation.tsx); its own component would cost more than
  // all else in a long list.
  const soft = download !== true && external !== true && !isPlain(href)
  return (
    <a
      href={href}
      {...attributes}
      download={download === true ? '' : undefined}
      data-soft={soft ? '' : undefined}
      data-pdf={pdf === true ? '' : undefined}
    >
      {content}
    </a>
  )
}
