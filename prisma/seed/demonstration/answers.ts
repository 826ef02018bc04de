import type { AnswerValue } from '#app/domain/nomination/answers.ts'
import { pick, type Random } from '../play/random.ts'
import type { BodyName } from '../play/bodies.ts'
import { inventedAddress } from '../play/invented-address.ts'
import type { InventedService } from './services.ts'

type Figures = {
  readonly days: number
  readonly hours: number
  readonly share: number
  readonly uses: number
}

const summaryFr = (service: InventedService, { days, hours, share }: Figures): string =>
  [
    'Ce dossier est une démonstration : le service, les chiffres et les personnes sont inventés.',
    `Avec ce service, chacun peut ${service.needFr} à toute heure, depuis un téléphone ou un ordinateur, sans présenter deux fois une pièce que l’administration détient déjà.`,
    `Avant sa mise en ligne, il fallait en moyenne ${days} jours et trois déplacements ; la réponse arrive désormais en ${hours} heures, avec un numéro de suivi et un message à chaque étape.`,
    `Au cours des douze derniers mois, ${share} pour cent des demandes ont été faites en ligne, et les autres ont été saisies au guichet dans le même outil, si bien que tous les usagers profitent du même délai.`,
    'Le service existe en arabe et en français, ses écrans principaux ont été relus par une association de personnes aveugles, et un agent accompagne par téléphone ceux qui le souhaitent.',
    'Le code et la documentation sont tenus par une équipe interne de quatre personnes ; une autre administration a demandé à les reprendre.',
    'Les mesures de sécurité ont été revues par un organisme indépendant, et les traitements de données ont été déclarés.',
  ].join(' ')

const summaryAr = (service: InventedService, { days, hours, share }: Figures): string =>
  [
    'هذا الملف تجريبي: الخدمة والأرقام والأشخاص من نسج الخيال ولا علاقة لها بأي إدارة قائمة.',
    `تمكن الخدمة كل مرتفق من ${service.needAr} في أي وقت ومن أي مكان، بواسطة الهاتف أو الحاسوب، دون الإدلاء مرتين بوثيقة توجد أصلاً لدى الإدارة.`,
    `كان إنجاز المسطرة قبل إطلاق الخدمة يستغرق ${days} يوماً في المتوسط مع ثلاثة تنقلات على الأقل، أما اليوم فيتوصل المرتفق بالجواب في غضون ${hours} ساعة، مع رقم للتتبع ورسالة عند كل مرحلة من مراحل المعالجة.`,
    `خلال الاثني عشر شهراً الأخيرة أُنجزت ${share} في المائة من الطلبات عبر الأنترنت، وسُجلت الطلبات الأخرى بالشباك في المنظومة نفسها، بحيث يستفيد جميع المرتفقين من الأجل نفسه ومن المعاملة نفسها.`,
    'تتوفر الخدمة بالعربية والفرنسية، وقد راجعت شاشاتها الرئيسية جمعية للأشخاص المكفوفين، ويواكب عون عبر الهاتف كل من يرغب في ذلك.',
    'يشرف على البرنامج والتوثيق فريق داخلي من أربعة أشخاص، وقد طلبت إدارة أخرى إعادة استعمال الحل في مصالحها.',
    'راجعت هيئة مستقلة تدابير الأمن المعتمدة، وصُرح بمعالجة المعطيات ذات الطابع الشخصي لدى الجهة المختصة، ويطلع المرتفق على معطياته ويصححها عبر الأنترنت في أي وقت يشاء.',
    'ويعتزم الفريق خلال السنة المقبلة توسيع الخدمة لتشمل مساطر أخرى، بعد الإنصات إلى ملاحظات المرتفقين والأعوان ونشر حصيلة الاستعمال للعموم في تقرير سنوي مفتوح.',
  ].join(' ')

const MEASURES = {
  fr: ['Pièces demandées', 'Délai de réponse', 'Déplacements'],
  ar: ['الوثائق المطلوبة', 'أجل الجواب', 'التنقلات'],
} as const

const months = (last: string): readonly string[] => {
  const [year = 2026, month = 1] = last.split('-').map(Number)
  return Array.from({ length: 6 }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1))
    return at.toISOString().slice(0, 7)
  }).reverse()
}

export type Invented = {
  readonly service: InventedService
  readonly title: BodyName
  readonly locale: 'ar' | 'fr'
  /** The last month of use told, `2026-08`. */
  readonly lastMonth: string
}
type Answers = Readonly<Record<string, AnswerValue>>
const either =
  (locale: 'ar' | 'fr') =>
  <T>(ar: T, fr: T): T =>
    locale === 'ar' ? ar : fr

/** A plausible dossier in one of the two languages, every required answer given. */
export function inventedAnswers(of: Invented, random: Random): Answers {
  const figures = {
    days: 12 + Math.floor(random() * 30),
    hours: pick(random, [24, 36, 48, 72]),
    share: 35 + Math.floor(random() * 55),
    uses: 400 + Math.floor(random() * 4000),
  }
  return { ...needAnswers(of, figures), ...resultAnswers(of, figures), ...qualityAnswers(of, random) }
}

function needAnswers({ service, title, locale, lastMonth }: Invented, figures: Figures): Answers {
  const is = either(locale)
  return {
    'title.ar': title.ar,
    'title.fr': title.fr,
    url: inventedAddress('service.demo', title.fr),
    goLive: `${Number(lastMonth.slice(0, 4)) - 2}-03-01`,
    audience: is(['citizens'], ['citizens', 'businesses']),
    [`summary.${locale}`]: is(summaryAr, summaryFr)(service, figures),
    team: [
      {
        name: is('فريق تجريبي', 'Équipe de démonstration'),
        position: is('رئيس المشروع', 'Chef de projet'),
        part: is('القيادة', 'Pilotage'),
      },
    ],
    [`problem.${locale}`]: is(
      `كان المرتفق مضطراً، من أجل ${service.needAr}، إلى التنقل مراراً والانتظار طويلاً (نص تجريبي).`,
      `Pour ${service.needFr}, il fallait se déplacer plusieurs fois et attendre longtemps (texte de démonstration).`,
    ),
    [`users.${locale}`]: is(
      'سكان الإقليم والمغاربة المقيمون بالخارج، وخاصة الأشخاص الذين يصعب عليهم التنقل.',
      'Les habitants de la province et les Marocains du monde, en particulier les personnes qui se déplacent difficilement.',
    ),
    [`solution.${locale}`]: is(
      'منصة واحدة تستقبل الطلبات وتوجهها وتخبر المرتفق بكل مرحلة، مع ربط بسجلات الإدارات المعنية.',
      'Une plateforme unique reçoit les demandes, les oriente et informe l’usager à chaque étape ; elle interroge les registres des administrations concernées.',
    ),
  }
}

function resultAnswers({ locale, lastMonth }: Invented, figures: Figures): Answers {
  const is = either(locale)
  const [pieces, delay, visits] = MEASURES[locale]
  return {
    simplification: [
      { measure: pieces, before: '9', after: '3' },
      { measure: delay, before: `${figures.days}`, after: is(`${figures.hours} ساعة`, `${figures.hours} h`) },
      { measure: visits, before: '3', after: '0' },
    ],
    results: [
      {
        indicator: is('الطلبات المنجزة عبر الأنترنت', 'Demandes faites en ligne'),
        value: `${figures.share} %`,
        period: is('الاثنا عشر شهراً الأخيرة', 'Douze derniers mois'),
        source: is('سجل الخدمة (تجريبي)', 'Registre du service (démonstration)'),
      },
    ],
    usage: months(lastMonth).map((month, at) => ({
      month,
      uses: `${figures.uses + at * 37}`,
      users: `${Math.floor((figures.uses + at * 37) / 2)}`,
    })),
    [`impact.${locale}`]: is(
      'ربح المرتفق وقتاً ومصاريف، وانخفض الضغط على الشباك، وصار الجواب موحداً بين المصالح.',
      'L’usager gagne du temps et des frais, le guichet est moins chargé, et la réponse est la même d’un service à l’autre.',
    ),
  }
}

function qualityAnswers({ title, locale }: Invented, random: Random): Answers {
  const is = either(locale)
  return {
    serviceLanguages: pick(random, [['ar', 'fr'], ['ar', 'fr', 'zgh'], ['ar']]),
    accessibilityLevel: pick(random, ['audited', 'self_assessed', 'partial']),
    [`accessibility.${locale}`]: is(
      'تباين الألوان مضبوط والتنقل بلوحة المفاتيح ممكن، وتبقى وثائق قديمة غير مهيأة.',
      'Contrastes vérifiés et navigation au clavier ; d’anciens documents restent à reprendre.',
    ),
    personalDataFormalities: pick(random, ['authorised', 'declared', 'in_progress']),
    securityAudit: pick(random, ['yes', 'no']),
    [`security.${locale}`]: is(
      'تبادلات مشفرة، وسجل للولوج، وافتحاص سنوي.',
      'Échanges chiffrés, journal des accès et audit annuel.',
    ),
    accessUrl: inventedAddress('essai', title.fr),
    accessAccount: is('jury.demo / Tajriba-2026', 'jury.demo / Essai-2026'),
    [`accessSteps.${locale}`]: is(
      'افتحوا الخدمة بالحساب التجريبي، ثم أودعوا طلباً وتتبعوه إلى الجواب (حساب مختلق).',
      'Ouvrez le service avec le compte d’essai, déposez une demande et suivez-la jusqu’à la réponse (compte inventé).',
    ),
    budgetRange: pick(random, ['under_500k', '500k_to_2m', 'internal_means']),
    [`sustainability.${locale}`]: is(
      'فريق داخلي وميزانية على ثلاث سنوات وتوثيق متاح.',
      'Équipe interne, budget sur trois ans, documentation disponible.',
    ),
    reusedByOthers: pick(random, ['yes', 'no']),
    publicationConsent: ['title', 'url', 'summary', 'results'],
    accuracy: 'yes',
  }
}
