import type { Blocker } from '#app/domain/campaign/blocker.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { paths } from '#app/http/paths.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { ruleKey } from '../public/rule-value.tsx'

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

/** Which page names the fields of a rule, by the place where the rule is mended. */
const FIELDS_OF: Readonly<Partial<Record<Blocker['target']['screen'], string>>> = {
  participation: 'participation',
  'screening-rules': 'procedure',
  'deliberation-rules': 'procedure',
  'jury-rules': 'jury',
  'scoring-rules': 'scoring',
  'publication-rules': 'complaintRule',
}
const EVIDENCE: Readonly<Record<string, string>> = {
  'evidence.files': 'evidenceFiles',
  'evidence.bytesEach': 'evidenceMegabytes',
  'evidence.videoSeconds': 'videoSeconds',
}

/** What people call a rule or a field that a fact gives as its path. */
export function pathKey(fact: string, path: string, { screen }: Blocker['target']): string | null {
  if (fact === 'rule') return ruleKey(path)
  return fact === 'field' ? `campaign.${FIELDS_OF[screen]}.${EVIDENCE[path] ?? path}` : null
}

/** The sentence of a blocker in the reader's language: names instead of codes wherever there are some. */
export function useBlockerText(): (blocker: Blocker) => string {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const shown = (fact: string, value: Facts[string], { names, target }: Blocker): Facts[string] => {
    const name = names?.[fact]
    if (name !== undefined) return shownIn(name, locale)?.text ?? value
    const key = pathKey(fact, String(value), target)
    return key !== null && t.has(key) ? t(key) : value
  }
  return (blocker) => {
    const { code, facts } = blocker
    const values: Record<string, Facts[string]> = { number: facts['count'] ?? 0 }
    for (const [name, value] of Object.entries(facts)) {
      if (name === 'count') continue
      if (typeof value === 'number' && INSTANTS.includes(name)) values[name] = format.dateTime(value)
      else if (name === 'sum' && value !== '?') values[name] = format.decimal(String(value))
      else values[name] = shown(name, value, blocker)
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
