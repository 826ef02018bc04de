import type { ScoreSheetRecord } from '#app/domain/document/jury-records.ts'
import { at, digest, head, named } from './first.ts'
import { member } from './letters.ts'

const passage = (part: number, quote: string) => ({ kind: 'passage', part, quote }) as const

export const scoreSheet: ScoreSheetRecord = {
  ...{ ...head, ...named, number: 'FE-2026-0218', issuedAt: at('2027-02-18T16:05:00Z'), synthetic: true },
  member,
  round: 1,
  example: true,
  criteria: [
    {
      name: { fr: 'Simplification pour l’usager', ar: 'تبسيط المسطرة على المرتفق' },
      ...{ weight: '40', level: 5, highest: 5, points: '100' },
      anchor: {
        fr: 'La démarche entière se fait en ligne, sans pièce déjà détenue par l’administration.',
        ar: 'تتم المسطرة كلها عبر الأنترنت، دون طلب وثيقة متوفرة لدى الإدارة.',
      },
      comment: 'Le délai mesuré tombe de vingt et un à quatre jours ; la source est donnée.',
      pins: [
        passage(5, 'Le délai moyen de raccordement est de 4 jours en 2025.'),
        { kind: 'page', piece: { number: 2, title: 'إحصائيات الاستعمال' }, at: '3' },
      ],
    },
    {
      name: { fr: 'Accessibilité et langues', ar: 'الولوجية واللغات' },
      ...{ weight: '35', level: 2, highest: 5, points: '25', anchor: null },
      comment: 'النسخة العربية غير مكتملة في صفحة الأداء.',
      pins: [
        { kind: 'second', piece: { number: 3, title: 'Démonstration du service' }, at: '1:05' },
        passage(4, 'الواجهة متاحة بالعربية والفرنسية.'),
        { kind: 'page', piece: null, at: '2' },
      ],
    },
    {
      name: { fr: 'Réemploi par d’autres', ar: 'إعادة الاستعمال من لدن إدارات أخرى' },
      ...{ weight: '25', level: null, highest: 5, points: null, anchor: null, comment: '' },
    },
  ],
  total: null,
  remark: 'Publier le code aiderait d’autres régies.',
  confidence: 'medium',
  sealedAt: at('2027-02-18T16:05:00Z'),
  commitment: digest('a'),
}
