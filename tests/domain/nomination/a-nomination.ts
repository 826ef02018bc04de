import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { anActor } from '../access/an-actor.ts'
import { aRegulation, hashOf } from '../campaign/a-campaign.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'
import type { Answer, AnswerValue } from '#app/domain/nomination/answers.ts'
import type { Nomination, NominationContext } from '#app/domain/nomination/nomination.ts'
import type { SubmitFacts, SubmitInput } from '#app/domain/nomination/submit-nomination.ts'
import { dossierContent } from '#app/domain/nomination/revision.ts'

export const CLOSES = aRegulation.calendar.nominationsClose
export const BEFORE = instant(CLOSES - 60_000)

export const aNomination = (over: Partial<Nomination> = {}): Nomination => ({
  id: 'n1',
  campaignId: 'c1',
  categoryCode: 'e-demarche',
  administrationId: 'a1',
  partnerIds: [],
  reference: 'EMT-2026-0012',
  state: 'draft',
  title: { ar: 'بوابة', fr: 'Portail' },
  visaRequestedBy: null,
  visaRequestedAt: null,
  submittedAt: null,
  withdrawnAt: null,
  depositedVersions: 0,
  version: 3,
  ...over,
})
export const aContext = (
  phase: NominationContext['campaign']['phase'] = 'nominations',
): NominationContext => ({
  campaign: { id: 'c1', phase, closesAt: CLOSES, screeningEnds: instant(CLOSES + 30 * 86_400_000) },
  team: ['ed', 'sig'],
  signatories: ['sig'],
  secretariat: ['k1', 'k2'],
})
export const mandated = (role: 'editor' | 'signatory', personId: string, administrationId = 'a1'): Actor =>
  anActor({ personId, mandates: [{ mandateId: 'm', administrationId, role }] })
export const editor = mandated('editor', 'ed')
export const signatory = mandated('signatory', 'sig')
export const stranger = mandated('signatory', 'x', 'a2')
export const clerk = (personId: string): Actor =>
  anActor({ personId, grants: [{ role: 'secretariat', campaignId: 'c1' }] })

const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ')
export const FULL: Readonly<Record<string, AnswerValue>> = {
  'title.ar': 'بوابة الخدمات',
  'title.fr': 'Portail des services',
  url: 'https://service.example.ma/',
  goLive: '2025-01-15',
  audience: ['citizens'],
  'summary.fr': words(160),
  team: [{ name: 'N', position: 'P', part: 'Chef' }],
  'problem.fr': words(10),
  'users.ar': 'المرتفقون',
  'solution.fr': words(10),
  simplification: [{ measure: 'Délai', before: '10 jours', after: '1 jour' }],
  accessAccount: 'test / secret',
  results: [{ indicator: 'I', value: '1', period: '2025', source: 'S' }],
  usage: [{ month: '2025-02', uses: '1 200', users: '' }],
  'impact.fr': words(5),
  serviceLanguages: ['ar', 'fr'],
  accessibilityLevel: 'partial',
  'accessibility.fr': words(5),
  personalDataFormalities: 'declared',
  securityAudit: 'no',
  'security.fr': words(5),
  budgetRange: 'under_500k',
  'sustainability.fr': words(5),
  reusedByOthers: 'no',
  accuracy: 'yes',
}
export const answered = (values: Readonly<Record<string, AnswerValue>> = FULL): readonly Answer[] =>
  Object.entries(values).map(([field, value]) => ({
    field,
    value,
    version: 1,
    updatedBy: 'ed',
    updatedAt: BEFORE,
  }))

export const aFile = (over: Partial<Evidence> = {}): Evidence => ({
  id: 'f1',
  title: 'Rapport',
  claim: 'results',
  fileName: 'rapport.pdf',
  mediaType: 'application/pdf',
  size: 1000,
  sha256: 'aa',
  scanState: 'clean',
  seconds: null,
  ...over,
})
export const submitFacts = (over: Partial<SubmitFacts> = {}): SubmitFacts => ({
  nomination: aNomination(),
  context: aContext(),
  regulationHash: 'rh',
  form: DEFAULT_FORM,
  answers: answered(),
  evidence: [aFile()],
  administration: { id: 'a1', name: { fr: 'Administration de démonstration 1' } },
  partners: [],
  limits: aRegulation.participation.evidence,
  ...over,
})
export const submitInput = (facts: SubmitFacts, over: Partial<SubmitInput> = {}): SubmitInput => ({
  versionId: 'v1',
  receiptNumber: 'AR-2026-0001',
  received: BEFORE,
  statementAt: BEFORE,
  seenDigest: hashOf(dossierContent(facts)),
  hashOf,
  ...over,
})
