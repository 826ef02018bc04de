import type { Client } from '#app/adapters/db/client.server.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { BilingualText, Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

export type VersionLine = {
  readonly number: number
  readonly hash: string
  readonly frozenAt: Instant
  readonly notice: BilingualText | null
}
/** A campaign whose rules are public: opened at least once. */
export type PublicCampaign = {
  readonly slug: string
  readonly year: number
  readonly phase: Phase
  readonly synthetic: boolean
  readonly awardName: Localized
  readonly organiser: Localized
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly regulation: Regulation
  readonly version: VersionLine
  readonly versions: readonly VersionLine[]
  readonly now: Instant
}
type Asked = { readonly slug?: string | undefined; readonly version?: number | undefined }

const SELECT = {
  slug: true,
  year: true,
  phase: true,
  synthetic: true,
  awardName: true,
  organiser: true,
  opensAt: true,
  closesAt: true,
  regulations: {
    where: { state: 'frozen' },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true, frozenAt: true, notice: true, document: true },
  },
} as const

/**
 * The campaign of that address, or the one opened last. A campaign in preparation is nobody's business yet, and one
 * without frozen rules (the archive) has none to show: both are not found.
 */
export async function publicCampaign(
  db: Client,
  asked: Asked = {},
): Promise<Result<PublicCampaign, 'not-found'>> {
  const row = await db.campaign.findFirst({
    where: {
      phase: { not: 'preparation' },
      archived: false,
      regulations: { some: { state: 'frozen' } },
      ...(asked.slug === undefined ? {} : { slug: asked.slug }),
    },
    orderBy: [{ year: 'desc' }, { opensAt: 'desc' }],
    select: SELECT,
  })
  if (!row) return refuse('not-found')
  const chosen =
    asked.version === undefined
      ? row.regulations[0]
      : row.regulations.find(({ number }) => number === asked.version)
  if (!chosen) return refuse('not-found')
  const versions = row.regulations.map(({ number, hash, frozenAt, notice }) => ({
    number,
    hash: hash ?? '',
    frozenAt: instantOf(frozenAt ?? new Date(0)),
    notice: notice as BilingualText | null,
  }))
  const regulation = chosen.document as unknown as Regulation
  const version = versions.find(({ number }) => number === chosen.number)
  if (!version) return refuse('not-found')
  return ok({
    slug: row.slug,
    year: row.year,
    phase: row.phase as Phase,
    synthetic: row.synthetic,
    awardName: row.awardName as Localized,
    organiser: row.organiser as Localized,
    opensAt: row.opensAt ? instantOf(row.opensAt) : regulation.calendar.nominationsOpen,
    closesAt: row.closesAt ? instantOf(row.closesAt) : regulation.calendar.nominationsClose,
    regulation,
    version,
    versions,
    now: await awardNow(db),
  })
}
