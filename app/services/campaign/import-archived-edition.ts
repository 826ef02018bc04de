import { insertArchived, isTaken } from '#app/adapters/db/archive.ts'
import { storeSetting } from '#app/adapters/db/settings.ts'
import { isSystem, SYSTEM_ACTOR, type Actor } from '#app/domain/access/actor.ts'
import {
  archiveEdition,
  type IdOf,
  type RecordedEdition,
  yearsWithoutRecord,
} from '#app/domain/campaign/archived-edition.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { hashWith } from './rules-of.ts'

export type ImportReason = 'record-empty' | 'record-without-source' | 'already-imported' | 'wrong-role'

/** A UUID in the form of RFC 9562 version 8, from a name: the same import gives the same addresses. */
const idFrom =
  (ctx: Context): IdOf =>
  (name) => {
    const hex = ctx.crypto.sha256(`imtiyaz.archive/${name}`)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

/** One recorded edition becomes an archived campaign with its snapshot, sources and gaps. Only the platform imports. */
export const importArchivedEdition = (
  ctx: Context,
  actor: Actor,
  edition: RecordedEdition,
): Promise<Result<Act<{ readonly campaignId: string }>, ImportReason>> =>
  run(ctx, actor, { db: 'office', role: 'system' }, async ({ tx, now }) => {
    if (!isSystem(actor)) return refuse('wrong-role')
    const archived = archiveEdition(edition, idFrom(ctx))
    if (!archived.ok) return archived
    const { slug, snapshot, entry } = archived.value
    if (await isTaken(tx, snapshot.campaign.id, slug))
      return refuse('already-imported', { year: edition.year })
    await insertArchived(tx, ctx.ids, { slug, snapshot, hash: hashWith(ctx)(snapshot), now })
    return ok({ campaignId: snapshot.campaign.id, entries: [entry], notices: [] })
  })

/** The years of which no record was found are kept as gaps, for the public roll to show (setting `archive.gaps`). */
export const recordArchiveGaps = (ctx: Context, years: readonly number[]) =>
  run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async ({ tx }) => {
    const gaps = yearsWithoutRecord(years)
    await storeSetting(tx, 'archive.gaps', [...gaps])
    const entry = {
      act: 'archiveGapsRecorded' as const,
      subject: { type: 'setting', id: 'archive.gaps' },
      campaignId: null,
      facts: { years: gaps.map(String) },
    }
    return ok({ gaps, entries: [entry], notices: [] })
  })
