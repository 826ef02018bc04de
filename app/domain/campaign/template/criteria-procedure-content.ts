import type { CriterionText } from './criterion-text.ts'

/** Criteria of the categories e-démarche and e-contenu alone (example rubrics). */
export const PROCEDURE_AND_CONTENT_CRITERIA = {
  demat: {
    name: { ar: 'درجة الرقمنة الشاملة للمسار', fr: 'Degré de dématérialisation de bout en bout' },
    anchors: [
      { ar: 'استمارة للتحميل مع الإيداع بالشباك.', fr: 'Formulaire à télécharger, dépôt au guichet.' },
      {
        ar: 'إيداع وتتبع عن بُعد مع ضرورة التنقل مرة واحدة.',
        fr: 'Dépôt et suivi en ligne, un déplacement encore requis.',
      },
      {
        ar: 'مسار رقمي كامل: إيداع وأداء وتتبع وتسليم.',
        fr: 'Parcours entièrement en ligne : dépôt, paiement, suivi, délivrance.',
      },
    ],
  },
  simplif: {
    name: { ar: 'تبسيط المسطرة', fr: 'Simplification de la procédure' },
    anchors: [
      { ar: 'الوثائق والمراحل نفسها.', fr: 'Pièces et étapes inchangées.' },
      { ar: 'تقليص الوثائق مع نشر الأجل.', fr: 'Pièces réduites, délai publié.' },
      {
        ar: 'حذف وثائق بفضل تبادل المعطيات بين الإدارات، مع أجل منشور ومحترم.',
        fr: 'Pièces supprimées par échange entre administrations, délai publié et tenu.',
      },
    ],
  },
  editorial: {
    name: { ar: 'جودة المحتوى وتحيينه وموثوقيته', fr: 'Qualité, actualité et fiabilité du contenu' },
    anchors: [
      { ar: 'محتوى قديم أو غير مؤرخ.', fr: 'Contenu ancien ou non daté.' },
      {
        ar: 'محتوى مؤرخ ومحين كل ثلاثة أشهر على الأقل.',
        fr: 'Contenu daté, revu au moins chaque trimestre.',
      },
      {
        ar: 'محتوى مؤرخ له مسؤول محدد، يُراجع بانتظام، وقابل لإعادة الاستعمال ضمن البيانات المفتوحة.',
        fr: 'Contenu daté, responsable identifié, revue formalisée, réutilisable en données ouvertes.',
      },
    ],
  },
  ux: {
    name: { ar: 'سهولة الاستعمال والأداء', fr: 'Ergonomie et performance' },
    anchors: [
      { ar: 'مسار غامض وبطيء وغير ملائم للهاتف.', fr: 'Parcours confus, lent, non adapté au mobile.' },
      { ar: 'مسار واضح وملائم للهاتف.', fr: 'Parcours clair, adapté au mobile.' },
      {
        ar: 'مسار مختبر مع المرتفقين، سريع على شبكة متواضعة، مع بحث فعال.',
        fr: 'Parcours testé avec des usagers, rapide sur réseau mobile modeste, recherche efficace.',
      },
    ],
  },
  transpar: {
    name: { ar: 'الشفافية والنشر الاستباقي', fr: 'Transparence et proactivité' },
    anchors: [
      { ar: 'نشر في الحد الأدنى.', fr: 'Publication minimale.' },
      { ar: 'نشر المعلومات الأساسية.', fr: 'Informations principales publiées.' },
      {
        ar: 'نشر استباقي منتظم وفق القانون رقم 31.13 مع الأرشيف.',
        fr: 'Publication proactive régulière conforme à la loi 31\u201113, avec historique.',
      },
    ],
  },
} as const satisfies Record<string, CriterionText>
