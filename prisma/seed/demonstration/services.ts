/** Services that the invented bodies enter, by category of the template. */
export type InventedService = {
  readonly fr: string
  readonly ar: string
  readonly needFr: string
  readonly needAr: string
}

const service = (fr: string, ar: string, needFr: string, needAr: string): InventedService => ({
  fr,
  ar,
  needFr,
  needAr,
})

export const SERVICES: Readonly<Record<string, readonly InventedService[]>> = {
  'e-contenu': [
    service(
      'Portail des services',
      'بوابة الخدمات',
      'trouver la bonne démarche et ses pièces',
      'معرفة المسطرة المناسبة ووثائقها',
    ),
    service(
      'Guide des droits',
      'دليل الحقوق',
      'connaître ses droits sans se déplacer',
      'معرفة الحقوق دون تنقل',
    ),
    service(
      'Atlas des équipements',
      'أطلس المرافق',
      'situer l’équipement public le plus proche',
      'تحديد أقرب مرفق عمومي',
    ),
    service(
      'Bibliothèque des actes',
      'مكتبة القرارات',
      'lire les décisions publiques',
      'الاطلاع على القرارات العمومية',
    ),
  ],
  'e-demarche': [
    service('Rendez-vous en ligne', 'الموعد الإلكتروني', 'obtenir un rendez-vous', 'الحصول على موعد'),
    service('Guichet des autorisations', 'شباك الرخص', 'demander une autorisation', 'طلب رخصة'),
    service('Attestations à distance', 'الشواهد عن بعد', 'recevoir une attestation', 'التوصل بشهادة'),
    service('Paiement des redevances', 'أداء الرسوم', 'payer une redevance', 'أداء رسم'),
  ],
  'app-mobile': [
    service(
      'Ma commune en poche',
      'جماعتي في هاتفي',
      'signaler un problème de voirie',
      'التبليغ عن عطب بالطريق العمومي',
    ),
    service(
      'Carnet de santé',
      'الدفتر الصحي',
      'suivre ses vaccins et ses consultations',
      'تتبع التلقيحات والفحوصات',
    ),
    service(
      'Alerte crues',
      'إنذار الفيضانات',
      'être prévenu à temps d’un risque',
      'التوصل بإنذار في الوقت المناسب',
    ),
    service('Campus mobile', 'الجامعة المتنقلة', 'suivre son dossier d’étudiant', 'تتبع الملف الجامعي'),
  ],
  'e-participation': [
    service(
      'Budget participatif',
      'الميزانية التشاركية',
      'proposer un projet et voter',
      'اقتراح مشروع والتصويت عليه',
    ),
    service(
      'Consultations publiques',
      'المشاورات العمومية',
      'donner son avis sur un projet',
      'إبداء الرأي في مشروع',
    ),
    service('Pétitions locales', 'العرائض المحلية', 'déposer une pétition', 'إيداع عريضة'),
    service('Boîte à idées', 'صندوق الأفكار', 'proposer une amélioration', 'اقتراح تحسين'),
  ],
}
