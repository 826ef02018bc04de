import type {
  DocumentHead,
  LaureateRecord,
  NamedNomination,
  ParticipationRecord,
  ReceiptRecord,
} from '#app/domain/document/records.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'

export const at = (iso: string): Instant => instant(Date.parse(iso))
export const digest = (letter: string): string => letter.repeat(64)

export const head: DocumentHead = {
  number: 'CL-2026-0001',
  checkCode: '7F3K-91QD-2M4X-0C8V',
  checkUrl: 'https://imtiyaz.example.ma/verify/7F3K-91QD-2M4X-0C8V',
  issuedAt: at('2027-04-15T10:00:00Z'),
  place: { fr: 'Rabat', ar: 'الرباط' },
  authority: { fr: 'Royaume du Maroc', ar: 'المملكة المغربية' },
  award: {
    fr: 'Prix national de l’administration électronique',
    ar: 'الجائزة الوطنية للإدارة الإلكترونية «امتياز»',
  },
  year: 2026,
  synthetic: false,
}

export const laureate: LaureateRecord = {
  ...head,
  prize: { fr: 'Prix d’excellence', ar: 'جائزة امتياز للتميز' },
  prizeType: 'excellence',
  category: { fr: 'e-Démarche', ar: 'الخدمات الإجرائية الإلكترونية' },
  recipient: { fr: 'Régie de l’eau d’Aït Nour', ar: 'وكالة الماء بأيت نور' },
  service: { fr: 'Sabil, raccordement à l’eau potable', ar: 'سبيل، الربط بالماء الصالح للشرب' },
  citation: {
    fr: 'Le délai de raccordement des foyers ruraux passe de vingt et un à quatre jours, sans déplacement.',
    ar: 'انخفض أجل ربط الأسر القروية بالماء من واحد وعشرين يوماً إلى أربعة أيام دون أي تنقل.',
  },
  signatory: {
    name: { fr: 'Zineb Kettani', ar: 'زينب القطاني' },
    capacity: { fr: 'Présidente du jury', ar: 'رئيسة لجنة التحكيم' },
  },
}

export const participation: ParticipationRecord = {
  ...head,
  number: 'CP-2026-0042',
  reference: 'EMT-2026-0117',
  category: laureate.category,
  recipient: laureate.recipient,
  service: laureate.service,
  signatory: laureate.signatory,
}

export const named: NamedNomination = {
  reference: 'EMT-2026-0117',
  title: laureate.service,
  category: laureate.category,
  administration: laureate.recipient,
}

export const receipt: ReceiptRecord = {
  ...head,
  number: 'AR-2026-0117',
  issuedAt: at('2026-12-16T10:42:07Z'),
  reference: 'EMT-2026-0117',
  version: 2,
  receivedAt: at('2026-12-16T10:42:07Z'),
  closesAt: at('2026-12-18T15:30:00Z'),
  title: laureate.service,
  category: laureate.category,
  administration: laureate.recipient,
  partners: [{ fr: 'Agence du bassin du Sud' }, { fr: 'Commune d’Aït Nour', ar: 'جماعة أيت نور' }],
  signatory: { name: 'Youssef El Amrani', capacity: { fr: 'directeur général', ar: 'المدير العام' } },
  dossierSha256: digest('9c1e47b0'.slice(0, 1)),
  files: [
    { name: 'Rapport annuel 2025.pdf', bytes: 4_812_000, sha256: digest('a') },
    { name: 'إحصائيات الاستعمال.csv', bytes: 18_230, sha256: digest('b') },
    { name: 'Démonstration du service, trois minutes.mp4', bytes: 19_000_111, sha256: digest('c') },
  ],
}
