import type { ServerBuild } from '@remix-run/node'
import type { World } from './world.ts'

export const KINDS = ['own', 'foreign', 'absent', 'malformed'] as const
export type Kind = (typeof KINDS)[number]
type Params = Readonly<Record<string, string>>

/** The pattern of every route of a build that answers by itself: it has a loader, an action or a page. */
export function patternsOf(build: ServerBuild): Readonly<Record<string, string>> {
  const patterns: Record<string, string> = {}
  for (const [id, route] of Object.entries(build.routes)) {
    if (route === undefined || id === 'root') continue
    const parts: string[] = []
    for (
      let at: typeof route | undefined = route;
      at !== undefined;
      at = at.parentId ? build.routes[at.parentId] : undefined
    )
      if (at.path) parts.unshift(at.path)
    patterns[id] = `/${parts.join('/')}`
  }
  return patterns
}

const ABSENT = '00000000-0000-4000-8000-00000000dead'
const MALFORMED = "1'%20or%20'1"

/** What stands for each name of a pattern, by whose it is. */
function paramsFor(world: World, area: string, kind: 'own' | 'foreign'): Params {
  const { campaigns, complaints, nominations, sheets, seats, evidence, people, meetings } = world
  const mine = kind === 'own'
  const inMeeting = area === 'deliberation' || area === 'release'
  const applicant = area === 'applicant' || area === 'resources'
  return {
    campaignId: mine ? (inMeeting ? campaigns.meeting : campaigns.judged) : campaigns.elsewhere,
    ...(mine ? meetings.mine : meetings.theirs),
    nominationId: applicant
      ? mine
        ? nominations.draft
        : nominations.foreignDraft
      : mine
        ? nominations.file
        : nominations.farFile,
    complaintId: mine ? complaints.own : complaints.far,
    sheetId: mine ? sheets.own : sheets.second,
    seatId: mine ? seats.juror : seats.far,
    evidenceId: mine ? evidence.own.id : evidence.foreign.id,
    id:
      area === 'admin'
        ? mine
          ? people.editor
          : ABSENT
        : mine
          ? nominations.draft
          : nominations.foreignDraft,
    section: world.section,
    code: world.category,
    criterion: world.criterion,
    number: '1',
    slug: world.slug,
    name: 'manifest.json',
  }
}

/** Names that are not ids: they keep a valid value, so that only the id is at stake. */
const PLAIN = new Set(['section', 'code', 'criterion', 'number', 'locale', 'slug', 'name'])

/** Where a name means something else than in the rest of its area. */
const SPECIAL: Readonly<Record<string, (world: World, mine: boolean) => Params>> = {
  'routes/resources/file': ({ evidence }, mine) => ({
    id: mine ? evidence.own.fileId : evidence.foreign.fileId,
  }),
  'routes/resources/document': ({ documents }, mine) => ({ id: mine ? documents.own : documents.foreign }),
  'routes/account/older-documents': ({ documents }, mine) => ({
    documentId: mine ? documents.own : documents.foreign,
  }),
  'routes/applicant/receipt': ({ nominations }, mine) => ({
    nominationId: mine ? nominations.file : nominations.farFile,
  }),
  'routes/applicant/appeal': ({ nominations }, mine) => ({
    nominationId: mine ? nominations.refused : nominations.farFile,
  }),
  'routes/secretariat/appeal': ({ nominations }, mine) => ({
    nominationId: mine ? nominations.refused : nominations.farFile,
  }),
  // A nomination that won nothing is nobody's page.
  'routes/public/laureate': ({ laureate, nominations }, mine) => ({ id: mine ? laureate : nominations.file }),
  'routes/admin/office': ({ campaigns }, mine) => ({ id: mine ? campaigns.judged : campaigns.elsewhere }),
  'routes/organiser/opening': ({ campaigns }, mine) => ({
    campaignId: mine ? campaigns.prepared : campaigns.elsewhere,
  }),
  'routes/organiser/extension': ({ campaigns }, mine) => ({
    campaignId: mine ? campaigns.open : campaigns.elsewhere,
  }),
}

/** What a proof is asked about. */
const QUERY: Readonly<Record<string, string>> = { 'log-inclusion': '?index=0', 'log-consistency': '?from=1' }

/** One address of a route for a kind of id; null when the pattern holds no id and the kind would change nothing. */
export function addressOf(pattern: string, id: string, kind: Kind, world: World): string | null {
  const area = id.split('/')[1] ?? ''
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  if (kind !== 'own' && names.every((name) => PLAIN.has(name))) return null
  const mine = kind !== 'foreign'
  const known = { ...paramsFor(world, area, mine ? 'own' : 'foreign'), ...SPECIAL[id]?.(world, mine) }
  const path = pattern.replace(/:(\w+)\??|\*/g, (_all, name: string | undefined) => {
    if (name === undefined) return 'no-such-page'
    if (name === 'locale') return 'fr'
    if (kind === 'absent' && !PLAIN.has(name)) return ABSENT
    if (kind === 'malformed' && !PLAIN.has(name)) return MALFORMED
    return known[name as keyof typeof known] ?? ABSENT
  })
  return path + (QUERY[id] ?? '')
}
