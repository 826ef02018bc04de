import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { foldTitle } from '#app/domain/nomination/fold.ts'
import { paths } from '#app/http/paths.ts'
import type { Translator } from '#app/i18n/instance.ts'
import type { Locale } from '#app/i18n/locales.ts'

/** What the server found; see queries/account/find.ts. */
export type Found = {
  readonly asked: string
  readonly roles: readonly string[]
  readonly campaigns: readonly {
    readonly id: string
    readonly year: number
    readonly name: Localized
    readonly pages: readonly string[]
  }[]
  readonly nominations: readonly {
    readonly id: string
    readonly campaignId: string
    readonly reference: string
    readonly title: Localized
    readonly administration: Localized
    readonly screened: boolean
  }[]
  readonly bodies: readonly { readonly id: string; readonly campaignId: string; readonly name: Localized }[]
}
export type Place = {
  readonly href: string
  readonly label: string
  /** What tells it from its like: edition, reference, administration. */
  readonly notes: readonly string[]
}
export type Places = Readonly<Record<'pages' | 'nominations' | 'bodies', readonly Place[]>>

type InCampaign = (locale: Locale, campaignId: string) => string
const OF_CAMPAIGN: Readonly<Record<string, readonly [key: string, href: InCampaign][]>> = {
  tower: [
    ['campaign.nav.tower', (locale, id) => paths.tower(locale, id)],
    ['campaign.nav.nominations', (locale, id) => paths.organiserNominations(locale, id)],
  ],
  setup: [['campaign.nav.setup', paths.campaignSetup]],
  letters: [['campaign.nav.letters', (locale, id) => paths.campaignLetters(locale, id)]],
  queue: [['work.nav.screeningQueue', (locale, id) => paths.screeningQueue(locale, id)]],
  complaints: [['work.nav.complaints', (locale, id) => paths.complaintDesk(locale, id)]],
  seats: [['work.nav.jury', paths.jurySeats]],
  assignment: [['work.nav.assignment', (locale, id) => paths.juryAssignment(locale, id)]],
  recusals: [['work.nav.recusals', paths.juryRecusals]],
  progress: [['work.nav.progress', (locale, id) => paths.juryProgress(locale, id)]],
  release: [['work.nav.release', paths.release]],
  office: [['account.home.office', paths.office]],
}

type Plain = (locale: Locale) => string
const OF_ROLE: Readonly<Record<string, readonly [key: string, href: Plain][]>> = {
  organiser: [
    ['campaign.nav.campaigns', paths.organiserHome],
    ['campaign.nav.registrations', paths.registrations],
  ],
  secretariat: [['work.role.secretariat', paths.secretariatHome]],
  administrator: [['account.nav.people', (locale) => paths.people(locale)]],
}
const OF_ALL: readonly [key: string, href: Plain][] = [
  ['account.nav.home', paths.account],
  ['account.nav.notices', (locale) => paths.notices(locale)],
  ['account.nav.profile', paths.profile],
  ['account.nav.security', paths.security],
]

const holds = (words: string, text: string): boolean => {
  const folded = foldTitle(text)
  return foldTitle(words)
    .split(' ')
    .every((word) => folded.includes(word))
}
const MOST_PAGES = 8

/** The places that the words mean, as a page lists them; without words, the pages alone. */
export function placesOf(t: Translator, found: Found, words: string): Places {
  const { locale } = t
  const named = (text: Localized): string => shownIn(text, locale)?.text ?? ''
  const pages: Place[] = [
    ...found.campaigns.flatMap(({ id, year, name, pages: open }) =>
      open.flatMap((page) =>
        (OF_CAMPAIGN[page] ?? []).map(([key, href]) => ({
          href: href(locale, id),
          label: t(key),
          notes: [named(name), String(year)],
        })),
      ),
    ),
    ...[...found.roles.flatMap((role) => OF_ROLE[role] ?? []), ...OF_ALL].map(([key, href]) => ({
      href: href(locale),
      label: t(key),
      notes: [],
    })),
  ]
  return {
    pages: pages.filter(({ label, notes }) => holds(words, [label, ...notes].join(' '))).slice(0, MOST_PAGES),
    nominations: found.nominations.map(({ id, campaignId, reference, title, administration, screened }) => ({
      href: screened
        ? paths.screeningFile(locale, id)
        : paths.organiserNominations(locale, campaignId, { q: reference }),
      label: named(title) || t('nomination.untitled'),
      notes: [reference, named(administration)],
    })),
    bodies: found.bodies.map(({ campaignId, name }) => ({
      href: paths.organiserNominations(locale, campaignId, { q: named(name) }),
      label: named(name),
      notes: found.campaigns.flatMap(({ id, year }) => (id === campaignId ? [String(year)] : [])),
    })),
  }
}
export const GROUPS = ['pages', 'nominations', 'bodies'] as const
