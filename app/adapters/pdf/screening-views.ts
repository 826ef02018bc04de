import type { NamedNomination } from '#app/domain/document/records.ts'
import type {
  AppealDecisionRecord,
  CompletionRequestRecord,
  DisqualificationRecord,
  EligibilityDecisionRecord,
  RegisterRecord,
} from '#app/domain/document/screening-records.ts'
import {
  type Block,
  code,
  type FactRow,
  facts,
  labelsOf,
  note,
  pair,
  plain,
  points,
  quote,
  section,
  statement,
  table,
  text,
} from './blocks.ts'
import { moment } from './frame-view.ts'
import { type Pair, sentence, spoken } from './spoken.ts'
import * as format from '#app/i18n/format.ts'

const nomination = labelsOf('nomination')

/** The four lines that name a nomination, at the head of every letter about one. */
export const nominationFacts = (of: NamedNomination): readonly FactRow[] => [
  nomination.neutral('reference', of.reference),
  nomination.fact('service', spoken(of.title)),
  nomination.fact('category', spoken(of.category)),
  nomination.fact('administration', spoken(of.administration)),
]

const completion = labelsOf('completion_request')

export const completionRequestBody = (record: CompletionRequestRecord): readonly Block[] => [
  text(sentence('completion_request.lead')),
  facts(
    ...nominationFacts(record),
    completion.fact('requestedAt', moment(record.requestedAt)),
    completion.fact('dueAt', moment(record.dueAt)),
    completion.fact(
      'delay',
      sentence('completion_request.days', () => ({ count: record.workingDays })),
    ),
  ),
  section(sentence('completion_request.reasons')),
  points(record.reasons.map(spoken)),
  section(sentence('completion_request.message')),
  ...quote(record.message),
  note(sentence('completion_request.note')),
]

const decision = labelsOf('eligibility_decision')

const verdicts = (record: EligibilityDecisionRecord): readonly Block[] =>
  record.checks.length === 0
    ? []
    : [
        section(sentence('eligibility_decision.checks')),
        table(
          [decision.share('check', 1), decision.fixed('verdict', 130, true)],
          record.checks.map(({ label, verdict }) => [
            pair(spoken(label)),
            pair(sentence(`eligibility_decision.verdicts.${verdict}`), verdict === 'not'),
          ]),
        ),
      ]

export function eligibilityDecisionBody(record: EligibilityDecisionRecord): readonly Block[] {
  const { outcome, appealUntil } = record
  const appeal: readonly FactRow[] =
    appealUntil === null ? [] : [decision.fact('appealUntil', moment(appealUntil))]
  return [
    text(sentence('eligibility_decision.lead')),
    facts(...nominationFacts(record), decision.fact('decidedAt', moment(record.decidedAt)), ...appeal),
    statement(
      sentence(`eligibility_decision.${outcome}`),
      outcome === 'admissible' ? 'emerald' : 'terracotta',
    ),
    ...(record.reasons.length === 0
      ? []
      : [section(sentence('eligibility_decision.reasons')), points(record.reasons.map(spoken))]),
    ...(record.comment === null || record.comment.trim() === ''
      ? []
      : [section(sentence('eligibility_decision.comment')), ...quote(record.comment)]),
    ...verdicts(record),
    note(sentence(`eligibility_decision.note.${outcome}`)),
  ]
}

const appeal = labelsOf('appeal_decision')

export const appealDecisionBody = (record: AppealDecisionRecord): readonly Block[] => [
  text(sentence('appeal_decision.lead')),
  facts(
    appeal.neutral('appeal', record.appeal),
    ...nominationFacts(record),
    appeal.fact('filedAt', moment(record.filedAt)),
    appeal.fact('answeredAt', moment(record.answeredAt)),
  ),
  statement(
    sentence(`appeal_decision.${record.outcome}`),
    record.outcome === 'upheld' ? 'emerald' : 'terracotta',
  ),
  section(sentence('appeal_decision.reasons')),
  points(record.reasons.map(spoken)),
  section(sentence('appeal_decision.answer')),
  ...quote(record.answer),
  section(sentence('appeal_decision.grounds')),
  ...quote(record.grounds),
  note(sentence(`appeal_decision.note.${record.outcome}`)),
]

const exclusion = labelsOf('disqualification')

export const disqualificationBody = (record: DisqualificationRecord): readonly Block[] => [
  text(sentence('disqualification.lead')),
  facts(
    ...nominationFacts(record),
    exclusion.fact('decidedAt', moment(record.decidedAt)),
    exclusion.fact('reason', spoken(record.reason)),
  ),
  statement(sentence('disqualification.decided'), 'terracotta'),
  section(sentence('disqualification.text')),
  text(spoken(record.text)),
  note(sentence('disqualification.note')),
]

const register = labelsOf('register')

const counted = (count: number): Pair => sentence('register.count', () => ({ count }))

export const registerBody = (record: RegisterRecord): readonly Block[] => [
  text(sentence('register.lead')),
  facts(
    register.fact('closedAt', moment(record.closedAt)),
    register.fact('total', counted(record.categories.reduce((sum, { lines }) => sum + lines.length, 0))),
  ),
  ...record.categories.flatMap(({ name, lines }): readonly Block[] => [
    section(spoken(name)),
    ...(lines.length === 0
      ? [note(sentence('register.none'))]
      : [
          table(
            [
              ...[register.fixed('reference', 84), register.share('service', 1.2)],
              ...[register.share('administration', 1), register.fixed('receipt', 108, true)],
            ],
            lines.map((line) => [
              code(line.reference),
              pair(spoken(line.title)),
              pair(spoken(line.administration)),
              plain(
                `${line.receiptNumber}\n${format.date('fr', line.receivedAt, 'numeric')} ${format.time('fr', line.receivedAt)}`,
              ),
            ]),
          ),
        ]),
  ]),
  note(sentence('register.note')),
]
