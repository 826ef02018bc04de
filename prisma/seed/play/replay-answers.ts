import type { AnswerValue } from '#app/domain/nomination/answers.ts'
import type { BodyName } from './bodies.ts'
import { inventedAddress } from './invented-address.ts'

/** Neutral words of a replayed dossier: what the record does not say is not invented, it is said to be missing. */
const SENTENCES = [
  'Ce dossier appartient au rejeu d’une édition passée du prix.',
  'Le palmarès publié donne l’administration primée, l’intitulé du projet et le prix reçu ; il ne donne pas le dossier que l’administration avait déposé.',
  'Le présent texte tient donc la place de ce dossier et n’en rapporte rien.',
  'Les réponses qui suivent sont synthétiques : elles servent à faire passer la candidature par les mêmes actes que les autres, du dépôt au visa, de l’examen de recevabilité à l’évaluation, de la délibération à la publication.',
  'Aucun chiffre d’usage, aucun résultat et aucun coût n’y est avancé au nom de l’administration.',
  'Les notes attribuées par le jury du rejeu sont tirées d’une graine imprimée au début de son exécution ; elles respectent seulement l’ordre des prix du palmarès et le caractère non attribué de certains d’entre eux.',
  'Quiconque cite cette page est prié de rappeler que seuls le nom de l’administration, l’intitulé du projet et le prix sont réels.',
]
const NEUTRAL = SENTENCES.join(' ')
const SHORT = 'Texte synthétique du rejeu : le dossier déposé à l’époque n’est pas publié.'

/** Every required answer of the default form, with nothing invented about the body or its project. */
export function replayAnswers(title: BodyName, goLive: string): Readonly<Record<string, AnswerValue>> {
  return {
    'title.ar': title.ar,
    'title.fr': title.fr,
    url: inventedAddress('rejeu', title.fr),
    goLive,
    audience: ['other'],
    'summary.fr': NEUTRAL,
    team: [{ name: 'Équipe du rejeu', position: 'Synthétique', part: 'Sans objet' }],
    'problem.fr': SHORT,
    'users.fr': SHORT,
    'solution.fr': SHORT,
    simplification: [{ measure: 'Sans objet (rejeu)', before: 'Non publié', after: 'Non publié' }],
    results: [
      { indicator: 'Sans objet (rejeu)', value: 'Non publié', period: 'Non publié', source: 'Non publié' },
    ],
    usage: [{ month: goLive.slice(0, 7), uses: '0', users: '0' }],
    'impact.fr': SHORT,
    serviceLanguages: ['other'],
    accessibilityLevel: 'not_assessed',
    'accessibility.fr': SHORT,
    personalDataFormalities: 'not_concerned',
    securityAudit: 'no',
    'security.fr': SHORT,
    budgetRange: 'internal_means',
    'sustainability.fr': SHORT,
    reusedByOthers: 'no',
    accuracy: 'yes',
  }
}
