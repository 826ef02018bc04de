import type { Locale } from '#app/i18n/locales.ts'

const one = (locale: Locale, id: string): string => `/${locale}/applicant/nominations/${id}`

export const applicantPaths = {
  applicantHome: (locale: Locale) => `/${locale}/applicant`,
  startNomination: (locale: Locale, campaign?: string) =>
    `/${locale}/applicant/start${campaign ? `?campaign=${encodeURIComponent(campaign)}` : ''}`,
  /** Where the dossier stands: opens the section that is next, or the read-only page. */
  nomination: one,
  nominationStep: (locale: Locale, id: string, section: string) => `${one(locale, id)}/sections/${section}`,
  /** A field of a section, for the lists of what is missing. */
  nominationField: (locale: Locale, id: string, section: string, field: string) =>
    `${one(locale, id)}/sections/${section}#${field}`,
  nominationMerge: (locale: Locale, id: string) => `${one(locale, id)}/merge`,
  nominationEvidence: (locale: Locale, id: string) => `${one(locale, id)}/evidence`,
  removeEvidence: (locale: Locale, id: string, evidenceId: string) =>
    `${one(locale, id)}/evidence/${evidenceId}/remove`,
  nominationCheck: (locale: Locale, id: string) => `${one(locale, id)}/check`,
  nominationVisa: (locale: Locale, id: string) => `${one(locale, id)}/visa`,
  nominationReceipt: (locale: Locale, id: string, version?: number) =>
    `${one(locale, id)}/receipt${version === undefined ? '' : `?version=${version}`}`,
  nominationRead: (locale: Locale, id: string) => `${one(locale, id)}/read`,
  nominationVersions: (locale: Locale, id: string) => `${one(locale, id)}/versions`,
  nominationDifference: (locale: Locale, id: string, from: number, to: number) =>
    `${one(locale, id)}/versions?from=${from}&to=${to}`,
  nominationWithdraw: (locale: Locale, id: string) => `${one(locale, id)}/withdraw`,
  nominationResubmit: (locale: Locale, id: string) => `${one(locale, id)}/resubmit`,
  nominationCompletion: (locale: Locale, id: string) => `${one(locale, id)}/completion`,
  nominationAppeal: (locale: Locale, id: string) => `${one(locale, id)}/appeal`,
  nominationCategory: (locale: Locale, id: string) => `${one(locale, id)}/category`,
  myComplaints: (locale: Locale) => `/${locale}/applicant/complaints`,
  fileComplaint: (locale: Locale) => `/${locale}/applicant/complaints/file`,
  myComplaint: (locale: Locale, id: string) => `/${locale}/applicant/complaints/${id}`,
  /** Stored files and documents, always as attachments. */
  file: (id: string) => `/resources/file/${id}`,
  document: (id: string) => `/resources/document/${id}`,
  /** Where a script announces a file, and where it then sends the parts of it. */
  upload: (nominationId: string) => `/resources/upload/${nominationId}`,
  uploadPart: (nominationId: string, uploadId: string, from: number) =>
    `/resources/upload/${nominationId}/${uploadId}/${from}`,
  abandonUpload: (locale: Locale, id: string, uploadId: string) =>
    `${one(locale, id)}/evidence/${uploadId}/abandon`,
  /** Who else has the file open. */
  presence: (nominationId: string) => `/resources/presence/${nominationId}`,
} as const
