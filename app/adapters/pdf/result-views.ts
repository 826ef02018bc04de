import type {
  CampaignReportRecord,
  ComplaintAnswerRecord,
  ComplaintReceiptRecord,
  FeedbackLetterRecord,
  FeedbackPoint,
  PalmaresRecord,
  PalmaresSlot,
  ResultNotificationRecord,
} from '#app/domain/document/result-records.ts'
import type { NamedNomination } from '#app/domain/document/records.ts'
import * as format from '#app/i18n/format.ts'
import {
  type Block,
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
import { dayOf, hourOf, listed, moment } from './frame-view.ts'
import { nominationFacts } from './screening-views.ts'
import { type Pair, sentence, spoken, quoted } from './spoken.ts'

const result = labelsOf('result_notification')

function won({ prizes }: ResultNotificationRecord): readonly Block[] {
  if (prizes.length === 0) return [statement(sentence('result_notification.notAwarded'), 'ink')]
  return prizes.map(({ label, shared }) =>
    statement(
      shared
        ? sentence('result_notification.shared', (side) => ({ prize: quoted(label, side) }))
        : spoken(label),
      'prize',
    ),
  )
}

export const resultNotificationBody = (record: ResultNotificationRecord): readonly Block[] => [
  text(sentence('result_notification.lead', () => ({ year: String(record.year) }))),
  facts(...nominationFacts(record), result.fact('releasedAt', moment(record.releasedAt))),
  ...won(record),
  text(sentence(`result_notification.${record.prizes.length === 0 ? 'thanks' : 'congratulations'}`)),
  facts(
    result.fact('complaintUntil', moment(record.complaintUntil)),
    result.neutral('results', record.resultsUrl),
  ),
  note(sentence('result_notification.note')),
]

/** A criterion, then the sentence of the level that the jury gave most. */
const pointed = ({ criterion, anchor }: FeedbackPoint): Pair =>
  anchor === null
    ? spoken(criterion)
    : sentence('feedback_letter.point', (side) => ({
        criterion: quoted(criterion, side),
        anchor: quoted(anchor, side),
      }))

const listOf = (key: 'strengths' | 'improvements', items: readonly FeedbackPoint[]): readonly Block[] => [
  section(sentence(`feedback_letter.${key}`)),
  items.length === 0 ? note(sentence(`feedback_letter.no.${key}`)) : points(items.map(pointed)),
]

export const feedbackLetterBody = (record: FeedbackLetterRecord): readonly Block[] => [
  text(sentence('feedback_letter.lead', () => ({ year: String(record.year) }))),
  facts(...nominationFacts(record)),
  ...listOf('strengths', record.strengths),
  ...listOf('improvements', record.improvements),
  ...(record.remarks.length === 0
    ? []
    : [section(sentence('feedback_letter.remarks')), ...record.remarks.flatMap(quote)]),
  note(sentence('feedback_letter.note')),
]

const palmares = labelsOf('palmares')

const slotBlock = ({ label, outcome, winners }: PalmaresSlot): Block => ({
  is: 'award',
  slot: spoken(label),
  outcome: sentence(`minutes.${outcome}`),
  won: outcome !== 'withheld',
  winners: winners.map(({ reference, title, administration, partners }) => ({
    reference: reference ?? '',
    title: spoken(title),
    administration: listed([administration, ...partners].map(spoken)),
  })),
  reason: null,
})

const figure = (value: number | null): Pair =>
  value === null
    ? sentence('palmares.unknown')
    : {
        fr: { text: format.number('fr', value), lang: 'fr' },
        ar: { text: format.number('ar', value), lang: 'ar' },
      }

export const palmaresBody = (record: PalmaresRecord): readonly Block[] => [
  text(sentence('palmares.lead', () => ({ year: String(record.year) }))),
  facts(
    palmares.fact('releasedAt', moment(record.releasedAt)),
    palmares.fact('nominations', figure(record.nominations)),
    palmares.fact('admissible', figure(record.admissible)),
  ),
  ...record.categories.flatMap(({ name, slots }): readonly Block[] => [
    section(spoken(name)),
    ...slots.map(slotBlock),
  ]),
  note(sentence('palmares.note')),
  facts(
    palmares.neutral('results', record.resultsUrl),
    palmares.neutral('snapshotSha256', record.snapshotSha256),
  ),
]

const complaint = labelsOf('complaint')

/** What an observation, a proposition or a complaint is, and which nomination it is about. */
const complaintFacts = (
  record: Pick<ComplaintReceiptRecord, 'complaint' | 'kind' | 'about'> & NamedNomination,
): readonly FactRow[] => [
  complaint.neutral('number', record.complaint),
  complaint.fact('kind', sentence(`complaint.kinds.${record.kind}`)),
  complaint.fact('about', sentence(`complaint.subjects.${record.about}`)),
  ...nominationFacts(record),
]

export const complaintReceiptBody = (record: ComplaintReceiptRecord): readonly Block[] => [
  text(sentence(`complaint_receipt.${record.reopened ? 'reopenedLead' : 'lead'}`)),
  facts(
    ...complaintFacts(record),
    complaint.fact('receivedAt', moment(record.filedAt)),
    complaint.fact('dueAt', moment(record.dueAt)),
  ),
  section(sentence('complaint.text')),
  ...quote(record.text),
  note(sentence('complaint_receipt.note')),
]

export const complaintAnswerBody = (record: ComplaintAnswerRecord): readonly Block[] => [
  text(sentence(`complaint_answer.lead.${record.kind}`)),
  facts(
    ...complaintFacts(record),
    complaint.fact('filedAt', dayOf(record.filedAt)),
    complaint.fact('answeredAt', dayOf(record.answeredAt)),
  ),
  section(sentence('complaint.text')),
  ...quote(record.text),
  statement(sentence(`complaint_answer.outcomes.${record.outcome}`), 'ink'),
  section(sentence('complaint_answer.answer')),
  ...quote(record.answer),
  note(sentence(`complaint_answer.${record.reopened ? 'finalNote' : 'note'}`)),
]

const report = labelsOf('campaign_report')

export const campaignReportBody = (record: CampaignReportRecord): readonly Block[] => [
  text(sentence('campaign_report.lead', () => ({ year: String(record.year) }))),
  facts(...record.figures.map(({ figure: of, value }) => report.fact(`figures.${of}`, figure(value)))),
  section(sentence('campaign_report.categories')),
  table(
    [
      ...[
        report.share('category', 1),
        report.fixed('received', 66, true),
        report.fixed('admitted', 66, true),
      ],
      ...[report.fixed('awarded', 66, true), report.fixed('withheld', 80, true)],
    ],
    record.categories.map(({ name, received, admissible, awarded, withheld }) => [
      pair(spoken(name), true),
      ...[received, admissible, awarded, withheld].map((count) => plain(format.number('fr', count))),
    ]),
  ),
  section(sentence('campaign_report.phases')),
  table(
    [report.share('phase', 1), report.share('since', 1, true)],
    record.phases.map(({ phase, at }) => [
      pair(sentence(`campaign_report.phaseNames.${phase}`)),
      pair(hourOf(at)),
    ]),
  ),
  note(sentence('campaign_report.note')),
  facts(
    report.neutral('results', record.resultsUrl),
    report.neutral('regulation', record.regulationSha256),
    ...(record.sheetRoot === null ? [] : [report.neutral('sheetRoot', record.sheetRoot)]),
  ),
]
