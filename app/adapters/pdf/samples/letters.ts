import type {
  CharterRecord,
  ConvocationRecord,
  InterestDeclarationRecord,
  SeatHolder,
} from '#app/domain/document/jury-records.ts'
import type {
  AppealDecisionRecord,
  CompletionRequestRecord,
  DisqualificationRecord,
  EligibilityDecisionRecord,
  RegisterRecord,
} from '#app/domain/document/screening-records.ts'
import { at, digest, head, named } from './first.ts'

export const completionRequest: CompletionRequestRecord = {
  ...{ ...head, ...named, number: 'DC-2026-0007', issuedAt: at('2026-12-22T10:00:00Z') },
  reasons: [
    { fr: 'Période ou source manquante', ar: 'فترة أو مصدر غير مذكور' },
    { fr: 'Pièce illisible', ar: 'وثيقة غير مقروءة' },
  ],
  message:
    'Le tableau des usages ne dit pas de quels mois il parle.\nLa pièce n° 2 s’ouvre sur une page blanche : merci de la déposer à nouveau.',
  requestedAt: at('2026-12-22T10:00:00Z'),
  dueAt: at('2027-01-07T15:30:00Z'),
  workingDays: 10,
}

export const eligibilityDecision: EligibilityDecisionRecord = {
  ...{ ...head, ...named, number: 'DR-2026-0031', issuedAt: at('2027-01-12T09:00:00Z') },
  outcome: 'inadmissible',
  reasons: [
    {
      fr: 'Le service n’est pas en exploitation depuis la durée requise',
      ar: 'لم تمضِ على تشغيل الخدمة المدة المطلوبة',
    },
  ],
  comment: 'Le service a ouvert le 3 novembre 2026 ; le règlement demande six mois d’exploitation.',
  checks: [
    {
      label: { fr: 'L’administration peut concourir', ar: 'يحق للإدارة المشاركة' },
      verdict: 'compliant',
    },
    { label: { fr: 'Durée d’exploitation', ar: 'مدة تشغيل الخدمة' }, verdict: 'not' },
    { label: { fr: 'Accord des partenaires', ar: 'موافقة الشركاء' }, verdict: 'na' },
  ],
  decidedAt: at('2027-01-12T09:00:00Z'),
  appealUntil: at('2027-01-19T15:30:00Z'),
}

export const appealDecision: AppealDecisionRecord = {
  ...{ ...head, ...named, number: 'SR-2026-0002', issuedAt: at('2027-01-22T11:00:00Z') },
  ...{ appeal: 'RI-2026-0003', outcome: 'dismissed' },
  reasons: [
    { fr: 'La condition du règlement n’est pas remplie', ar: 'الشرط الوارد في نظام الجائزة غير مستوفى' },
  ],
  grounds:
    'Le service a ouvert au public le 3 mai 2026 dans deux préfectures ; la généralisation date de novembre.',
  answer:
    'Le procès-verbal produit porte sur un essai réservé aux agents. Aucune démarche d’usager n’y figure avant le 3 novembre 2026.',
  filedAt: at('2027-01-15T09:20:00Z'),
  answeredAt: at('2027-01-22T11:00:00Z'),
}

export const disqualification: DisqualificationRecord = {
  ...{ ...head, ...named, number: 'DQ-2026-0002', issuedAt: at('2027-02-09T09:00:00Z') },
  reason: {
    fr: 'Le dossier contient des déclarations inexactes',
    ar: 'تضمن الملف تصريحات غير صحيحة',
  },
  text: {
    fr: 'Les chiffres d’usage déclarés pour 2025 ne correspondent pas à ceux que tient le service.',
    ar: 'لا تطابق أرقام الاستعمال المصرح بها برسم سنة 2025 الأرقام التي تمسكها الخدمة.',
  },
  decidedAt: at('2027-02-09T09:00:00Z'),
}

export const register: RegisterRecord = {
  ...{ ...head, number: 'RC-2026-0001', issuedAt: at('2026-12-18T15:30:00Z') },
  closedAt: at('2026-12-18T15:30:00Z'),
  categories: [
    {
      name: named.category,
      lines: Array.from({ length: 30 }, (_, k) => ({
        reference: `EMT-2026-${String(k + 1).padStart(4, '0')}`,
        title: k % 3 === 0 ? { fr: 'Guichet des autorisations d’urbanisme' } : named.title,
        administration: k % 4 === 0 ? { ar: 'جماعة أيت نور' } : named.administration,
        receivedAt: at(
          `2026-12-${String(1 + (k % 17)).padStart(2, '0')}T11:${String(10 + k).padStart(2, '0')}:00Z`,
        ),
        receiptNumber: `AR-2026-${String(k + 1).padStart(4, '0')}`,
        dossierSha256: digest('e'),
      })),
    },
    { name: { fr: 'Participation en ligne', ar: 'المشاركة الإلكترونية' }, lines: [] },
  ],
}

export const member: SeatHolder = {
  name: 'Nadia Berrada',
  seat: { fr: 'Fédération des technologies', ar: 'فيدرالية التكنولوجيا' },
  role: 'juror',
}

export const convocation: ConvocationRecord = {
  ...{ ...head, number: 'CV-2026-0004', issuedAt: at('2027-02-24T10:00:00Z') },
  member,
  convenedFor: at('2027-03-10T09:00:00Z'),
  venue: {
    fr: 'Salle du conseil, 12 avenue des Orangers, Rabat',
    ar: 'قاعة المجلس، 12 شارع شجر البرتقال، الرباط',
  },
  agenda: [
    {
      category: named.category,
      slots: [
        { fr: 'Prix d’excellence', ar: 'جائزة امتياز للتميز' },
        { fr: 'Prix d’encouragement', ar: 'جائزة امتياز للتشجيع' },
      ],
    },
    {
      category: { fr: 'Participation en ligne', ar: 'المشاركة الإلكترونية' },
      slots: [{ fr: 'Prix du jury', ar: 'جائزة لجنة التحكيم' }],
    },
  ],
  presiding: 'Zineb Kettani',
  secretary: 'Omar Tazi',
  quorum: '2/3',
}

export const charter: CharterRecord = {
  ...{ ...head, number: 'CH-2026-0004', issuedAt: at('2027-01-20T10:00:00Z') },
  member,
  points: [
    {
      fr: 'Je juge en toute indépendance, sur les seuls éléments du dossier et la grille du règlement.',
      ar: 'أحكم باستقلال تام، استناداً إلى عناصر الملف وشبكة التقييم الواردة في نظام الجائزة دون غيرها.',
    },
    {
      fr: 'Je déclare tout intérêt avant d’ouvrir un dossier, et sans délai s’il apparaît plus tard.',
      ar: 'أصرح بكل مصلحة قبل الاطلاع على أي ملف، وفور ظهورها إن ظهرت لاحقاً.',
    },
  ],
  signedAt: at('2027-01-20T10:00:00Z'),
  textSha256: digest('f'),
}

export const interestDeclaration: InterestDeclarationRecord = {
  ...{ ...head, number: 'DI-2026-0009', issuedAt: at('2027-01-21T10:00:00Z') },
  member,
  declaredAt: at('2027-01-21T10:00:00Z'),
  declared: [
    {
      ...{ reference: named.reference, title: named.title, administration: named.administration },
      ...{ kind: 'none', words: '' },
    },
    {
      ...{ reference: 'EMT-2026-0042', title: { fr: 'Chahada+' } },
      administration: { fr: 'Académie régionale', ar: 'الأكاديمية الجهوية' },
      ...{ kind: 'contract', words: 'J’ai conseillé cette académie en 2025, contre rémunération.' },
    },
  ],
}
