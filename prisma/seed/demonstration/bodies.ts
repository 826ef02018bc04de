import type { AskedBody } from '../play/bodies.ts'

// Arabic joins its preposition to the name of the place.
const KINDS = [
  { fr: 'Commune de', ar: 'جماعة ', type: 'commune' },
  { fr: 'Agence urbaine de', ar: 'الوكالة الحضرية ل', type: 'agency' },
  { fr: 'Université de', ar: 'جامعة ', type: 'university' },
  { fr: 'Direction régionale de la santé de', ar: 'المديرية الجهوية للصحة ب', type: 'department' },
] as const

/** Places that are on no map. */
export const PLACES = [
  { fr: 'Ksar Nour', ar: 'قصر النور' },
  { fr: 'Oued Zitoun', ar: 'واد الزيتون' },
  { fr: 'Bab Essalam', ar: 'باب السلام' },
  { fr: 'Aïn Rahma', ar: 'عين الرحمة' },
  { fr: 'Dar Lamane', ar: 'دار الأمان' },
  { fr: 'Borj Saada', ar: 'برج السعادة' },
  { fr: 'Mers Khayr', ar: 'مرسى الخير' },
  { fr: 'Jnane Yasmine', ar: 'جنان الياسمين' },
  { fr: 'Tizi Tafoukt', ar: 'تيزي تافوكت' },
  { fr: 'Sidi Amal', ar: 'سيدي الأمل' },
] as const

/** Forty invented public bodies, each marked in its name. */
export const BODIES: readonly Required<AskedBody>[] = PLACES.flatMap((place) =>
  KINDS.map(({ fr, ar, type }) => ({
    name: {
      fr: `${/^[AO]/.test(place.fr) ? fr.replace(/de$/, 'd’') : `${fr} `}${place.fr} (démonstration)`,
      ar: `${ar}${place.ar} (تجريبي)`,
    },
    type,
  })),
)
