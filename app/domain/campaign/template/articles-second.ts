import type { Article } from '../regulation.ts'

/** Articles 9 to 16 of the template regulation: completion, jury, evaluation, deliberation, publication. */
export const SECOND_ARTICLES: readonly Article[] = [
  {
    number: 9,
    title: { ar: 'استكمال الملف والطعن', fr: 'Complément et recours' },
    text: {
      ar: 'يمكن لكتابة الجائزة أن توجه طلباً واحداً لاستكمال الملف، يجمع كل النواقص، ويُجاب عنه داخل أجل خمسة أيام عمل، ويتوقف خلاله أجل الدراسة. وإذا لم يرد الجواب بُت في الملف على حالته. ويجوز الطعن في قرار عدم المقبولية داخل أجل خمسة أيام عمل من تبليغه، وينظر فيه أشخاص لم يشاركوا في القرار.',
      fr: 'Le secrétariat peut adresser une seule demande de complément, qui réunit tout ce qui manque ; il y est répondu dans un délai de cinq jours ouvrables, pendant lequel le délai d’examen est suspendu. Sans réponse, il est statué sur le dossier en l’état. L’irrecevabilité peut être contestée dans les cinq jours ouvrables de sa notification, devant des personnes qui n’ont pas pris part à la décision.',
    },
    carries: ['screening.completionWorkingDays', 'screening.appealWorkingDays'],
  },
  {
    number: 10,
    title: { ar: 'تأليف لجنة التحكيم', fr: 'Composition du jury' },
    text: {
      ar: 'تتألف لجنة التحكيم من المقاعد المبينة في ملحق هذا النظام، ويرأسها ممثل السلطة الحكومية المكلفة بإصلاح الإدارة. ولا يقوم الرئيس بالتنقيط. ولا يجوز لإدارة ممثلة في اللجنة أن تشارك في مداولات صنف تترشح فيه، وإذا كانت المؤسسة التي ينتمي إليها الرئيس مترشحة، ناب عنه نائبه في ذلك الصنف. ويمكن الاستعانة بأشخاص مؤهلين يدلون برأيهم دون تنقيط ولا تصويت.',
      fr: 'Le jury comprend les sièges énumérés en annexe ; il est présidé par le représentant de l’autorité gouvernementale chargée de la réforme de l’administration, qui ne note pas. Une administration représentée au jury ne siège pas dans une catégorie où elle concourt ; si l’institution du président concourt, le président suppléant dirige cette catégorie. Le jury peut s’adjoindre des personnes qualifiées, qui donnent un avis sans noter ni voter.',
    },
    carries: ['jury.seats'],
  },
  {
    number: 11,
    title: { ar: 'تضارب المصالح والسرية', fr: 'Conflits d’intérêts et confidentialité' },
    text: {
      ar: 'يوقع كل عضو ميثاق اللجنة ويصرح، قبل الاطلاع على الملفات، بكل مصلحة تربطه بإحدى الإدارات المترشحة أو بشركائها أو بالسلطة الوصية عليها. ويُحجب الملف كلياً عن العضو المتنحي، ولا يُحتسب في نصابه. ويلتزم الجميع بسرية التنقيط والمداولات إلى حين إعلان النتائج.',
      fr: 'Chaque membre signe la charte du jury et déclare, avant d’accéder aux dossiers, tout intérêt qui le lie à une administration candidate, à ses partenaires ou à son autorité de tutelle. Le dossier est entièrement masqué au membre récusé, qui n’est pas compté dans son quorum. Chacun garde le secret des notes et des délibérations jusqu’à la publication.',
    },
    carries: ['jury.incompatibilities'],
  },
  {
    number: 12,
    title: { ar: 'التقييم', fr: 'Évaluation' },
    text: {
      ar: 'يقرأ كل ملف مقبول خمسة أعضاء، وينقّطه كل منهم بصفة مستقلة وفق شبكة الصنف التي يبلغ مجموع ترجيحاتها مائة. ولا يُسند إلى العضو أكثر من ستين ملفاً. ويُعلل كل مستوى من المستويات 1 و2 و5. وتُختم بطاقة التقييم فلا تُفتح من جديد إلا بقرار معلل من الرئيس، مع حفظ النسخة السابقة.',
      fr: 'Chaque dossier recevable est lu par cinq membres, qui le notent séparément selon la grille de la catégorie, dont le total des pondérations est de cent. Un membre ne reçoit pas plus de soixante dossiers. Les niveaux 1, 2 et 5 sont justifiés. Une fiche scellée n’est rouverte que par décision motivée du président, la version précédente étant conservée.',
    },
    carries: ['jury.readersPerNomination', 'jury.loadLimit', 'categories.rubric'],
  },
  {
    number: 13,
    title: { ar: 'النقطة الرسمية والترتيب', fr: 'Note officielle et classement' },
    text: {
      ar: 'النقطة الرسمية للترشيح هي المعدل الحسابي الدقيق لبطاقاته المختومة، دون أي تقريب قبل الترتيب. ولا تُمنح نقطة رسمية إلا إذا توفرت ثلاث بطاقات على الأقل، ونصف عدد القراء غير المتنحين على الأقل. ويُفصل في حالات التساوي بالترتيب المبين في هذا النظام، ثم يُعرض ما تبقى منها على المداولة.',
      fr: 'La note officielle d’une candidature est la moyenne exacte de ses fiches scellées, sans arrondi avant le classement. Elle n’existe qu’avec trois fiches au moins, et au moins la moitié des lecteurs non récusés. Les ex æquo sont départagés dans l’ordre prévu par le présent règlement ; ceux qui demeurent sont soumis à la délibération.',
    },
    carries: [
      'scoring.aggregate',
      'scoring.decimals',
      'scoring.lotNamed',
      'scoring.secondRound',
      'jury.minimumSheets',
      'jury.minimumShare',
    ],
  },
  {
    number: 14,
    title: { ar: 'المداولات', fr: 'Délibération' },
    text: {
      ar: 'تتداول اللجنة بحضور ثلثي المقاعد غير المعنية بالتنحي على الأقل، ويُحتسب النصاب لكل نقطة على حدة. ويُصوت سراً على منح كل جائزة أو حجبها بالأغلبية المطلقة. وعند تعادل الأصوات يكون صوت الرئيس مرجحاً. ويُعلل كل حجب بأحد الأسباب الآتية: قلة الترشيحات، أو عدم كفاية المستوى، أو ترشيح وحيد غير مقنع، أو خلل في المسطرة. ويُحرر محضر يوقعه رئيس الجلسة ثم كاتبها.',
      fr: 'Le jury délibère en présence des deux tiers au moins de ses sièges non récusés ; le quorum est compté point par point. L’attribution ou la non-attribution de chaque prix est votée au scrutin secret, à la majorité absolue. En cas de partage égal des voix, celle du président est prépondérante. Toute non-attribution est motivée : candidatures trop peu nombreuses, niveau insuffisant, candidature unique non concluante ou irrégularité. Un procès-verbal est signé par la présidence de séance, puis par le secrétaire de séance.',
    },
    carries: [
      'deliberation.quorum',
      'deliberation.vote',
      'deliberation.majority',
      'deliberation.castingVote',
    ],
  },
  {
    number: 15,
    title: { ar: 'إعلان النتائج ونشرها', fr: 'Publication des résultats' },
    text: {
      ar: 'تبقى النتائج تحت حظر النشر إلى الموعد الذي يحدده شخصان مخول لهما ذلك. ولا تُنشر لائحة الترشيحات قبل إعلان النتائج. وعند الإعلان تُنشر لائحة المتوجين والجوائز المحجوبة وأسبابها، وبطاقات تقييم المتوجين والمتأهلين للمداولة دون ذكر محرريها، بحيث يمكن لكل شخص أن يعيد احتساب النتيجة.',
      fr: 'Les résultats restent sous embargo jusqu’à la date et l’heure fixées par deux personnes habilitées. La liste des candidatures n’est pas publiée avant les résultats. Sont alors publiés le palmarès, les prix non attribués et leur motif, ainsi que les fiches des lauréats et des finalistes sans le nom de leurs auteurs, de sorte que chacun puisse recalculer le résultat.',
    },
    carries: ['publication.level', 'publication.candidateListPublic', 'calendar.release'],
  },
  {
    number: 16,
    title: { ar: 'الشكايات وحماية المعطيات', fr: 'Réclamations et protection des données' },
    text: {
      ar: 'يمكن تقديم شكاية داخل أجل ستين يوماً من نشر النتائج. ويجوز أن تؤدي إلى تصحيح خطأ مادي أو تدارك خرق للمسطرة، دون أن تؤدي أبداً إلى تقييم ثانٍ. وتُعالج المعطيات ذات الطابع الشخصي طبقاً للقانون رقم 09.08، وتُحفظ الملفات خمس سنوات.',
      fr: 'Une réclamation peut être présentée dans les soixante jours de la publication. Elle peut conduire à corriger une erreur matérielle ou un vice de procédure, jamais à une seconde évaluation. Les données à caractère personnel sont traitées conformément à la loi n°\u00A009\u201108 ; les dossiers sont conservés cinq ans.',
    },
    carries: ['publication.complaintDays'],
  },
]
