import { hashBy } from '#app/domain/audit/bytes.ts'
import packageFacts from '../../../package.json' with { type: 'json' }
import { loadDecisions, loadFinalists } from '#app/adapters/db/awards.ts'
import { loadMeeting, type Meeting } from '#app/adapters/db/meetings.ts'
import { countSeries, insertMinutes, loadMinutes, loadMinutesCase } from '#app/adapters/db/minutes.ts'
import { loadLotDraw } from '#app/adapters/db/lot-draws.ts'
import { loadShortlist } from '#app/adapters/db/shortlists.ts'
import { loadMotions } from '#app/adapters/db/motions.ts'
import { isDuplicate, readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import { DOCUMENT_SERIES, documentNumber } from '#app/domain/document/document.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { notify } from '#app/domain/notice/notice.ts'
import { checkUrl } from '#app/services/check-url.ts'
import type { Context } from '#app/services/context.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import type { Pressed, StoredFile } from '#app/services/ports.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'
import { inTwoLanguages } from './in-two-languages.ts'
import { minutesRecord, type MinutesParts, type Numbered } from './minutes-record.ts'

export const SOFTWARE_VERSION = `imtiyaz ${packageFacts.version}`

const digest = (ctx: Pick<Context, 'crypto'>, value: unknown): string => {
  const text = canonicalJson(value as JsonValue)
  if (!text.ok) throw new Error('minutes without a canonical form')
  return ctx.crypto.sha256(text.value)
}

/** Everything the minutes say, or what still prevents them. */
async function partsOf(
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
  const named = [
    ...meeting.session.items.flatMap((item) => item.nominationIds),
    ...decisions.flatMap((one) => one.winners),
    ...shortlist.map(({ nominationId }) => nominationId),
  ]
  const motions = await loadMotions(tx, meeting.row.id)
  const draw = await loadLotDraw(tx, meeting.campaign.id)
  const nominations = await loadFinalists(tx, named)
  return ok({ meeting, input, motions, decisions, draw, shortlist, nominations })
}

/** SHA-256 of the official rankings, category by category: what the signatories attest. */
const rankingDigest = (ctx: Pick<Context, 'crypto'>, { meeting }: MinutesParts): string =>
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

async function numbering(ctx: Context, tx: Tx, year: number): Promise<Numbered> {
  const code = checkCode(ctx.crypto.randomBytes(CHECK_CODE_BYTES))
  const taken = await countSeries(tx, DOCUMENT_SERIES.minutes, year)
  const number = documentNumber('minutes', year, taken + 1)
  if (!code.ok || !number.ok) throw new Error('minutes cannot be numbered')
  return { number: number.value, checkCode: code.value, checkUrl: checkUrl(ctx, code.value) }
}

type Draft = { readonly record: MinutesRecord; readonly pressed: Pressed; readonly file: StoredFile }
/** Set and kept before the transaction: what is signed is this exact file. */
async function pressDraft(ctx: Context, actor: Actor, sessionId: string): Promise<Result<Draft>> {
  const record = await readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<MinutesRecord>> => {
    const meeting = await loadMeeting(tx, sessionId, 'read')
    if (!meeting) return refuse('not-found')
    const parts = await partsOf(ctx, tx, meeting)
    if (!parts.ok) return parts
    const numbered = await numbering(ctx, tx, meeting.campaign.year)
    return ok(minutesRecord(parts.value, numbered, rankingDigest(ctx, parts.value)))
  })
  if (!record.ok) return record
  const pressed = await ctx.press.press('minutes', record.value)
  const source = (async function* () {
    yield pressed.bytes
  })()
  const file = await ctx.files.put(source, { limit: pressed.bytes.length, claimedName: 'minutes.pdf' })
  return file.ok ? ok({ record: record.value, pressed, file: file.value }) : file
}

const storeDraft = (ctx: Context, actor: Actor, sessionId: string, { record, pressed, file }: Draft) =>
  actInMeeting<Act<{ readonly minutesId: string; readonly number: string }>>(
    ctx,
    actor,
    'minutes.draft',
    { sessionId },
    async ({ tx, now, meeting }) => {
      const parts = await partsOf(ctx, tx, meeting)
      if (!parts.ok) return parts
      const standing = await loadMinutes(tx, sessionId)
      if (standing?.state === 'signed') return refuse('minutes-signed')
      const current = minutesRecord(parts.value, record, rankingDigest(ctx, parts.value))
      if (digest(ctx, current) !== digest(ctx, record)) return refuse('record-changed')
      const minutesId = ctx.ids.rowId()
      const { campaign, session } = meeting
      const document = {
        ...{
          id: ctx.ids.rowId(),
          kind: 'minutes',
          number: record.number,
          checkCode: record.checkCode,
          record,
        },
        ...{
          campaignId: campaign.id,
          subjectId: sessionId,
          sha256: pressed.sha256,
          isPublic: false,
          createdAt: now,
        },
      }
      const content = {
        regulationHash: parts.value.input.regulationHash,
        commitmentRoot: parts.value.input.commitmentRoot,
        commitmentSize: parts.value.input.commitmentSize,
        softwareVersion: SOFTWARE_VERSION,
      }
      const hash = digest(ctx, record)
      const kept = { ...file, id: ctx.ids.rowId(), by: actor.personId }
      await insertMinutes(tx, { id: minutesId, sessionId, content, hash, document, file: kept, at: now })
      const entry = {
        act: 'minutesDrafted' as const,
        subject: { type: 'session', id: sessionId },
        campaignId: campaign.id,
        facts: { number: record.number, documentHash: pressed.sha256 },
      }
      const told = {
        ...inTwoLanguages('campaign', campaign.regulation.awardName),
        session: record.number,
        sessionId,
      }
      const signers = [session.presidingPersonId, session.secretaryPersonId].filter((id) => id !== '')
      return ok({
        ...{ minutesId, number: record.number, entries: [entry] },
        notices: notify('minutes-to-sign', signers, campaign.id, told),
      })
    },
  )

/**
 * Composes the minutes of a closed meeting from its record, presses them and keeps the exact PDF for signing. A new
 * draft replaces an unsigned one; after the signatures nothing does.
 */
export async function draftMinutes(
  ctx: Context,
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<Act<{ readonly minutesId: string; readonly number: string }>>> {
  const allowed = await actInMeeting(ctx, actor, 'minutes.draft', { sessionId }, () =>
    Promise.resolve(ok({ entries: [], notices: [] })),
  )
  if (!allowed.ok) return allowed
  for (let attempt = 1; ; attempt += 1) {
    const draft = await pressDraft(ctx, actor, sessionId)
    if (!draft.ok) return draft
    try {
      const stored = await storeDraft(ctx, actor, sessionId, draft.value)
      if (!stored.ok) await ctx.files.remove(draft.value.file.storageName)
      return stored
    } catch (error) {
      await ctx.files.remove(draft.value.file.storageName)
      // Somebody took the number between the pressing and the transaction: press again with the next one.
      if (!isDuplicate(error) || attempt === 3) throw error
    }
  }
}
