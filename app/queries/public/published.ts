import type { Client } from '#app/adapters/db/client.server.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'

/** One released edition, as its newest snapshot tells it. */
export type PublishedEdition = {
  readonly slug: string
  readonly snapshotId: string
  /** 1 for the release; more after an erratum. */
  readonly number: number
  readonly hash: string
  readonly publishedAt: Instant
  /** Known from the press alone: no file, no score. */
  readonly archived: boolean
  readonly synthetic: boolean
  readonly snapshot: Snapshot
}

type Row = {
  slug: string
  id: string
  number: number
  hash: string
  published_at: Date
  archived: boolean
  synthetic: boolean
  document: Snapshot
}

/**
 * Every edition that is public, newest first. The three conditions are one fence (T08): the campaign stands in a
 * phase after its release, the snapshot exists, and its instant has come.
 */
export async function publishedEditions(db: Client): Promise<readonly PublishedEdition[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (c.year, c.slug)
           c.slug, c.archived, c.synthetic, s.id, s.number, s.hash, s.published_at, s.document
      FROM snapshot s JOIN campaign c ON c.id = s.campaign_id
     WHERE c.phase IN ('published', 'archived') AND s.published_at <= award_now()
     ORDER BY c.year DESC, c.slug DESC, s.number DESC`
  return rows.map((row) => ({
    slug: row.slug,
    snapshotId: row.id,
    number: row.number,
    hash: row.hash,
    publishedAt: instantOf(row.published_at),
    archived: row.archived,
    synthetic: row.synthetic || row.document.synthetic,
    snapshot: row.document,
  }))
}

/** Where a sealed sheet is published: the edition, and whether its list of commitments holds this one. */
export type PublishedCommitment = { readonly slug: string; readonly isListed: boolean }

/** Null while the results of the campaign are not public, and where its files do not exist. The same fence as above. */
export async function publishedCommitment(
  db: Client,
  campaignId: string,
  commitment: string,
): Promise<PublishedCommitment | null> {
  const [row] = await db.$queryRaw<{ slug: string; listed: boolean }[]>`
    SELECT c.slug, position(${`"${commitment}"`} IN f.content) > 0 AS listed
      FROM snapshot s JOIN campaign c ON c.id = s.campaign_id
      JOIN bundle_file f ON f.snapshot_id = s.id AND f.name = 'commitments.json'
     WHERE c.id = ${campaignId}::uuid AND c.phase IN ('published', 'archived') AND s.published_at <= award_now()
     ORDER BY s.number DESC LIMIT 1`
  return row ? { slug: row.slug, isListed: row.listed } : null
}
