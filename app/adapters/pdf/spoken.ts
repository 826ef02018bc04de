import { type Localized, textIn } from '#app/domain/kernel/localized.ts'
import { createTranslator, type Translator, type Values } from '#app/i18n/translator.ts'

/** A text and the language it is really in: a missing Arabic name shows the French one, marked as French. */
export type Spoken = { readonly text: string; readonly lang: string }
export type Pair = { readonly fr: Spoken; readonly ar: Spoken }
/** Labels: always in both languages. */
export type Words = { readonly fr: string; readonly ar: string }

export const SIDES = ['fr', 'ar'] as const
export type Side = (typeof SIDES)[number]

const translators: Record<Side, Translator> = {
  fr: createTranslator('fr', ['documents']),
  ar: createTranslator('ar', ['documents']),
}

export const words = (key: string, values: Values = {}): Words => ({
  fr: translators.fr(`documents.${key}`, values),
  ar: translators.ar(`documents.${key}`, values),
})

/** The same sentence twice, its values made for each side. */
export const sentence = (key: string, valuesOf: (side: Side) => Values = () => ({})): Pair => ({
  fr: { text: translators.fr(`documents.${key}`, valuesOf('fr')), lang: 'fr' },
  ar: { text: translators.ar(`documents.${key}`, valuesOf('ar')), lang: 'ar' },
})

const inSide = (text: Localized, side: Side): Spoken => textIn(text, side) ?? { text: '–', lang: side }
export const spoken = (text: Localized): Pair => ({ fr: inSide(text, 'fr'), ar: inSide(text, 'ar') })
export const spokenText = (text: Localized, side: Side): string => inSide(text, side).text

/** A person's name: as it is written, on both sides. */
export const asWritten = (text: string): Pair => {
  const lang = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr'
  return { fr: { text, lang }, ar: { text, lang } }
}
