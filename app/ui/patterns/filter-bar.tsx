import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'

/** A GET form: its state is the address, it can be kept and sent. */
export function FilterBar({
  action,
  children,
  submit,
}: {
  action: string
  children: ReactNode
  submit?: string
}) {
  const t = useT()
  return (
    <form className="filters" method="get" action={action} role="search">
      {children}
      <Button icon={submit === undefined ? 'filter' : 'search'}>{submit ?? t('common.action.filter')}</Button>
    </form>
  )
}
