export type Walk = {
  readonly who: string
  readonly name: string | null
  readonly starts: readonly string[]
  readonly area: RegExp
  /** Fewer pages than this, and a link has been lost. */
  readonly least: number
  /** Beside a page of this kind also these, which are linked from it only while an act is open. */
  readonly beside?: Readonly<Record<string, (path: string) => readonly string[]>>
}
const DOORS = ['/account/sign-in', '/account/register', '/account/forgot-password', '/account/demonstration']
const PUBLIC =
  /^(?!\/(account|applicant|secretariat|jury|deliberation|release|organiser|admin)(\/|$))|^\/account\/(sign-in|register|forgot-password|demonstration|mailbox)/

/** Whose pages are walked: one page of each kind that their own links lead to. */
export const WALKS: readonly Walk[] = [
  { who: 'the public', name: null, starts: ['', ...DOORS], area: PUBLIC, least: 18 },
  {
    who: 'an editor',
    name: 'Salma Idrissi',
    starts: ['/applicant', '/account'],
    area: /^\/(applicant|account(?!\/(sign-in|register|forgot-password|demonstration|mailbox)))/,
    least: 10,
  },
  {
    who: 'a signatory',
    name: 'يوسف المنصوري',
    starts: ['/applicant/complaints/file'],
    area: /^\/applicant\/complaints\/file/,
    least: 1,
  },
  {
    who: 'a clerk',
    name: 'Hanane Chraïbi',
    starts: ['/secretariat'],
    area: /^\/secretariat/,
    least: 3,
    beside: {
      '/secretariat/nominations/:id': (path) => [
        `${path}/category`,
        `${path.replace('/secretariat/', '/organiser/')}/disqualification`,
      ],
    },
  },
  {
    who: 'the organiser',
    name: 'Rachid El Khattabi',
    starts: ['/organiser'],
    area: /^\/organiser/,
    least: 8,
  },
  { who: 'a juror', name: 'Karim Benjelloun', starts: ['/jury'], area: /^\/(jury|deliberation)/, least: 4 },
  {
    who: 'the chair',
    name: 'رئيسة لجنة',
    starts: ['/jury', '/deliberation'],
    area: /^\/(jury|deliberation)/,
    least: 5,
  },
  { who: 'the publisher', name: 'Leïla Bouazza', starts: ['/release'], area: /^\/release/, least: 2 },
  { who: 'the administrator', name: 'Nabil Sefrioui', starts: ['/admin/people'], area: /^\/admin/, least: 2 },
]
