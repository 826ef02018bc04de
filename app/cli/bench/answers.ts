const prose = (count: number): string =>
  Array.from({ length: count }, (_, at) => ['service', 'usager', 'démarche', 'délai'][at % 4]).join(' ')

/** A complete dossier of ordinary length. */
export const BENCH_ANSWERS: Readonly<Record<string, unknown>> = {
  'title.ar': 'خدمة تجريبية',
  'title.fr': 'Service de démonstration',
  url: 'https://service.example.ma',
  goLive: '2024-03-01',
  audience: ['citizens'],
  'summary.fr': prose(160),
  'summary.ar': prose(160),
  team: [{ name: 'Personne 1', position: 'Cheffe de projet', part: 'Pilotage' }],
  'problem.fr': prose(300),
  'users.fr': prose(200),
  'solution.fr': prose(400),
  simplification: [{ measure: 'Délai', before: '21 jours', after: '4 jours' }],
  results: [{ indicator: 'Demandes en ligne', value: '71 %', period: '2025', source: 'Registre' }],
  usage: [{ month: '2025-01', uses: '1200', users: '800' }],
  'impact.fr': prose(200),
  serviceLanguages: ['ar', 'fr'],
  accessibilityLevel: 'self_assessed',
  'accessibility.fr': prose(80),
  personalDataFormalities: 'declared',
  securityAudit: 'yes',
  'security.fr': prose(80),
  budgetRange: 'under_500k',
  'sustainability.fr': prose(80),
  reusedByOthers: 'no',
  accuracy: 'yes',
}
