import type { ReactNode } from 'react'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { paths } from '#app/http/paths.ts'
import type { BoundFormat } from '#app/i18n/bound-format.ts'
import type { Translator } from '#app/i18n/instance.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { targetDays } from '#app/domain/complaint/complaint.ts'
import { namedSource } from '#app/domain/scoring/lot-draw.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import { roundPercents } from '#app/domain/scoring/two-rounds.ts'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import { Written } from '../primitives/written.tsx'

/** Where the rule is a whole part of the site, the value is the way to it. */
const PAGES: Readonly<Record<string, (locale: Translator['locale'], slug: string) => string>> = {
  calendar: paths.calendar,
  holidays: paths.calendar,
  categories: paths.categories,
  'categories.slots': paths.categories,
  'categories.rubric': paths.categories,
  'jury.seats': paths.juryRules,
}

const at = (regulation: Regulation, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], regulation)

const WORDED = new Set(['deliberation.vote', 'deliberation.majority', 'publication.level'])
const INSTANTS = new Set(['calendar.nominationsClose', 'calendar.release'])
const TEXTS = new Set(['awardName', 'organiser', 'purposes'])

function evidence({ participation }: Regulation, t: Translator, format: BoundFormat): string {
  const { files, bytesEach, videoSeconds } = participation.evidence
  return t('public.rule.evidence', {
    files,
    size: format.fileSize(bytesEach),
    minutes: Math.round(videoSeconds / 60),
  })
}

/** How sheets become one score, with what the extremes need to be left out. */
function aggregate({ scoring }: Regulation, t: Translator): string {
  const name = t(`public.rule.value.${scoring.aggregate}`)
  return scoring.aggregate === 'trimmed'
    ? t('public.rule.trimmedFrom', { name, least: scoring.trimMinimumSheets })
    : name
}

/** One round, or two with how many advance and what the first weighs in the final score. */
function rounds(regulation: Regulation, t: Translator, format: BoundFormat): string {
  const places = secondRoundPlaces(regulation)
  if (places === null) return t('public.rule.oneRound')
  const percents = roundPercents(regulation)
  if (percents === null) return t('public.rule.twoRounds', { places })
  const [first, second] = [format.decimal(percents.first), format.decimal(percents.second)]
  return t('public.rule.roundsCarried', { places, first, second })
}

/** A share written `2/3` reads as words of the language. */
const share = (value: string, t: Translator): string => {
  const [part = '', of = ''] = value.split('/')
  return t('public.rule.share', { part, of })
}

function plain(value: unknown, path: string, t: Translator, format: BoundFormat): string | null {
  if (WORDED.has(path)) return t(`public.rule.value.${String(value)}`)
  if (typeof value === 'boolean') return t(value ? 'public.rule.yes' : 'public.rule.no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value === 'string' && /^\d+\/\d+$/.test(value)) return share(value, t)
  if (Array.isArray(value)) return format.number(value.length)
  return typeof value === 'string' ? value : null
}

/** Whether equals are told apart by lot, and by which public draw. */
function Lot({ scoring }: Pick<Regulation, 'scoring'>) {
  const t = useT()
  const source = namedSource(scoring)
  return source === null ? (
    <>{t('public.rule.noLot')}</>
  ) : (
    <Phrase k="public.rule.lot" parts={{ source: <Written as="bdi">{source}</Written> }} />
  )
}

/** One rule of the document as the software applies it: its name and its value. Unknown paths show nothing. */
export function RuleValue({
  regulation,
  path,
  slug,
}: {
  regulation: Regulation
  path: string
  slug: string
}): ReactNode {
  const t = useT()
  const format = useFormat()
  const page = PAGES[path]
  if (page) {
    return (
      <Link className="link" href={page(t.locale, slug)}>
        {t('public.rule.open')}
        <span className="vh"> {t(ruleKey(path))}</span>
      </Link>
    )
  }
  if (path === 'scoring.aggregate') return <bdi>{aggregate(regulation, t)}</bdi>
  if (path === 'scoring.lotNamed') return <Lot scoring={regulation.scoring} />
  if (path === 'scoring.secondRound') return <bdi>{rounds(regulation, t, format)}</bdi>
  if (path === 'participation.evidence') return <bdi>{evidence(regulation, t, format)}</bdi>
  if (path === 'publication.complaintTargetDays')
    return <bdi>{format.number(targetDays(regulation.publication))}</bdi>
  const value = at(regulation, path)
  if (INSTANTS.has(path)) return <Time at={Number(value)} zone />
  if (TEXTS.has(path)) return <LocalizedText text={value as Regulation['awardName']} />
  const words = plain(value, path, t, format)
  return words === null ? null : <bdi>{words}</bdi>
}

export const ruleKey = (path: string): string => `public.rule.name.${path.replaceAll('.', '_')}`
