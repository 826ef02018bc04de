import type { Regulation, SeatRule } from '../regulation.ts'

const seat = (code: string, role: SeatRule['role'], ar: string, fr: string): SeatRule => ({
  code,
  role,
  label: { ar, fr },
})

/**
 * Chair and first four institutions after the one regulation whose text survives (about 2010); the other seats
 * are our proposal, to reach five readers for each file with room for recusals.
 */
export const TEMPLATE_SEATS: readonly SeatRule[] = [
  seat(
    'chair',
    'chair',
    'رئاسة اللجنة: السلطة الحكومية المكلفة بإصلاح الإدارة',
    'Présidence : autorité gouvernementale chargée de la réforme de l’administration',
  ),
  seat(
    'deputy',
    'deputy',
    'نيابة الرئاسة: رئاسة الحكومة',
    'Présidence suppléante : services du Chef du gouvernement',
  ),
  seat(
    'j1',
    'juror',
    'السلطة الحكومية المكلفة بالصناعة والتكنولوجيات الحديثة',
    'Autorité gouvernementale chargée de l’industrie et des nouvelles technologies',
  ),
  seat(
    'j2',
    'juror',
    'الفيدرالية المغربية لتكنولوجيا المعلومات والاتصالات وترحيل الخدمات',
    'Fédération des technologies de l’information, des télécommunications et de l’offshoring (APEBI)',
  ),
  seat('j3', 'juror', 'جمعية الأنترنت بالمغرب', 'Association de l’Internet au Maroc'),
  seat(
    'j4',
    'juror',
    'هيئة عمومية مكلفة بأمن نظم المعلومات',
    'Organisme public chargé de la sécurité des systèmes d’information',
  ),
  seat(
    'j5',
    'juror',
    'هيئة مكلفة بحماية المعطيات ذات الطابع الشخصي',
    'Organisme chargé de la protection des données à caractère personnel',
  ),
  seat('j6', 'juror', 'أستاذ(ة) جامعي(ة) في المعلوميات', 'Professeur(e) d’université en informatique'),
  seat(
    'j7',
    'juror',
    'أستاذ(ة) جامعي(ة) في علوم التدبير العمومي',
    'Professeur(e) d’université en management public',
  ),
  seat(
    'j8',
    'juror',
    'جمعية تعنى بالأشخاص في وضعية إعاقة',
    'Association agissant pour les personnes en situation de handicap',
  ),
  seat('j9', 'juror', 'جمعية لحماية المستهلك', 'Association de protection des consommateurs'),
  seat(
    'x1',
    'expert',
    'شخص مؤهل في سهولة الاستعمال والولوجية الرقمية',
    'Personne qualifiée en ergonomie et accessibilité numérique',
  ),
]

/** Rules of the jury in the template: scoring.md section 1.5 gives 3 and 1/2. */
export const TEMPLATE_JURY: Regulation['jury'] = {
  seats: TEMPLATE_SEATS,
  readersPerNomination: 5,
  minimumSheets: 3,
  minimumShare: '1/2',
  loadLimit: 60,
}
