import { exampleRubric } from './rubrics.ts'
import type { BilingualText, CategoryRule, PrizeSlotRule } from '../regulation.ts'
import type { TemplateCategory } from './rubrics.ts'

/** The three prizes of 2016-2021. A shared prize occurred in 2007 and 2015, a withheld one in four editions. */
export const TEMPLATE_SLOTS: readonly PrizeSlotRule[] = [
  {
    code: 'excellence',
    type: 'excellence',
    label: { ar: 'جائزة التميز', fr: 'Prix d’excellence', en: 'Excellence prize' },
    mayBeShared: true,
    mayBeWithheld: true,
    advisoryThreshold: '70',
  },
  {
    code: 'encouragement',
    type: 'encouragement',
    label: { ar: 'جائزة التشجيع', fr: 'Prix d’encouragement', en: 'Encouragement prize' },
    mayBeShared: true,
    mayBeWithheld: true,
    advisoryThreshold: '50',
  },
  {
    code: 'jury',
    type: 'jury',
    label: { ar: 'جائزة لجنة التحكيم الخاصة', fr: 'Prix spécial du jury', en: 'Jury’s special prize' },
    mayBeShared: false,
    mayBeWithheld: true,
    advisoryThreshold: null,
  },
]

const category = (code: TemplateCategory, name: BilingualText, description: BilingualText): CategoryRule => ({
  code,
  name,
  description,
  rubric: exampleRubric(code),
  slots: TEMPLATE_SLOTS,
})

/** The four categories of the editions 2016 to 2021. */
export const TEMPLATE_CATEGORIES: readonly CategoryRule[] = [
  category(
    'e-contenu',
    { ar: 'المحتوى الإلكتروني', fr: 'E-contenu', en: 'E-content' },
    {
      ar: 'المواقع والبوابات التي تقدم للمرتفق معلومة موثوقة ومحينة وسهلة الولوج.',
      fr: 'Sites et portails qui offrent à l’usager une information fiable, à jour et facile d’accès.',
      en: 'Sites and portals that give people reliable, current and accessible information.',
    },
  ),
  category(
    'e-demarche',
    { ar: 'الخدمات الإجرائية الإلكترونية', fr: 'E-démarche', en: 'E-procedure' },
    {
      ar: 'الخدمات التي تمكن المرتفق من إنجاز مسطرة إدارية عن بُعد، كلياً أو جزئياً.',
      fr: 'Services qui permettent à l’usager d’accomplir à distance tout ou partie d’une démarche administrative.',
      en: 'Services with which people carry out an administrative procedure online, in whole or in part.',
    },
  ),
  category(
    'app-mobile',
    { ar: 'التطبيقات الذكية', fr: 'Applications mobiles', en: 'Mobile applications' },
    {
      ar: 'التطبيقات الموجهة للهواتف والأجهزة المحمولة والتي تقدم خدمة عمومية.',
      fr: 'Applications pour téléphone ou tablette qui rendent un service public.',
      en: 'Applications for telephones and tablets that deliver a public service.',
    },
  ),
  category(
    'e-participation',
    { ar: 'المشاركة الاجتماعية الإلكترونية', fr: 'E-participation communautaire', en: 'E-participation' },
    {
      ar: 'المنصات والفضاءات الرقمية التي تشرك المواطنات والمواطنين في الشأن العام وتتفاعل مع مساهماتهم.',
      fr: 'Plateformes et espaces numériques qui associent les citoyennes et les citoyens à l’action publique et donnent suite à leurs contributions.',
      en: 'Platforms that involve citizens in public action and follow up on their contributions.',
    },
  ),
]
