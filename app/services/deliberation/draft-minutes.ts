import { loadMeeting, type Meeting, meetingAccess } from '#app/adapters/db/meetings.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { countSeries, insertMinutes } from '#app/adapters/db/minutes.ts'
import { isDuplicate, readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import { DOCUMENT_SERIES, documentNumber } from '#app/domain/document/document.ts'
import { type Facts, ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { notify } from '#app/domain/notice/notice.ts'
import { checkUrl } from '#app/services/check-url.ts'
import type { Context } from '#app/services/context.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import type { Pressed, StoredFile } from '#app/services/ports.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import {
  digest,
  partsOf,
  rankingDigest,
  type Replaced,
  replacedBy,
  SOFTWARE_VERSION,
} from './minutes-parts.ts'
import { minutesRecord, type MinutesParts, type Numbered } from './minutes-record.ts'
import { namesOf } from './minutes-names.ts'

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
    // Asked here too: nothing is set, nor said of the record, for whoever may not draw it up.
    const permit = decide(actor, 'minutes.draft', meetingAccess(meeting, actor, null))
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    if ((await categoriesApart(tx, actor, meeting.campaign)).size > 0) return refuse('actor-conflicted')
    const parts = await partsOf(ctx, tx, meeting)
    if (!parts.ok) return parts
    const replaced = await replacedBy(ctx, tx, parts.value)
    if (!replaced.ok) return replaced
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

/** To both who sign; who had signed what falls hears that, and what replaces it. */
function letters(
  { campaign, session }: Meeting,
  number: string,
  { fallen, previous }: Replaced,
): readonly NoticeDraft[] {
  const award = inTwoLanguages('campaign', campaign.regulation.awardName)
  const told = { ...award, session: number, sessionId: session.id }
  const signers = [session.presidingPersonId, session.secretaryPersonId].filter(
    (id) => id !== '' && !fallen.includes(id),
  )
  return [
    ...notify('minutes-to-sign', signers, campaign.id, told),
    ...notify('minutes-replaced', fallen, campaign.id, { ...told, previous }),
  ]
}

/** What these minutes rest on, beside the row, as a query of the database finds it. */
const basisOf = ({
  input: { regulationHash, commitmentRoot, commitmentSize, dissents },
}: MinutesParts): Facts => ({
  ...{ regulationHash, commitmentRoot, commitmentSize },
  ...{ softwareVersion: SOFTWARE_VERSION, dissents: dissents.map(({ id }) => id) },
})

const storeDraft = (ctx: Context, actor: Actor, sessionId: string, { record, pressed, file }: Draft) =>
  actInMeeting<Act<{ readonly minutesId: string; readonly number: string }>>(
    ctx,
    actor,
    'minutes.draft',
    { sessionId },
    async ({ tx, now, meeting }) => {
      const parts = await partsOf(ctx, tx, meeting)
      if (!parts.ok) return parts
      const replaced = await replacedBy(ctx, tx, parts.value)
      if (!replaced.ok) return replaced
      const current = minutesRecord(parts.value, record, rankingDigest(ctx, parts.value))
      if (digest(ctx, current) !== digest(ctx, record)) return refuse('record-changed')
      const minutesId = ctx.ids.rowId()
      const { campaign } = meeting
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
      const hash = digest(ctx, record)
      const kept = { ...file, id: ctx.ids.rowId(), by: actor.personId }
      const minutes = { id: minutesId, sessionId, hash, document, file: kept, at: now }
      await insertMinutes(tx, { ...minutes, content: basisOf(parts.value), named: namesOf(parts.value) })
      const entry = {
        act: 'minutesDrafted' as const,
        subject: { type: 'session', id: sessionId },
        campaignId: campaign.id,
        facts: { number: record.number, documentHash: pressed.sha256 },
      }
      return ok({
        ...{ minutesId, number: record.number, entries: [...replaced.value.entries, entry] },
        notices: letters(meeting, record.number, replaced.value),
      })
    },
  )

/**
 * Composes the minutes of a closed meeting from its record, presses them and keeps the exact PDF for signing. A new
 * draft replaces an older one only when the record changed, and says so to whoever had signed that; after both
 * signatures nothing does.
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
      if (stored.ok) return stored
      await ctx.files.remove(draft.value.file.storageName)
      // A figure or a name came while the press was at work: nothing stands yet, and it is pressed as it is now.
      if (stored.reason !== 'record-changed' || attempt === 3) return stored
    } catch (error) {
      // Nobody knows whether it was committed: the sweep removes a file that no row names.
      if (!isDuplicate(error)) throw error
      await ctx.files.remove(draft.value.file.storageName)
      // Somebody took the number between the pressing and the transaction: press again with the next one.
      if (attempt === 3) throw error
    }
  }
}
