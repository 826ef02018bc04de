import type { Regulation } from '../regulation.ts'

const check = (code: string, ar: string, fr: string) => ({ code, label: { ar, fr } })

/** The checklist of the secretariat: what makes a file admissible. */
export const TEMPLATE_CHECKS: Regulation['screening']['checks'] = [
  check(
    'administration-type',
    'الهيئة المترشحة من الهيئات المخول لها الترشيح',
    'L’organisme candidat est de ceux qui peuvent concourir',
  ),
  check('visa', 'التأشيرة صادرة عن شخص مفوض له التوقيع', 'Le visa émane d’une personne habilitée à signer'),
  check(
    'in-service',
    'الخدمة مشغلة فعلياً منذ المدة المطلوبة',
    'Le service est en exploitation depuis la durée requise',
  ),
  check('category-fit', 'الخدمة مطابقة للصنف المختار', 'Le service relève bien de la catégorie choisie'),
  check(
    'one-per-category',
    'عدد الترشيحات في الصنف محترم',
    'Le nombre de candidatures par catégorie est respecté',
  ),
  check(
    'not-laureate',
    'لم يسبق تتويج الخدمة، أو أُدخل عليها تغيير جوهري',
    'Le service n’a pas déjà été primé, ou a été profondément transformé',
  ),
  check('complete', 'الملف مكتمل والأجوبة مقروءة', 'Le dossier est complet et les réponses sont lisibles'),
  check(
    'evidence',
    'وثائق الإثبات مقروءة ومطابقة للحدود المقررة',
    'Les pièces sont lisibles et dans les limites prévues',
  ),
  check('jury-access', 'ولوج لجنة التحكيم إلى الخدمة ممكن', 'L’accès du jury au service fonctionne'),
  check(
    'declarations',
    'التصريح بصحة المعلومات والموافقة على النشر متوفران',
    'La déclaration d’exactitude et l’accord de publication sont donnés',
  ),
]
