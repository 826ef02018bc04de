import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import { laureate, participation, receipt } from './first.ts'
import { minutes } from './minutes.ts'
import * as letters from './letters.ts'
import * as results from './results.ts'
import { scoreSheet } from './score-sheet.ts'

/** One sample of each kind: for the preview and the tests. */
export const SAMPLES: DocumentRecords = {
  receipt,
  completion_request: letters.completionRequest,
  eligibility_decision: letters.eligibilityDecision,
  appeal_decision: letters.appealDecision,
  disqualification: letters.disqualification,
  register: letters.register,
  convocation: letters.convocation,
  interest_declaration: letters.interestDeclaration,
  charter: letters.charter,
  score_sheet: scoreSheet,
  shortlisting_minutes: results.shortlistingMinutes,
  minutes,
  result_notification: results.resultNotification,
  participation_certificate: participation,
  laureate_certificate: laureate,
  feedback_letter: results.feedbackLetter,
  palmares: results.palmares,
  complaint_receipt: results.complaintReceipt,
  complaint_answer: results.complaintAnswer,
  campaign_report: results.campaignReport,
}
export const SAMPLE_KINDS = Object.keys(SAMPLES) as readonly MadeKind[]
