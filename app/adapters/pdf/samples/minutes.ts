import type { MinutesRecord } from '#app/domain/document/records.ts'
import { at, digest, head, laureate } from './first.ts'

export const minutes: MinutesRecord = {
  ...head,
  number: 'PV-2026-0001',
  synthetic: true,
  session: { openedAt: at('2027-03-10T09:05:00Z'), closedAt: at('2027-03-10T13:40:00Z') },
  attendance: [
    {
      name: 'Zineb Kettani',
      seat: { fr: 'Université', ar: 'الجامعة' },
      role: 'chair',
      arrivedAt: at('2027-03-10T09:00:00Z'),
      leftAt: null,
    },
    {
      name: 'Omar Tazi',
      seat: { fr: 'Société civile', ar: 'المجتمع المدني' },
      role: 'juror',
      arrivedAt: at('2027-03-10T09:02:00Z'),
      leftAt: at('2027-03-10T12:00:00Z'),
    },
    {
      name: 'Nadia Berrada',
      seat: { fr: 'Presse spécialisée', ar: 'الصحافة المتخصصة' },
      role: 'juror',
      arrivedAt: null,
      leftAt: null,
    },
  ],
  firstRound: {
    places: 2,
    categories: [
      {
        category: laureate.category,
        advanced: [
          { rank: 1, reference: 'EMT-2026-0042', title: { fr: 'Chahada+' }, score: '84,1' },
          { rank: 2, reference: 'EMT-2026-0117', title: laureate.service, score: '82,75' },
        ],
      },
    ],
  },
  items: [
    {
      category: laureate.category,
      quorum: { required: 4, present: 6, of: { seats: 7, recused: 1, eligible: 6, share: '2/3' } },
      recused: ['Omar Tazi'],
      recusals: [
        {
          ...{ name: 'Omar Tazi', reference: 'EMT-2026-0042' },
          ground: { fr: 'contrat ou fourniture', ar: 'عقد أو توريد' },
        },
      ],
      ranking: [
        { rank: 1, reference: 'EMT-2026-0117', title: laureate.service, score: '83,6', sheets: 5 },
        { rank: 2, reference: 'EMT-2026-0042', title: { fr: 'Chahada+' }, score: '81,2', sheets: 4 },
        { rank: null, reference: 'EMT-2026-0077', title: { ar: 'بوابة المواعيد' }, score: null },
      ],
      plenary: [
        {
          ...{ reference: 'EMT-2026-0103', title: { fr: 'Guichet des métiers', ar: 'شباك المهن' } },
          ...{ sheets: 2, quorum: 3 },
          reason: { fr: 'Trop de lecteurs se sont récusés', ar: 'تنحى عدد كبير من القراء' },
        },
      ],
      votes: [
        {
          motion: { fr: 'Attribuer le prix d’excellence', ar: 'منح جائزة التميز' },
          form: 'secret',
          inFavour: 4,
          against: 2,
          blank: 0,
          castingVote: false,
          carried: true,
          eligible: 6,
          cast: 6,
        },
        {
          motion: { fr: 'Attribuer le prix du jury', ar: 'منح جائزة لجنة التحكيم' },
          form: 'open',
          inFavour: 3,
          against: 3,
          blank: 0,
          castingVote: true,
          carried: false,
          eligible: 6,
          cast: 6,
        },
        {
          ...{ motion: { fr: 'Classement des finalistes : égalité', ar: 'ترتيب المتأهلين للتداول: تعادل' } },
          ...{ form: 'secret', inFavour: 6, against: 0, blank: 0, castingVote: false, carried: false },
          ...{ eligible: 6, cast: 6 },
          election: {
            ...{ ranked: true, outcome: 'tied' },
            method: {
              fr: 'Méthode : Schulze, aucun dossier ne l’emportant sur tous les autres en comparaison directe. Elle laisse à égalité les dossiers EMT-2026-0042 et EMT-2026-0117.',
              ar: 'الطريقة: شولتسه، إذ لا يتفوق أي ملف على جميع الملفات الأخرى في المقارنة المباشرة. وقد بقيت الملفات التالية متعادلة: EMT-2026-0042 وEMT-2026-0117.',
            },
          },
        },
        {
          motion: {
            fr: 'Scrutin de départage entre Chahada+ (pour) et Sabil, raccordement à l’eau potable (contre)',
            ar: 'تصويت الحسم بين Chahada+ (مع) وسبيل، الربط بالماء الصالح للشرب (ضد)',
          },
          ...{ form: 'open', inFavour: 3, against: 3, blank: 0, castingVote: true, carried: false },
          ...{ eligible: 6, cast: 6 },
          election: {
            ...{ ranked: false, outcome: 'electedByCastingVote' },
            method: {
              fr: 'Égalité des voix au scrutin de départage, résolue par la voix prépondérante de la présidence : le dossier EMT-2026-0117 l’emporte.',
              ar: 'تعادلت الأصوات في تصويت الحسم، وحُسم التعادل بالصوت المرجّح للرئاسة لفائدة الملف EMT-2026-0117.',
            },
          },
        },
      ],
      decisions: [
        {
          slot: laureate.prize,
          outcome: 'awarded',
          winners: [
            { reference: 'EMT-2026-0117', title: laureate.service, administration: laureate.recipient },
          ],
          reason: null,
        },
        {
          slot: { fr: 'Prix du jury', ar: 'جائزة لجنة التحكيم' },
          outcome: 'withheld',
          winners: [],
          reason: { fr: 'niveau insuffisant', ar: 'مستوى غير كافٍ' },
        },
      ],
      remarks: { fr: 'Le jury recommande la publication du code.', ar: 'توصي اللجنة بنشر الشفرة المصدرية.' },
    },
  ],
  rankingSha256: digest('d'),
  signatures: [
    { name: 'Zineb Kettani', role: 'chair', signedAt: at('2027-03-11T08:30:00Z') },
    { name: 'Omar Tazi', role: 'juror', signedAt: null },
  ],
}
