import { useLocale } from '#app/i18n/provider.tsx'
import { writtenIn } from '#app/i18n/written-in.ts'

type Props = { as?: 'p' | 'bdi' | 'div' | 'span'; className?: string; children: string }

/** What a person wrote in a language of their own choice, marked with it where it is not that of the page. */
export function Written({ as: Part = 'p', className, children }: Props) {
  const locale = useLocale()
  return (
    <Part {...(className === undefined ? {} : { className })} {...writtenIn(children, locale)}>
      {children}
    </Part>
  )
}
