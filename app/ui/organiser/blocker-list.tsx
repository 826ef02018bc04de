import type { Blocker } from '#app/domain/campaign/blocker.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'

/** Facts that are instants, by name: they are shown as legal dates. */
const INSTANTS = ['closesAt', 'evaluationOpens', 'evaluationCloses', 'releaseAt', 'until']

/** Where a blocker is mended; null where the place is another person's screen. */
export function blockerHref(locale: Locale, campaignId: string, { code, target }: Blocker): string | null {
  const { screen, id } = target
  if (code === 'regulation-unsigned') return `${paths.campaignSetup(locale, campaignId)}#adopt`
  switch (screen) {
    case 'names':
      return paths.campaignNames(locale, campaignId)
    case 'calendar':
      return paths.campaignCalendar(locale, campaignId)
    case 'regulation':
      return paths.campaignRegulation(locale, campaignId)
    case 'article':
      return paths.campaignArticle(locale, campaignId, id ?? '1')
    case 'category':
      return id === undefined
        ? paths.campaignSetup(locale, campaignId)
        : paths.campaignCategory(locale, campaignId, id)
    case 'rubric':
      return paths.campaignRubric(locale, campaignId, id ?? '')
    case 'slots':
      return paths.campaignSlots(locale, campaignId, id ?? '')
    case 'participation':
      return paths.campaignParticipation(locale, campaignId)
    case 'jury-rules':
    case 'seats':
      return paths.campaignJuryRule(locale, campaignId)
    case 'screening-queue':
    case 'nomination':
    case 'completion':
      return paths.organiserNominations(locale, campaignId)
    case 'appeal':
      return paths.screeningAppeal(locale, id ?? '')
    case 'scoring-rules':
      return paths.campaignScoringRule(locale, campaignId)
    case 'publication-rules':
      return paths.campaignComplaintRule(locale, campaignId)
    case 'screening-rules':
    case 'deliberation-rules':
      return paths.campaignProcedureRule(locale, campaignId)
    case 'holidays':
      return paths.campaignHolidays(locale, campaignId)
    case 'assignment':
      return id === undefined
        ? paths.juryAssignment(locale, campaignId)
        : paths.juryAssignmentFile(locale, campaignId, id)
    case 'scoring-progress':
      return `${paths.tower(locale, campaignId)}#progress`
    case 'presentations':
    case 'session':
    case 'minutes':
    case 'ranking':
    case 'release':
      return null
    case 'office':
      return paths.office(locale, campaignId)
    case 'complaints':
      return paths.complaintDesk(locale, campaignId)
  }
}

/** The sentence of a blocker in the reader's language. */
export function useBlockerText(): (blocker: Blocker) => string {
  const t = useT()
  const format = useFormat()
  return ({ code, facts }) => {
    const values: Record<string, Facts[string]> = { number: facts['count'] ?? 0 }
    for (const [name, value] of Object.entries(facts)) {
      if (name === 'count') continue
      if (typeof value === 'number' && INSTANTS.includes(name)) values[name] = format.dateTime(value)
      else values[name] = name === 'sum' && value !== '?' ? format.decimal(String(value)) : value
    }
    return t(`campaign.blocker.${code}`, values)
  }
}

/** Everything that blocks, each a link to where it is mended. */
export function BlockerList({ campaignId, blockers }: { campaignId: string; blockers: readonly Blocker[] }) {
  const locale = useLocale()
  const say = useBlockerText()
  return (
    <ul className="tasks">
      {blockers.map((blocker, index) => {
        const href = blockerHref(locale, campaignId, blocker)
        return (
          <li key={index}>
            <Icon name="alert" className="st-error" />
            <div>{href === null ? say(blocker) : <Link href={href}>{say(blocker)}</Link>}</div>
          </li>
        )
      })}
    </ul>
  )
}
