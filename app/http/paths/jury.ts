import type { Locale } from '#app/i18n/locales.ts'

const campaign = (locale: Locale, id: string): string => `/${locale}/jury/campaigns/${id}`
const page = (name: string) => (locale: Locale, id: string) => `${campaign(locale, id)}/${name}`
const sheet = (locale: Locale, id: string): string => `/${locale}/jury/sheets/${id}`
const after = (cursor?: string | null): string => (cursor ? `?after=${encodeURIComponent(cursor)}` : '')

export const juryPaths = {
  juryHome: (locale: Locale) => `/${locale}/jury`,
  juryFiles: (locale: Locale, campaignId: string) => campaign(locale, campaignId),
  charter: page('charter'),
  interests: (locale: Locale, campaignId: string, cursor?: string | null) =>
    `${campaign(locale, campaignId)}/interests${after(cursor)}`,
  juryFile: (locale: Locale, nominationId: string) => `/${locale}/jury/files/${nominationId}`,
  juryTestAccount: (locale: Locale, nominationId: string) =>
    `/${locale}/jury/files/${nominationId}/test-account`,
  juryPlenary: (locale: Locale, nominationId: string) => `/${locale}/jury/files/${nominationId}/plenary`,
  fileFlag: (locale: Locale, nominationId: string) => `/${locale}/jury/files/${nominationId}/flag`,
  juryFlags: page('flags'),
  scoreSheet: (locale: Locale, sheetId: string) => sheet(locale, sheetId),
  sheetReceipt: (locale: Locale, sheetId: string) => `${sheet(locale, sheetId)}/receipt`,
  sheetReceiptFile: (locale: Locale, sheetId: string) => `${sheet(locale, sheetId)}/receipt.json`,
  sealSheet: (locale: Locale, sheetId: string) => `${sheet(locale, sheetId)}/seal`,
  abstainSheet: (locale: Locale, sheetId: string) => `${sheet(locale, sheetId)}/abstain`,
  reopenSheet: (locale: Locale, sheetId: string) => `${sheet(locale, sheetId)}/reopen`,
  juryProgress: (locale: Locale, campaignId: string, cursor?: string | null) =>
    `${campaign(locale, campaignId)}/progress${after(cursor)}`,
  juryFigures: page('figures'),
  juryFiguresFile: (locale: Locale, id: string, figure?: string) =>
    `${campaign(locale, id)}/figures.csv${figure === undefined ? '' : `?figure=${figure}`}`,
  juryProgressFile: page('progress.csv'),
  jurySeats: page('seats'),
  jurySeat: (locale: Locale, seatId: string) => `/${locale}/jury/seats/${seatId}`,
  juryAssignment: (locale: Locale, campaignId: string, cursor?: string | null) =>
    `${campaign(locale, campaignId)}/assignment${after(cursor)}`,
  juryAssignmentFile: (locale: Locale, campaignId: string, nominationId: string) =>
    `${campaign(locale, campaignId)}/assignment/${nominationId}`,
  juryAssignmentLoads: (locale: Locale, campaignId: string) => `${campaign(locale, campaignId)}/loads.csv`,
  juryRecusals: page('recusals'),
} as const
