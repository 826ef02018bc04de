import type { ShortlistingMinutesRecord } from '#app/domain/document/records.ts'
import type {
  CampaignReportRecord,
  ComplaintAnswerRecord,
  ComplaintReceiptRecord,
  FeedbackLetterRecord,
  PalmaresRecord,
  ResultNotificationRecord,
} from '#app/domain/document/result-records.ts'
import { at, digest, head, laureate, named } from './first.ts'

const RESULTS = 'https://imtiyaz.example.ma/fr/palmares/2026'
const releasedAt = at('2027-04-15T10:00:00Z')

export const resultNotification: ResultNotificationRecord = {
  ...{ ...head, ...named, number: 'NR-2026-0012', releasedAt },
  prizes: [{ label: laureate.prize, shared: false }],
  complaintUntil: at('2027-06-14T15:30:00Z'),
  resultsUrl: RESULTS,
}

export const feedbackLetter: FeedbackLetterRecord = {
  ...{ ...head, ...named, number: 'LR-2026-0012', releasedAt },
  strengths: [
    {
      criterion: { fr: 'Simplification pour l’usager', ar: 'تبسيط المسطرة على المرتفق' },
      anchor: {
        fr: 'La démarche entière se fait en ligne, sans pièce déjà détenue par l’administration.',
        ar: 'تتم المسطرة كلها عبر الأنترنت، دون طلب وثيقة متوفرة لدى الإدارة.',
      },
    },
  ],
  improvements: [
    { criterion: { fr: 'Accessibilité et langues', ar: 'الولوجية واللغات' }, anchor: null },
    {
      criterion: { fr: 'Réemploi par d’autres', ar: 'إعادة الاستعمال من لدن إدارات أخرى' },
      anchor: {
        fr: 'Le code est publié avec sa documentation, et une autre administration l’emploie.',
        ar: 'الشفرة منشورة مع وثائقها، وتستعملها إدارة أخرى.',
      },
    },
  ],
  remarks: ['Publier le code aiderait d’autres régies.', 'نقترح إضافة صفحة للأداء باللغة العربية.'],
}

export const palmares: PalmaresRecord = {
  ...{ ...head, number: 'PA-2026-0001', releasedAt },
  categories: [
    {
      name: named.category,
      slots: [
        {
          ...{ label: laureate.prize, outcome: 'awarded' },
          winners: [
            {
              ...{ reference: named.reference, title: named.title, administration: named.administration },
              partners: [{ fr: 'Agence du bassin du Sud' }],
            },
          ],
        },
        {
          ...{ label: { fr: 'Prix d’encouragement', ar: 'جائزة امتياز للتشجيع' }, outcome: 'shared' },
          winners: [
            {
              ...{ reference: 'EMT-2026-0042', title: { fr: 'Chahada+' }, partners: [] },
              administration: { fr: 'Académie régionale', ar: 'الأكاديمية الجهوية' },
            },
            {
              ...{ reference: 'EMT-2026-0077', title: { ar: 'بوابة المواعيد' }, partners: [] },
              administration: { ar: 'جماعة أيت نور' },
            },
          ],
        },
      ],
    },
    {
      name: { fr: 'Participation en ligne', ar: 'المشاركة الإلكترونية' },
      slots: [
        {
          ...{ label: { fr: 'Prix du jury', ar: 'جائزة لجنة التحكيم' }, outcome: 'withheld', winners: [] },
        },
      ],
    },
  ],
  nominations: 35,
  admissible: 31,
  snapshotSha256: digest('b'),
  resultsUrl: RESULTS,
}

const filed: Pick<ComplaintReceiptRecord, 'complaint' | 'kind' | 'about' | 'filedAt' | 'text'> = {
  complaint: 'RE-2026-0003',
  kind: 'complaint',
  about: 'results',
  filedAt: at('2027-04-28T08:12:00Z'),
  text: 'Le nom de notre partenaire manque sur la page du lauréat.',
}

export const complaintReceipt: ComplaintReceiptRecord = {
  ...{ ...head, ...named, number: 'RD-2026-0003', issuedAt: filed.filedAt },
  ...filed,
  dueAt: at('2027-06-27T15:30:00Z'),
}

export const complaintAnswer: ComplaintAnswerRecord = {
  ...{ ...head, ...named, number: 'RR-2026-0003', issuedAt: at('2027-05-20T10:00:00Z') },
  ...filed,
  answeredAt: at('2027-05-20T10:00:00Z'),
  outcome: 'material_error',
  answer:
    'Le partenaire figurait bien au dossier, section 2.\nLa page et l’attestation ont été corrigées par un erratum daté et publié.',
  reopened: false,
}

export const campaignReport: CampaignReportRecord = {
  ...{ ...head, number: 'RA-2026-0001', issuedAt: at('2027-07-01T10:00:00Z') },
  phases: [
    { phase: 'nominations', at: at('2026-10-05T08:00:00Z') },
    { phase: 'screening', at: at('2026-12-18T15:30:00Z') },
    { phase: 'evaluation', at: at('2027-01-20T08:00:00Z') },
    { phase: 'deliberation', at: at('2027-03-01T17:00:00Z') },
    { phase: 'published', at: releasedAt },
  ],
  figures: [
    { figure: 'received', value: 1284 },
    { figure: 'admissible', value: 1102 },
    { figure: 'inadmissible', value: 171 },
    { figure: 'withdrawn', value: 11 },
    { figure: 'sheets', value: 3306 },
    { figure: 'awarded', value: 7 },
    { figure: 'withheld', value: 1 },
    { figure: 'sessions', value: null },
  ],
  categories: [
    { name: named.category, received: 640, admissible: 551, awarded: 4, withheld: 0 },
    {
      ...{ name: { fr: 'Participation en ligne', ar: 'المشاركة الإلكترونية' } },
      ...{ received: 644, admissible: 551, awarded: 3, withheld: 1 },
    },
  ],
  regulationSha256: digest('c'),
  sheetRoot: digest('d'),
  resultsUrl: RESULTS,
}

export const shortlistingMinutes: ShortlistingMinutesRecord = {
  ...{ ...head, number: 'PS-2026-0001', issuedAt: at('2027-03-01T15:30:00Z') },
  closedAt: at('2027-03-01T15:30:00Z'),
  scored: 31,
  firstRound: {
    places: 2,
    percents: { first: '30', second: '70' },
    categories: [
      {
        category: named.category,
        advanced: [1, 2, 2].map((rank, k) => ({
          rank,
          reference: `EMT-2026-${String(k + 11).padStart(4, '0')}`,
          title: k === 1 ? { fr: 'Guichet des autorisations d’urbanisme' } : named.title,
          score: ['87,50', '81,25', '81,25'][k] ?? null,
        })),
      },
    ],
  },
  sheetRoot: digest('a'),
  shortlistSha256: digest('b'),
}
