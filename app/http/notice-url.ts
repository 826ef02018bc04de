import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { paths } from './paths.ts'

type Page = (locale: Locale, id: string) => string

/** The page that answers a notice, and the fact that names its subject. */
const SUBJECT_PAGES: Readonly<Record<string, readonly [fact: string, page: Page]>> = {
  'verify-email': ['token', paths.verifyEmail],
  'reset-password': ['token', paths.resetPassword],
  'invitation-office': ['token', paths.invitation],
  'invitation-seat': ['token', paths.invitation],
  'visa-requested': ['nominationId', paths.nominationVisa],
  'visa-cancelled': ['nominationId', paths.nominationCheck],
  'deadline-reminder': ['nominationId', paths.nominationCheck],
  'draft-reminder': ['nominationId', paths.nominationCheck],
  'nomination-received': ['nominationId', (locale, id) => paths.nominationReceipt(locale, id)],
  'nomination-withdrawn': ['nominationId', paths.nominationRead],
  'completion-requested': ['nominationId', paths.nominationCompletion],
  'completion-due': ['nominationId', paths.nominationCompletion],
  'completion-lapsed': ['nominationId', paths.nominationRead],
  'due-date-moved': ['nominationId', paths.nominationRead],
  'completion-received': ['nominationId', (locale, id) => paths.nominationReceipt(locale, id)],
  'category-proposed': ['nominationId', paths.nominationCategory],
  'category-changed': ['nominationId', paths.nominationRead],
  'category-answered': ['nominationId', paths.screeningCategory],
  'category-taken-back': ['nominationId', paths.nominationRead],
  admissible: ['nominationId', paths.nominationRead],
  inadmissible: ['nominationId', paths.nominationAppeal],
  'appeal-received': ['nominationId', paths.nominationAppeal],
  'appeal-answered': ['nominationId', paths.nominationAppeal],
  'appeal-to-answer': ['nominationId', paths.screeningAppeal],
  'appeal-due': ['nominationId', paths.screeningAppeal],
  'appeal-to-validate': ['nominationId', paths.screeningAppeal],
  'appeal-returned': ['nominationId', paths.screeningAppeal],
  'answer-hand-missing': ['office', paths.office],
  'disqualification-to-settle': ['nominationId', paths.disqualification],
  'disqualification-returned': ['nominationId', paths.screeningFile],
  disqualified: ['nominationId', paths.nominationRead],
  'result-available': ['nominationId', paths.nominationRead],
  'complaint-received': ['complaintId', paths.myComplaint],
  'complaint-answered': ['complaintId', paths.myComplaint],
  'complaint-to-answer': ['complaintId', paths.deskComplaint],
  'complaint-due': ['complaintId', paths.deskComplaint],
  'seat-accepted': ['seatId', paths.jurySeat],
  'seat-declined': ['seatId', paths.jurySeat],
  'flag-raised': ['campaign', paths.juryFlags],
  'flag-withdrawn': ['campaign', paths.juryFlags],
  'sheet-sealed': ['sheetId', paths.scoreSheet],
  'sheet-reopened': ['sheetId', paths.scoreSheet],
}

/** Notices without a subject of their own open the reader's area. */
const AREA_PAGES: Readonly<Record<string, (locale: Locale) => string>> = {
  'security-alert': paths.security,
  'mandate-requested': paths.registrations,
  'interests-requested': paths.juryHome,
  'assignment-ready': paths.juryHome,
  'second-round-opened': paths.juryHome,
  'file-disqualified': paths.juryHome,
  'file-to-plenary': paths.juryHome,
  'file-from-plenary': paths.juryHome,
  'flag-lifted': paths.juryHome,
  'flag-upheld': paths.juryHome,
  'sheet-due': paths.juryHome,
  'calendar-changed': paths.juryHome,
  'recusal-lifted': paths.juryHome,
  'session-convened': paths.deliberationArea,
  'dissent-asked': paths.deliberationArea,
  'dissent-withdrawn': paths.deliberationArea,
  'minutes-to-sign': paths.deliberationArea,
  'minutes-replaced': paths.deliberationArea,
  'release-to-approve': paths.releaseArea,
  'release-scheduled': paths.releaseArea,
  'log-checkpoint': paths.log,
  'clarification-published': (locale) => paths.clarifications(locale),
  published: (locale) => paths.laureates(locale),
  'deadline-extended': paths.applicantHome,
  'mandate-granted': paths.applicantHome,
}

/** Where the button of a letter leads, absolute. A subject that is missing opens the reader's account. */
export const noticeUrl =
  (origin: string) =>
  (notice: string, locale: Locale, facts: Facts): string => {
    const subject = SUBJECT_PAGES[notice]
    const id = subject && facts[subject[0]]
    const path =
      subject && typeof id === 'string'
        ? subject[1](locale, id)
        : (AREA_PAGES[notice] ?? paths.account)(locale)
    return `${origin}${path}`
  }
