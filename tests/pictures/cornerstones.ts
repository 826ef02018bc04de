import type { Language } from './views.ts'

/** From one page to the next: the first link of this kind, with this text, whose page shows what is looked for. */
export type Step = { readonly href: RegExp; readonly text?: RegExp; readonly showing?: string }
export type Cornerstone = {
  readonly letter: string
  readonly name: string
  /** A demonstration person, by a part of the name; nobody for a public page. */
  readonly as: string | null
  readonly start: string
  readonly steps?: (language: Language) => readonly Step[]
  /** Its picture in the design, where that is of no view of ours: a name and a width, in French by day. */
  readonly drawn?: { readonly name: string; readonly width: number }
}

const RECEIVED = { fr: /Candidature reçue/, ar: /توصلنا بترشيحكم|طلب التأشيرة/ }

/** The screens that the whole design is measured by. */
export const cornerstones: readonly Cornerstone[] = [
  { letter: 'A', name: 'A-home', as: null, start: '' },
  { letter: 'B', name: 'B-palmares', as: null, start: '/laureates?year=2019' },
  {
    letter: 'C',
    name: 'C-dossier',
    as: 'Salma Idrissi',
    start: '/applicant',
    steps: () => [{ href: /\/nominations\/[^/]+$/, showing: '.bi' }, { href: /\/sections\/results$/ }],
  },
  {
    letter: 'D',
    name: 'D-scoring',
    as: 'Karim Benjelloun',
    start: '/jury',
    steps: () => [
      { href: /\/jury\/campaigns\/[^/]+$/, showing: 'a[href*="/jury/sheets/"]' },
      { href: /\/jury\/sheets\/[^/]+$/, showing: '.crit input[type=radio]' },
    ],
  },
  {
    letter: 'E',
    name: 'E-tower',
    as: 'Rachid El Khattabi',
    start: '/organiser',
    steps: () => [{ href: /\/organiser\/campaigns\/[^/]{36}$/, showing: '#progress td' }],
  },
  {
    letter: 'F',
    name: 'F-deliberation',
    as: 'رئيسة لجنة',
    start: '/deliberation',
    steps: () => [{ href: /\/deliberation\/sessions\/[^/]+$/ }],
  },
  {
    letter: 'H',
    name: 'H-email',
    drawn: { name: 'H-email-bi-760', width: 760 },
    as: null,
    start: '/account/mailbox',
    steps: (language) => [
      { href: /\/mailbox\/[^/]+$/, text: RECEIVED[language] },
      { href: /\/mailbox\/[^/]+\/html$/ },
    ],
  },
]
