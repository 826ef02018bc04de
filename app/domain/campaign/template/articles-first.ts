import type { Article } from '../regulation.ts'

/** Articles 1 to 8 of the template regulation: purposes, calendar, who may compete and with what. */
export const FIRST_ARTICLES: readonly Article[] = [
  {
    number: 1,
    title: { ar: 'موضوع الجائزة', fr: 'Objet du prix' },
    text: {
      ar: 'تُمنح الجائزة الوطنية للإدارة الإلكترونية «امتياز» للإدارات العمومية التي حققت مبادرات ناجحة في مجال الخدمات الرقمية. وتهدف إلى تشجيع هذه المبادرات والتعريف بها، وتحفيز الإدارات على تطوير خدماتها عبر الأنترنت، وخلق روح التنافس الإيجابي داخل القطاع العام.',
      fr: 'Le Prix national de l’administration électronique « e-mtiaz » distingue les administrations publiques qui ont mené des initiatives réussies de services numériques. Il vise à encourager et à faire connaître ces initiatives, à inciter les administrations à développer leurs services en ligne et à créer une émulation positive au sein du secteur public.',
    },
    carries: ['awardName', 'organiser', 'purposes'],
  },
  {
    number: 2,
    title: { ar: 'الجدول الزمني', fr: 'Calendrier' },
    text: {
      ar: 'تُحدد تواريخ فتح باب الترشيح وإغلاقه ودراسة المقبولية والتقييم والمداولات وإعلان النتائج في الجدول الزمني الملحق بهذا النظام، بالتوقيت القانوني للمملكة. ولا يجوز تمديد أجل الترشيح إلا قبل انقضائه، بقرار معلل منشور يسري على جميع المترشحين.',
      fr: 'Les dates d’ouverture et de clôture des candidatures, d’examen de la recevabilité, d’évaluation, de délibération et de publication des résultats sont fixées par le calendrier annexé au présent règlement, à l’heure légale du Royaume. La clôture ne peut être reportée qu’avant son échéance, par un acte motivé et publié qui s’applique à tous les candidats.',
    },
    carries: ['calendar', 'calendar.nominationsClose', 'holidays'],
  },
  {
    number: 3,
    title: { ar: 'الأصناف والجوائز', fr: 'Catégories et prix' },
    text: {
      ar: 'تشمل الجائزة أربعة أصناف: المحتوى الإلكتروني، والخدمات الإجرائية الإلكترونية، والتطبيقات الذكية، والمشاركة الاجتماعية الإلكترونية. ويمكن أن تُمنح في كل صنف جائزة التميز وجائزة التشجيع وجائزة لجنة التحكيم الخاصة. ويجوز منح جائزة التميز وجائزة التشجيع مناصفة، كما يجوز حجب أي جائزة بقرار معلل.',
      fr: 'Le prix comporte quatre catégories : e-contenu, e-démarche, applications mobiles et e-participation communautaire. Chacune peut donner lieu à un prix d’excellence, à un prix d’encouragement et à un prix spécial du jury. Le prix d’excellence et le prix d’encouragement peuvent être partagés ; tout prix peut ne pas être attribué, par décision motivée.',
    },
    carries: ['categories', 'categories.slots'],
  },
  {
    number: 4,
    title: { ar: 'من يحق له الترشح', fr: 'Qui peut concourir' },
    text: {
      ar: 'يُفتح باب المشاركة في وجه القطاعات الوزارية والمؤسسات والمقاولات العمومية والوكالات والجماعات الترابية والجامعات وسائر أشخاص القانون العام. ويجوز الترشيح المشترك بين عدة إدارات تتقدمها إدارة واحدة. ولا تقدم الإدارة الواحدة أكثر من ترشيحين في الصنف نفسه.',
      fr: 'Peuvent concourir les départements ministériels, les établissements et entreprises publics, les agences, les collectivités territoriales, les universités et les autres personnes morales de droit public. Plusieurs administrations peuvent présenter une candidature commune sous la conduite de l’une d’elles. Une même administration ne présente pas plus de deux candidatures par catégorie.',
    },
    carries: ['participation.administrationTypes', 'participation.perAdministrationAndCategory'],
  },
  {
    number: 5,
    title: { ar: 'الخدمة المرشحة', fr: 'Service présenté' },
    text: {
      ar: 'يجب أن تكون الخدمة المرشحة مشغلة فعلياً وموضوعة رهن إشارة المرتفقين منذ ستة أشهر على الأقل عند تاريخ إغلاق باب الترشيح. ولا تُقبل خدمة سبق تتويجها إلا إذا أُدخل عليها تغيير جوهري يبينه الملف.',
      fr: 'Le service présenté est en exploitation effective et à la disposition des usagers depuis six mois au moins à la date de clôture des candidatures. Un service déjà primé n’est recevable que s’il a été profondément transformé, ce que le dossier établit.',
    },
    carries: ['participation.minimumMonthsInService'],
  },
  {
    number: 6,
    title: { ar: 'ملف الترشيح', fr: 'Dossier de candidature' },
    text: {
      ar: 'يُعد ملف الترشيح على المنصة باللغة العربية أو الفرنسية حسب اختيار المترشح. ويمكن إرفاقه بعشر وثائق إثبات على الأكثر، لا يتجاوز حجم كل منها 20 ميغابايت، بصيغة PDF أو PNG أو JPG أو MP4 أو CSV، ولا تتجاوز مدة التسجيل المرئي ثلاث دقائق. وتُربط كل وثيقة بالمعلومة التي تثبتها. ولا يُطلب أي رقم بطاقة وطنية ولا تاريخ الازدياد.',
      fr: 'Le dossier est établi sur la plateforme, en arabe ou en français au choix du candidat. Il peut comporter dix pièces au plus, de 20 Mo chacune au plus, aux formats PDF, PNG, JPG, MP4 ou CSV ; une vidéo ne dépasse pas trois minutes. Chaque pièce est rattachée à l’affirmation qu’elle prouve. Aucun numéro de carte nationale ni date de naissance n’est demandé.',
    },
    carries: ['participation.evidence'],
  },
  {
    number: 7,
    title: { ar: 'التأشيرة والإيداع', fr: 'Visa et dépôt' },
    text: {
      ar: 'يُودع الملف بتأشيرة شخص مفوض له التوقيع باسم الإدارة. ويُعتد بساعة وصول طلب الإيداع إلى خادم المنصة، ويُعتبر متأخراً كل طلب يصل في ساعة الإغلاق بالضبط أو بعدها. ويُسلم وصل إيداع فوراً. ويمكن سحب الترشيح وإعادة إيداعه إلى حين انقضاء الأجل، وتُحفظ كل نسخة مودعة.',
      fr: 'Le dossier est déposé par le visa d’une personne habilitée à signer au nom de l’administration. Fait foi l’heure à laquelle la demande de dépôt parvient au serveur de la plateforme ; une demande parvenue à l’heure exacte de clôture ou après est tardive. Un accusé de réception est délivré aussitôt. La candidature peut être retirée et redéposée jusqu’à la clôture ; chaque version déposée est conservée.',
    },
    carries: ['calendar.nominationsClose'],
  },
  {
    number: 8,
    title: { ar: 'دراسة المقبولية', fr: 'Recevabilité' },
    text: {
      ar: 'تتحقق كتابة الجائزة من استيفاء كل ملف للشروط الواردة في لائحة التحقق الملحقة بهذا النظام. ويقترح القرار موظف ويصادق عليه موظف ثانٍ غيره. ويكون قرار عدم المقبولية معللاً، ويُبلغ إلى الإدارة المعنية.',
      fr: 'Le secrétariat vérifie que chaque dossier remplit les conditions de la liste de contrôle annexée au présent règlement. La décision est proposée par un agent et validée par un autre. Une décision d’irrecevabilité est motivée et notifiée à l’administration concernée.',
    },
    carries: ['screening.checks'],
  },
]
