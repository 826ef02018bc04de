import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BilingualField } from '../primitives/bilingual-field.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { type Failure, useTyped } from './act-form.tsx'

type Props = {
  name: string
  label: string
  text: Localized
  failure: Failure
  lines?: number
  /** English and Amazigh are typed here; otherwise they are carried along unchanged. */
  others?: 'typed' | 'kept' | 'none'
}

/** One text in Arabic and French side by side; the other languages follow, or are carried along. */
export function LocalizedInput({ name, label, text, failure, lines = 1, others = 'kept' }: Props) {
  const t = useT()
  const typed = useTyped(failure)
  const side = (lang: 'ar' | 'fr') => typed.error(`${name}.${lang}`)
  const [ar, fr] = [side('ar'), side('fr')]
  return (
    <>
      <BilingualField
        name={name}
        label={label}
        lines={lines}
        values={{ ar: typed.text(`${name}.ar`, text.ar), fr: typed.text(`${name}.fr`, text.fr) }}
        errors={{ ...(ar === undefined ? {} : { ar }), ...(fr === undefined ? {} : { fr }) }}
      />
      {(['en', 'zgh'] as const).map((lang) => {
        const value = typed.text(`${name}.${lang}`, text[lang])
        if (others === 'none' || (others === 'kept' && value === '')) return null
        if (others === 'kept')
          return <input key={lang} type="hidden" name={`${name}.${lang}`} value={value} />
        return (
          <TextInput
            key={lang}
            name={`${name}.${lang}`}
            label={t(`campaign.field.language.${lang}`)}
            optional
            lang={lang}
            dir="ltr"
            defaultValue={value}
            error={typed.error(`${name}.${lang}`)}
          />
        )
      })}
    </>
  )
}
