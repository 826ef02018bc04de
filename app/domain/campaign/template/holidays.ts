import type { Regulation } from '../regulation.ts'

type Holiday = Regulation['holidays'][number]

/** Public holidays of fixed date, month and day. */
const FIXED: readonly (readonly [string, string, string])[] = [
  ['01-01', 'رأس السنة الميلادية', 'Nouvel An'],
  ['01-11', 'ذكرى تقديم وثيقة الاستقلال', 'Présentation du Manifeste de l’indépendance'],
  ['01-14', 'رأس السنة الأمازيغية', 'Nouvel An amazigh'],
  ['05-01', 'عيد الشغل', 'Fête du travail'],
  ['07-30', 'عيد العرش', 'Fête du trône'],
  ['08-14', 'ذكرى استرجاع إقليم وادي الذهب', 'Récupération d’Oued Ed-Dahab'],
  ['08-20', 'ذكرى ثورة الملك والشعب', 'Révolution du Roi et du peuple'],
  ['08-21', 'عيد الشباب', 'Fête de la jeunesse'],
  ['10-31', 'عيد الوحدة', 'Fête de l’unité'],
  ['11-06', 'ذكرى المسيرة الخضراء', 'Marche verte'],
  ['11-18', 'عيد الاستقلال', 'Fête de l’indépendance'],
]

const FITR = ['عيد الفطر', 'Aïd al-Fitr'] as const
const ADHA = ['عيد الأضحى', 'Aïd al-Adha'] as const
const HIJRI_YEAR = ['فاتح محرم', 'Nouvel An de l’hégire'] as const
const MAWLID = ['عيد المولد النبوي', 'Aïd al-Mawlid'] as const

/** Religious holidays depend on the moon: provisional until the yearly announcement, then confirmed by hand. */
const PREDICTED: readonly (readonly [string, readonly [string, string]])[] = [
  ['2026-03-20', FITR],
  ['2026-03-21', FITR],
  ['2026-05-27', ADHA],
  ['2026-05-28', ADHA],
  ['2026-06-17', HIJRI_YEAR],
  ['2026-08-26', MAWLID],
  ['2026-08-27', MAWLID],
  ['2027-03-10', FITR],
  ['2027-03-11', FITR],
  ['2027-05-17', ADHA],
  ['2027-05-18', ADHA],
  ['2027-06-07', HIJRI_YEAR],
  ['2027-08-15', MAWLID],
  ['2027-08-16', MAWLID],
]

/** The holidays of the legal years from `firstYear` on: fixed ones, and predicted religious ones where known. */
export function templateHolidays(firstYear: number, years = 2): readonly Holiday[] {
  const span = Array.from({ length: years }, (_, index) => firstYear + index)
  const fixed = span.flatMap((year) =>
    FIXED.map(([day, ar, fr]): Holiday => ({ date: `${year}-${day}`, name: { ar, fr }, provisional: false })),
  )
  const predicted = PREDICTED.filter(([date]) => span.includes(Number(date.slice(0, 4)))).map(
    ([date, [ar, fr]]): Holiday => ({ date, name: { ar, fr }, provisional: true }),
  )
  return [...fixed, ...predicted].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
