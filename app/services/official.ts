import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { createTranslator, type Translator, type Values } from '#app/i18n/translator.ts'

const translators: { readonly ar: Translator; readonly fr: Translator } = {
  ar: createTranslator('ar'),
  fr: createTranslator('fr'),
}

/** A message in the two official languages, as a record keeps it: later wording changes nothing that was issued. */
export const official = (key: string, values: Values = {}): BilingualText => ({
  ar: translators.ar(key, values),
  fr: translators.fr(key, values),
})
