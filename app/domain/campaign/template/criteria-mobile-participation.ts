import type { CriterionText } from './criterion-text.ts'

/** Criteria of the categories mobile applications and e-participation alone (example rubrics). */
export const MOBILE_AND_PARTICIPATION_CRITERIA = {
  mobile: {
    name: { ar: 'جودة التطبيق الذكي', fr: 'Qualité de l’application mobile' },
    anchors: [
      { ar: 'غير مستقر أو مجرد نسخة من الموقع.', fr: 'Instable ou simple copie du site.' },
      {
        ar: 'مستقر على أندرويد وآي أو إس مع وظائف مفيدة.',
        fr: 'Stable sur Android et iOS, fonctions utiles.',
      },
      {
        ar: 'مستقر، يعمل دون اتصال عند الحاجة، إشعارات مضبوطة، وتقييمات المتاجر مرتفعة ومتتبَّعة.',
        fr: 'Stable, hors ligne utile, notifications maîtrisées, notes des magasins élevées et suivies.',
      },
    ],
  },
  valeur: {
    name: { ar: 'نفع الخدمة الذكية', fr: 'Utilité du service mobile' },
    anchors: [
      { ar: 'استعمال هامشي.', fr: 'Usage marginal.' },
      { ar: 'استعمال منتظم من فئة محددة.', fr: 'Usage régulier d’un public identifié.' },
      {
        ar: 'أصبحت القناة الرئيسية للفئة المستهدفة مع أدلة الاستعمال.',
        fr: 'Service devenu canal principal pour son public, preuves d’usage.',
      },
    ],
  },
  interaction: {
    name: { ar: 'جودة التفاعل مع المجتمع', fr: 'Qualité de l’interaction avec la communauté' },
    anchors: [
      { ar: 'نشر في اتجاه واحد.', fr: 'Diffusion à sens unique.' },
      { ar: 'أجوبة عن الرسائل بآجال متفاوتة.', fr: 'Réponses aux messages, délais variables.' },
      {
        ar: 'أجل جواب منشور ومحترم، وقواعد إشراف مكتوبة، ومآل ظاهر للمساهمات.',
        fr: 'Délai de réponse publié et tenu, modération écrite, suites données visibles.',
      },
    ],
  },
  influence: {
    name: { ar: 'تأثير المشاركة على القرار', fr: 'Influence de la participation sur la décision' },
    anchors: [
      { ar: 'لا أثر يمكن تحديده.', fr: 'Aucune suite identifiable.' },
      { ar: 'بعض الآثار الموثقة.', fr: 'Quelques suites documentées.' },
      { ar: 'قرارات معدلة ومنشورة مع التعليل.', fr: 'Décisions modifiées et publiées avec le motif.' },
    ],
  },
} as const satisfies Record<string, CriterionText>
