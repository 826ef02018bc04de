import type {
  CharterRecord,
  ConvocationRecord,
  InterestDeclarationRecord,
  ScoreSheetRecord,
} from './jury-records.ts'
import type {
  LaureateRecord,
  MinutesRecord,
  ParticipationRecord,
  ReceiptRecord,
  ShortlistingMinutesRecord,
} from './records.ts'
import type {
  CampaignReportRecord,
  ComplaintAnswerRecord,
  ComplaintReceiptRecord,
  FeedbackLetterRecord,
  PalmaresRecord,
  ResultNotificationRecord,
} from './result-records.ts'
import type {
  AppealDecisionRecord,
  CompletionRequestRecord,
  DisqualificationRecord,
  EligibilityDecisionRecord,
  RegisterRecord,
} from './screening-records.ts'

/** Every kind of document that the product makes, with its record. */
export type DocumentRecords = {
  readonly receipt: ReceiptRecord
  readonly completion_request: CompletionRequestRecord
  readonly eligibility_decision: EligibilityDecisionRecord
  readonly appeal_decision: AppealDecisionRecord
  readonly disqualification: DisqualificationRecord
  readonly register: RegisterRecord
  readonly convocation: ConvocationRecord
  readonly interest_declaration: InterestDeclarationRecord
  readonly charter: CharterRecord
  readonly score_sheet: ScoreSheetRecord
  readonly shortlisting_minutes: ShortlistingMinutesRecord
  readonly minutes: MinutesRecord
  readonly result_notification: ResultNotificationRecord
  readonly participation_certificate: ParticipationRecord
  readonly laureate_certificate: LaureateRecord
  readonly feedback_letter: FeedbackLetterRecord
  readonly palmares: PalmaresRecord
  readonly complaint_receipt: ComplaintReceiptRecord
  readonly complaint_answer: ComplaintAnswerRecord
  readonly campaign_report: CampaignReportRecord
}
export type MadeKind = keyof DocumentRecords
