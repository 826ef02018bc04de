import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'

type Props = {
  /** A question. */
  question: ReactNode
  /** What follows from it. */
  children: ReactNode
  /** The native form with the hidden fields and the button that repeats the verb. */
  form: ReactNode
  backHref: string
}

/** A dialog as a page: the only form of it without script, and for acts that deserve a page. */
export function ConfirmPage({ question, children, form, backHref }: Props) {
  const t = useT()
  return (
    <section className="confirm">
      <h1 className="h-page">{question}</h1>
      {children}
      <div className="acts">
        {form}
        <ButtonLink href={backHref}>{t('common.confirmPage.back')}</ButtonLink>
      </div>
    </section>
  )
}
