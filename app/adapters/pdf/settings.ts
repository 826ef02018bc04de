import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import type { DocumentHead } from '#app/domain/document/records.ts'
import type { Block } from './blocks.ts'
import { type CertificateBody, laureateBody, participationBody } from './certificate-view.ts'
import { charterBody, convocationBody, interestDeclarationBody, scoreSheetBody } from './jury-views.ts'
import { minutesBody } from './minutes-view.ts'
import { type CentreMark, crown, spine } from './ornament.ts'
import { receiptBody } from './receipt-view.ts'
import { shortlistingMinutesBody } from './round-view.ts'
import {
  campaignReportBody,
  complaintAnswerBody,
  complaintReceiptBody,
  feedbackLetterBody,
  palmaresBody,
  resultNotificationBody,
} from './result-views.ts'
import {
  appealDecisionBody,
  completionRequestBody,
  disqualificationBody,
  eligibilityDecisionBody,
  registerBody,
} from './screening-views.ts'

/** How a kind is set: the template, what it says, and the tiles of its page. */
export type Setting =
  | { readonly template: 'act'; readonly body: readonly Block[]; readonly tiles: string }
  | { readonly template: 'certificate'; readonly body: CertificateBody; readonly tiles: string }

type SettingOf<R> = (record: R) => Setting

/** The same wall stands on thousands of pages: it is laid once. */
const laid = new Map<CentreMark | 'crown', string>()
function tiles(mark: CentreMark | 'crown'): string {
  const known = laid.get(mark) ?? (mark === 'crown' ? crown() : spine(800, 794, mark))
  laid.set(mark, known)
  return known
}

const act =
  <R extends DocumentHead>(body: (record: R) => readonly Block[]): SettingOf<R> =>
  (record) => ({ template: 'act', body: body(record), tiles: tiles('crown') })

export const SETTINGS: { readonly [K in MadeKind]: SettingOf<DocumentRecords[K]> } = {
  receipt: act(receiptBody),
  completion_request: act(completionRequestBody),
  eligibility_decision: act(eligibilityDecisionBody),
  appeal_decision: act(appealDecisionBody),
  disqualification: act(disqualificationBody),
  register: act(registerBody),
  convocation: act(convocationBody),
  interest_declaration: act(interestDeclarationBody),
  charter: act(charterBody),
  score_sheet: act(scoreSheetBody),
  shortlisting_minutes: act(shortlistingMinutesBody),
  minutes: act(minutesBody),
  result_notification: act(resultNotificationBody),
  participation_certificate: (record) => ({
    template: 'certificate',
    body: participationBody(record),
    tiles: tiles('participation'),
  }),
  laureate_certificate: (record) => ({
    template: 'certificate',
    body: laureateBody(record),
    tiles: tiles(record.prizeType),
  }),
  feedback_letter: act(feedbackLetterBody),
  palmares: act(palmaresBody),
  complaint_receipt: act(complaintReceiptBody),
  complaint_answer: act(complaintAnswerBody),
  campaign_report: act(campaignReportBody),
}
