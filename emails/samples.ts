import type { Facts } from '#app/domain/kernel/result.ts'
import {
  catalogue,
  FACTS,
  type FactKind,
  type FactName,
  type LetterName,
  type NoticeShape,
} from './catalogue.ts'

const INSTANT = Date.UTC(2026, 11, 16, 10, 42)
/** A week before: what moved must be seen to have moved. */
const EARLIER = INSTANT - 7 * 86_400_000
const byKind: Readonly<Record<FactKind, string | number | readonly string[]>> = {
  text: 'Sabil',
  reference: 'EMT-2026-0117',
  instant: INSTANT,
  day: Date.UTC(2027, 0, 15, 12),
  digest: '9c1e47b0'.repeat(8),
  list: ['other'],
  role: 'signatory',
  event: 'password-changed',
  number: 2,
}
type Sample = { readonly said: Facts[string]; readonly ar?: string }
const own: Readonly<Partial<Record<FactName, Sample>>> = {
  number: { said: 'RE-2026-0003' },
  previous: { said: 'PV-2026-0002' },
  previousClosesAt: { said: EARLIER },
  previousDueAt: { said: EARLIER },
  title: { said: 'Sabil, raccordement à l’eau potable', ar: 'سبيل، الربط بالماء الصالح للشرب' },
  campaign: {
    said: 'Prix national de l’administration électronique 2026',
    ar: 'الجائزة الوطنية للإدارة الإلكترونية 2026',
  },
  administration: { said: 'Administration de démonstration 7', ar: 'إدارة نموذجية 7' },
  category: { said: 'e-Démarche', ar: 'الخدمات الإجرائية الإلكترونية' },
  seat: { said: 'Université', ar: 'الجامعة' },
  session: { said: 'Délibération plénière', ar: 'مداولات عامة' },
  place: { said: 'Rabat', ar: 'الرباط' },
  reason: { said: 'Erreur matérielle signalée', ar: 'خطأ مادي مُبلَّغ عنه' },
  signatory: { said: 'Youssef El Amrani', ar: 'يوسف العمراني' },
  source: { said: 'Loterie nationale, tirage du 1er février 2027, tous ses numéros' },
  outcome: { said: '7 12 23 31 40' },
  files: { said: 14 },
  size: { said: 18204 },
}

/** Two of the reasons that each form of the desk offers, as they are stored. */
const REASONS: Readonly<Partial<Record<LetterName, Facts>>> = {
  'completion-requested': { reasons: ['evidence-missing', 'answer-unclear'] },
  inadmissible: { reasons: ['not-in-service', 'evidence-unreadable'] },
}

/** What one notice names and another does not: an appeal has a series of its own, a clarification only its rank. */
function ownOf(name: LetterName): Facts {
  if (name.startsWith('appeal-')) return { number: 'RI-2026-0003' }
  if (name === 'clarification-published') return { number: '4' }
  return name === 'invitation-office' ? { role: 'secretariat' } : {}
}

/** One sample per notice, made from its own line of the catalogue: for the preview and the tests. */
export function sampleFacts(name: LetterName): Facts {
  const shape: NoticeShape = catalogue[name]
  const facts = [...shape.rows, ...(shape.within ?? [])].flatMap((row): [string, Facts[string]][] => {
    const { said, ar }: Sample = own[row] ?? { said: byKind[FACTS[row]] }
    return ar === undefined
      ? [[row, said]]
      : [
          [row, said],
          [`${row}Ar`, ar],
        ]
  })
  return { ...Object.fromEntries([...facts, ['count', 12]]), ...ownOf(name), ...REASONS[name] }
}
export const sampleEnvelope = {
  url: 'https://imtiyaz.example.ma/fr/exemple',
  recipient: 'Salma Idrissi',
} as const
