import type { Disqualification } from '#app/domain/nomination/disqualification.ts'
import type { ScreeningCase } from './screening-unit.ts'
import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Appeal } from '#app/domain/nomination/appeal.ts'
import type { AppealAnswer } from '#app/domain/nomination/appeal-answer.ts'
import type { CompletionRequest } from '#app/domain/nomination/completion.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import type { Draft } from '../issue.ts'
import { namedOf } from '../named-nomination.ts'
import { official } from '../official.ts'

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

export const disqualificationDraft = (
  found: Parameters<typeof namedOf>[0],
  { reason, text }: Disqualification,
  decidedAt: Instant,
): Draft => ({
  ...{ kind: 'disqualification', subjectId: found.nomination.id, isPublic: false },
  body: {
    ...namedOf(found),
    ...{ text, decidedAt },
    reason: official(`secretariat.disqualification.reasons.${reason}`),
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

export const appealDecisionDraft = (
  found: NominationCase,
  { number, grounds, filedAt }: Appeal,
  { outcome, reasons, answer }: AppealAnswer,
  answeredAt: Instant,
): Draft => ({
  ...{ kind: 'appeal_decision', subjectId: found.nomination.id, isPublic: false },
  body: {
    ...namedOf(found),
    ...{ appeal: number, filedAt, grounds, outcome, answer, answeredAt },
    reasons: reasons.map((reason) => official(`appeal.reasons.${reason}`)),
  },
})
