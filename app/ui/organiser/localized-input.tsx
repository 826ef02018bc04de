import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundBilingual, BoundText } from '../forms/bound-field.tsx'
import { useBoundForm } from '../forms/form-context.tsx'

type Props = {
  name: string
  label: string
  text: Localized
  lines?: number
  /** English and Amazigh are typed here; otherwise they are carried along unchanged. */
  others?: 'typed' | 'kept' | 'none'
}

/** One text in Arabic and French side by side; the other languages follow, or are carried along. */
export function LocalizedInput({ name, label, text, lines = 1, others = 'kept' }: Props) {
  const t = useT()
  const form = useBoundForm()
  return (
    <>
      <BoundBilingual
        name={name}
        label={label}
        lines={lines}
        values={{ ar: text.ar ?? '', fr: text.fr ?? '' }}
      />
      {(['en', 'zgh'] as const).map((lang) => {
        const value = form.text(`${name}.${lang}`, text[lang]) ?? ''
        if (others === 'none' || (others === 'kept' && value === '')) return null
        if (others === 'kept')
          return <input key={lang} type="hidden" name={`${name}.${lang}`} value={value} />
        return (
          <BoundText
            key={lang}
            name={`${name}.${lang}`}
            label={t(`campaign.field.language.${lang}`)}
            optional
            lang={lang}
            dir="ltr"
            defaultValue={text[lang]}
          />
        )
      })}
    </>
  )
}
