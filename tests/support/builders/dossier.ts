import type { Answer, AnswerValue } from '#app/domain/nomination/answers.ts'
import { instant } from '#app/domain/kernel/instant.ts'

const prose = (count: number, word = 'service'): string => Array.from({ length: count }, () => word).join(' ')

/** Every required answer of the default form, in French where one language is enough. */
export const FULL_ANSWERS: Readonly<Record<string, AnswerValue>> = {
  'title.ar': 'سبيل',
  'title.fr': 'Sabil',
  url: 'https://sabil.example.ma',
  goLive: '2024-03-01',
  audience: ['citizens'],
  'summary.fr': prose(160),
  team: [{ name: 'Salma Idrissi', position: 'Cheffe de projet', part: 'Pilotage' }],
  'problem.fr': prose(40),
  'users.fr': prose(40),
  'solution.fr': prose(60),
  simplification: [{ measure: 'Délai', before: '21 jours', after: '4 jours' }],
  results: [{ indicator: 'Demandes en ligne', value: '71 %', period: '2025', source: 'Registre' }],
  usage: [{ month: '2025-01', uses: '1200', users: '800' }],
  'impact.fr': prose(40),
  serviceLanguages: ['ar', 'fr'],
  accessibilityLevel: 'self_assessed',
  'accessibility.fr': prose(30),
  personalDataFormalities: 'declared',
  securityAudit: 'yes',
  'security.fr': prose(30),
  budgetRange: 'under_500k',
  'sustainability.fr': prose(30),
  reusedByOthers: 'no',
  accuracy: 'yes',
}

/** The same as stored answers, each replaceable. */
export const aDossier = (changes: Readonly<Record<string, AnswerValue>> = {}): readonly Answer[] =>
  Object.entries({ ...FULL_ANSWERS, ...changes }).map(([field, value]) => ({
    field,
    value,
    version: 1,
    updatedBy: '00000000-0000-4000-8000-000000000001',
    updatedAt: instant(0),
  }))
