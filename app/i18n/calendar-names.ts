import type { Locale } from './locales.ts'

/** Months and weekdays as Morocco writes them; the tables make server, browser and PDF agree to the letter. */
type Names = { readonly long: readonly string[]; readonly short: readonly string[] }

const split = (text: string): readonly string[] => text.split(' ')
const same = (text: string): Names => ({ long: split(text), short: split(text) })

export const monthNames: Readonly<Record<Locale, Names>> = {
  ar: same('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'),
  fr: {
    long: split('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: split('janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.'),
  },
  // CLDR zgh
  zgh: same('ⵉⵏⵏⴰⵢⵔ ⴱⵕⴰⵢⵕ ⵎⴰⵕⵚ ⵉⴱⵔⵉⵔ ⵎⴰⵢⵢⵓ ⵢⵓⵏⵢⵓ ⵢⵓⵍⵢⵓⵣ ⵖⵓⵛⵜ ⵛⵓⵜⴰⵏⴱⵉⵔ ⴽⵜⵓⴱⵔ ⵏⵓⵡⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵏⴱⵉⵔ'),
  en: {
    long: split('January February March April May June July August September October November December'),
    short: split('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  },
}

/** Sunday first, as `Date.getUTCDay` counts. */
export const weekdayNames: Readonly<Record<Locale, readonly string[]>> = {
  ar: split('الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت'),
  fr: split('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  zgh: split('ⴰⵙⴰⵎⴰⵙ ⴰⵢⵏⴰⵙ ⴰⵙⵉⵏⴰⵙ ⴰⴽⵕⴰⵙ ⴰⴽⵡⴰⵙ ⴰⵙⵉⵎⵡⴰⵙ ⴰⵙⵉⴹⵢⴰⵙ'),
  en: split('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
}

/** Arabic and French name the first of the month instead of counting it. */
export const firstOfMonth: Readonly<Record<Locale, string>> = { ar: 'فاتح', fr: '1er', zgh: '1', en: '1' }

export const legalTimeName: Readonly<Record<Locale, string>> = {
  ar: 'التوقيت القانوني للمغرب',
  fr: 'heure légale du Maroc',
  zgh: 'ⴰⴽⵓⴷ ⴰⵣⵔⴼⴰⵏ ⵏ ⵍⵎⵖⵔⵉⴱ',
  en: 'Moroccan legal time',
}
