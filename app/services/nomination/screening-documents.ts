import type { ScreeningCase } from './screening-unit.ts'
import type { NamedNomination } from '#app/domain/document/records.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { CompletionRequest } from '#app/domain/nomination/completion.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import type { Draft } from '../issue.ts'
import { official } from '../official.ts'

const namedOf = ({ nomination, category, administration }: ScreeningCase): NamedNomination => ({
  reference: nomination.reference,
  title: nomination.title,
  category: category.name,
  administration: administration.name,
})

export const completionRequestDraft = (found: ScreeningCase, request: CompletionRequest): Draft => ({
  ...{ kind: 'completion_request', subjectId: found.nomination.id, isPublic: false },
  body: {
    ...namedOf(found),
    reasons: request.reasons.map((reason) => official(`secretariat.completion.reason.${reason}`)),
    message: request.message,
    requestedAt: request.requestedAt,
    dueAt: request.dueAt,
    workingDays: found.campaign.regulation.screening.completionWorkingDays,
  },
})

export function eligibilityDecisionDraft(
  found: ScreeningCase,
  { outcome, reasons, comment }: ScreeningDecision,
  at: { readonly decidedAt: Instant; readonly appealUntil: Instant },
): Draft {
  const { verdicts } = found.facts
  const { checks } = found.campaign.regulation.screening
  const verdictOf = (code: string) => verdicts.find((one) => one.code === code)?.verdict
  return {
    ...{ kind: 'eligibility_decision', subjectId: found.nomination.id, isPublic: false },
    body: {
      ...namedOf(found),
      ...{ outcome, comment, decidedAt: at.decidedAt },
      reasons: reasons.map((reason) => official(`secretariat.reasons.${reason}`)),
      checks: checks.flatMap(({ code, label }) => {
        const verdict = verdictOf(code)
        return verdict === undefined ? [] : [{ label, verdict }]
      }),
      appealUntil: outcome === 'admissible' ? null : at.appealUntil,
    },
  }
}
