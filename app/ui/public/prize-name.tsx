import type { Localized } from '#app/domain/kernel/localized.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { markKind } from './prize-view.ts'

/** The prize as the edition named it; where that name is known in another language only, the kind says it. */
export function PrizeName({ type, label }: { type: string; label: Localized }) {
  const t = useT()
  const locale = useLocale()
  if (label[locale] !== undefined) return <LocalizedText text={label} />
  const kind = markKind({ type, label, withheld: false })
  return kind === 'other' ? <LocalizedText text={label} /> : <>{t(`common.prize.${kind}`)}</>
}
