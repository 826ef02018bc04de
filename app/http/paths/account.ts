import type { Locale } from '#app/i18n/locales.ts'

const back = (to?: string): string => (to ? `?to=${encodeURIComponent(to)}` : '')
const link = (page: string) => (locale: Locale, token: string) =>
  `/${locale}/account/${page}?token=${encodeURIComponent(token)}`
const page = (name: string) => (locale: Locale) => `/${locale}/account/${name}`
const after = (cursor?: string): string => (cursor ? `?after=${encodeURIComponent(cursor)}` : '')

export const accountPaths = {
  signIn: (locale: Locale, to?: string) => `/${locale}/account/sign-in${back(to)}`,
  secondFactor: (locale: Locale, to?: string) => `/${locale}/account/second-factor${back(to)}`,
  enrolSecondFactor: (locale: Locale, to?: string) => `/${locale}/account/second-factor/enrol${back(to)}`,
  signOut: page('sign-out'),
  register: page('register'),
  mailSent: page('mail-sent'),
  forgotPassword: page('forgot-password'),
  /** Mailed links: the token is in the query, so that no path in a log carries it. */
  verifyEmail: link('verify-email'),
  resetPassword: link('reset-password'),
  invitation: link('invitation'),
  account: (locale: Locale) => `/${locale}/account`,
  profile: page('profile'),
  security: page('security'),
  shortcuts: page('shortcuts'),
  /** Where to go, for the office: the command palette as a page. */
  find: page('find'),
  notices: (locale: Locale, cursor?: string) => `/${locale}/account/notices${after(cursor)}`,
  /** The documents about the same thing as one, older than it, and the page that lists the newest. */
  olderDocuments: (locale: Locale, documentId: string, from: string) =>
    `/${locale}/account/documents/${documentId}/older?from=${encodeURIComponent(from)}`,
  /** What one may act for, and how to ask for it. */
  myMandates: (locale: Locale, q?: string) =>
    `/${locale}/account/mandates${q ? `?q=${encodeURIComponent(q)}` : ''}`,
  newAdministration: page('mandates/administration'),
  demonstration: page('demonstration'),
  mailbox: (locale: Locale, cursor?: string) => `/${locale}/account/mailbox${after(cursor)}`,
  letter: (locale: Locale, id: string) => `/${locale}/account/mailbox/${id}`,
  letterHtml: (locale: Locale, id: string) => `/${locale}/account/mailbox/${id}/html`,
  /** Every letter there is, with invented facts: in the demonstration alone. */
  sampleLetters: page('mailbox/templates'),
  sampleLetter: (locale: Locale, name: string, language: Locale) =>
    `/${locale}/account/mailbox/templates/${name}/${language}`,
  sampleLetterHtml: (locale: Locale, name: string, language: Locale) =>
    `/${locale}/account/mailbox/templates/${name}/${language}/html`,
  people: (locale: Locale, search?: { readonly q?: string; readonly after?: string }) => {
    const query = new URLSearchParams()
    if (search?.q) query.set('q', search.q)
    if (search?.after) query.set('after', search.after)
    return `/${locale}/admin/people${query.size > 0 ? `?${query.toString()}` : ''}`
  },
  person: (locale: Locale, id: string) => `/${locale}/admin/people/${id}`,
  office: (locale: Locale, campaignId: string) => `/${locale}/admin/campaigns/${campaignId}/office`,
  /** Where each role's work begins, for the account's own page. */
  juryArea: (locale: Locale) => `/${locale}/jury`,
  deliberationArea: (locale: Locale) => `/${locale}/deliberation`,
  releaseArea: (locale: Locale) => `/${locale}/release`,
  /** Sets the language or the theme, then leads back. */
  preference: () => '/preference',
} as const
