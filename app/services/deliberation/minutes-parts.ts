import packageFacts from '../../../package.json' with { type: 'json' }
import { loadAdviceHistory } from '#app/adapters/db/advice.ts'
import { loadDecisions, loadFinalists } from '#app/adapters/db/awards.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { loadDocument } from '#app/adapters/db/documents.ts'
import { loadLotDraw } from '#app/adapters/db/lot-draws.ts'
import type { Meeting } from '#app/adapters/db/meetings.ts'
import { loadMinutes, loadMinutesCase } from '#app/adapters/db/minutes.ts'
import { loadMotions } from '#app/adapters/db/motions.ts'
import { loadShortlist } from '#app/adapters/db/shortlists.ts'
import { hashBy } from '#app/domain/audit/bytes.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { type Replacement, replaceMinutes } from '#app/domain/deliberation/replace-minutes.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { underNamesOf } from './minutes-names.ts'
import { minutesRecord, type MinutesParts } from './minutes-record.ts'

export const SOFTWARE_VERSION = `imtiyaz ${packageFacts.version}`

/** SHA-256 of the canonical form. */
export const digest = (ctx: Pick<Context, 'crypto'>, value: unknown): string => {
  const text = canonicalJson(value as JsonValue)
  if (!text.ok) throw new Error('minutes without a canonical form')
  return ctx.crypto.sha256(text.value)
}

/** Everything the minutes say, or what still prevents them. */
export async function partsOf(
  ctx: Pick<Context, 'crypto'>,
  tx: Tx,
  meeting: Meeting,
): Promise<Result<MinutesParts>> {
  const found = await loadMinutesCase(tx, meeting, SOFTWARE_VERSION, hashBy(ctx.crypto.sha256))
  if (!found.ok) return found
  const { input, blockers } = found.value
  if (blockers.length > 0) return refuse('gate-closed', { blockers: blockers.map(({ code }) => code) })
  const decisions = await loadDecisions(tx, meeting.campaign.id)
  const shortlist = await loadShortlist(tx, meeting.campaign.id)
  const motions = await loadMotions(tx, meeting.row.id)
  const named = [
    // Also whom the plenary disqualified: the point no longer names it, its vote does.
    ...motions.flatMap(({ kind, question }) => (kind === 'flag' ? question.candidates : [])),
    ...meeting.session.items.flatMap((item) => item.nominationIds),
    ...decisions.flatMap((one) => one.winners),
    ...shortlist.map(({ nominationId }) => nominationId),
  ]
  const draw = await loadLotDraw(tx, meeting.campaign.id)
  const nominations = await loadFinalists(tx, named)
  const advice = await loadAdviceHistory(tx, meeting.campaign.id)
  return ok({ meeting, input, motions, decisions, draw, advice, shortlist, nominations })
}

/** SHA-256 of the official rankings, category by category: what the signatories attest. */
export const rankingDigest = (ctx: Pick<Context, 'crypto'>, { meeting }: MinutesParts): string =>
  digest(
    ctx,
    [...meeting.rankings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, ranking]) => ({
        category,
        ranking: ranking.map(({ nominationId, rank, score }) => ({
          nominationId,
          rank,
          score: score && toText(score),
        })),
      })),
  )

/** `previous` is the number of the minutes replaced, empty when there are none. */
export type Replaced = Replacement & { readonly previous: string }

/**
 * What a new draft takes the place of. The standing minutes, composed again under their own number, show whether the
 * record changed since: before the first signature a corrected name changes it, after it no name does.
 */
export async function replacedBy(
  ctx: Pick<Context, 'crypto'>,
  tx: Tx,
  parts: MinutesParts,
): Promise<Result<Replaced>> {
  const { row, session } = parts.meeting
  const standing = await loadMinutes(tx, row.id)
  const document = standing && (await loadDocument(tx, standing.documentId))
  if (!standing || !document) return ok({ entries: [], fallen: [], previous: '' })
  const record = document.record as MinutesRecord
  const { number, checkCode, checkUrl } = record
  const named = standing.signatures.length === 0 ? parts : underNamesOf(parts, record, standing.named)
  // Another version of the program that composes it is no other record of the meeting.
  const softwareVersion = record.basis?.software ?? parts.input.softwareVersion
  const now = { ...named, input: { ...named.input, softwareVersion } }
  const again = minutesRecord(now, { number, checkCode, checkUrl }, rankingDigest(ctx, parts))
  const replaced = replaceMinutes({ ...standing, unchanged: digest(ctx, again) === standing.hash }, session)
  return replaced.ok ? ok({ ...replaced.value, previous: number }) : replaced
}
