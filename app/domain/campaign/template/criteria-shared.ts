import type { CriterionText } from './criterion-text.ts'

/** Criteria that several example rubrics share. Our own proposal: the criteria of the real award are not public. */
export const SHARED_CRITERIA = {
  impact: {
    name: { ar: 'الأثر المقيس لفائدة المرتفق', fr: 'Impact mesuré pour l’usager' },
    anchors: [
      { ar: 'لا معطيات عن الاستعمال أو النتائج.', fr: 'Aucune donnée d’usage ou de résultat.' },
      {
        ar: 'معطيات عن الاستعمال مع تقدير للربح في الوقت أو الكلفة دون إثبات كافٍ.',
        fr: 'Données d’usage fournies, gain de temps ou de coût estimé mais peu étayé.',
      },
      {
        ar: 'مكاسب مقيسة قبل الخدمة وبعدها، مع ذكر المصدر والفترة، ونشر رضا المرتفقين.',
        fr: 'Gains mesurés avant et après, source et période citées, satisfaction des usagers publiée.',
      },
    ],
  },
  securite: {
    name: { ar: 'الأمن وحماية المعطيات', fr: 'Sécurité et protection des données' },
    anchors: [
      { ar: 'لا دليل على الأمن أو المطابقة.', fr: 'Aucune preuve de sécurité ni de conformité.' },
      {
        ar: 'وصف لتدابير أساسية مع الشروع في الإجراءات لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي.',
        fr: 'Mesures de base décrites ; formalités CNDP engagées.',
      },
      {
        ar: 'افتحاص حديث، واحترام التوجيهات الوطنية لأمن نظم المعلومات، واستكمال الإجراءات القانونية، وممارسة الحقوق عبر الأنترنت.',
        fr: 'Audit récent, exigences DNSSI suivies, formalités CNDP accomplies et droits des personnes exercés en ligne.',
      },
    ],
  },
  inclusion: {
    name: { ar: 'الولوجية واللغات والإدماج', fr: 'Accessibilité, langues et inclusion' },
    anchors: [
      {
        ar: 'لغة واحدة فقط وعوائق كبيرة أمام الأشخاص في وضعية إعاقة.',
        fr: 'Une seule langue, obstacles majeurs pour les personnes en situation de handicap.',
      },
      {
        ar: 'محتوى كامل بالعربية والفرنسية مع ولوجية جزئية.',
        fr: 'Arabe et français complets ; accessibilité partielle.',
      },
      {
        ar: 'عربية كاملة وحضور للأمازيغية وتوفر الفرنسية، ولوجية مثبتة بتقرير، ومواكبة للفئات البعيدة عن الرقمنة.',
        fr: 'Arabe complet, amazighe présent, français disponible ; accessibilité vérifiée par un rapport ; parcours assisté pour les publics éloignés du numérique.',
      },
    ],
  },
  innovation: {
    name: { ar: 'الطابع الابتكاري', fr: 'Caractère innovant' },
    anchors: [
      { ar: 'مجرد نشر لما هو قائم.', fr: 'Simple mise en ligne de l’existant.' },
      {
        ar: 'تحسين ملموس مقارنة بما هو متوفر وطنياً.',
        fr: 'Amélioration notable par rapport à l’existant national.',
      },
      {
        ar: 'حل جديد على الصعيد الوطني أو إعادة تصميم عميقة للمسار مع إثبات القيمة المضافة.',
        fr: 'Solution nouvelle au Maroc ou refonte profonde du parcours, apport démontré.',
      },
    ],
  },
  perennite: {
    name: { ar: 'الاستدامة وقابلية التعميم', fr: 'Pérennité et reproductibilité' },
    anchors: [
      {
        ar: 'رهينة بشخص واحد أو بمزود واحد، دون ميزانية ولا فريق.',
        fr: 'Dépend d’une personne ou d’un prestataire, sans budget ni équipe.',
      },
      { ar: 'فريق وميزانية محددان للسنة الجارية.', fr: 'Équipe et budget identifiés pour l’année en cours.' },
      {
        ar: 'خارطة طريق وميزانية متعددة السنوات وتوثيق وإعادة استعمال من لدن إدارة أخرى.',
        fr: 'Feuille de route et budget pluriannuels, documentation, réutilisation par une autre administration.',
      },
    ],
  },
} as const satisfies Record<string, CriterionText>
