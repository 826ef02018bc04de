import { hashBy } from '#app/domain/audit/bytes.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { loadMeeting, meetingAccess } from '#app/adapters/db/meetings.ts'
import { loadMinutes, loadMinutesCase } from '#app/adapters/db/minutes.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { sameDissents } from '#app/domain/deliberation/dissent.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import { loadDocument } from '#app/adapters/db/documents.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { namedBlockers, ownRoom } from './minutes-blockers.ts'

/** The record with the signatures as they stand now: that of the document is from before the first. */
const signedNow = (
  record: MinutesRecord,
  signers: readonly { readonly name: string; readonly at: Instant | null }[],
): MinutesRecord => ({
  ...record,
  signatures: record.signatures.map((line) => ({
    ...line,
    signedAt: signers.find(({ name }) => name === line.name)?.at ?? null,
  })),
})

/**
 * The minutes of one meeting: what prevents them, what they decide, who has signed, and whether it is one's turn. The
 * exact document holds official scores and opens only to those who may read these. Whoever of the office acts for a body
 * that competes reads neither before the release, nor draws them up.
 */
export const minutesPage = (ctx: Context, actor: Actor, sessionId: string) =>
  readAs(ctx.db.office, actor.personId, async (tx) => {
    const meeting = await loadMeeting(tx, sessionId, 'read')
    if (!meeting) return refuse('not-found')
    const access = meetingAccess(meeting, actor, null)
    if (!decide(actor, 'minutes.read', access).ok) return refuse('not-found')
    const minutes = await loadMinutes(tx, sessionId)
    const found = await loadMinutesCase(tx, meeting, '', hashBy(ctx.crypto.sha256))
    if (!found.ok) return found
    const { session, seats, row, campaign } = meeting
    const document = minutes && (await loadDocument(tx, minutes.documentId))
    const signers = [
      { as: 'president' as const, personId: session.presidingPersonId },
      { as: 'secretary' as const, personId: session.secretaryPersonId },
    ].map(({ as, personId }) => ({
      ...{ as, personId, name: seats.find((seat) => seat.personId === personId)?.name ?? '' },
      at: minutes?.signatures.find((one) => one.as === as)?.at ?? null,
    }))
    const isApart = (await categoriesApart(tx, actor, campaign)).size > 0
    const hasScores = !isApart && decide(actor, 'minutes.read-scores', access).ok
    const next = signers.find(({ at }) => at === null)
    return ok({
      ...{ sessionId, campaignId: campaign.id, state: row.state, synthetic: campaign.synthetic },
      blockers: isApart ? [] : namedBlockers(meeting, found.value.blockers),
      enters: ownRoom(meeting, actor),
      mayDraft: decide(actor, 'minutes.draft', access).ok && minutes?.state !== 'signed' && !isApart,
      isApart,
      document: minutes && {
        ...{
          id: minutes.documentId,
          number: minutes.number,
          sha256: minutes.pdfSha256,
          state: minutes.state,
        },
        mayOpen: hasScores,
        // The same facts as on paper; no ranking, no figure and no digest of them to whoever may not read the scores.
        body:
          document && !isApart
            ? ctx.press.minutesBody(signedNow(document.record as MinutesRecord, signers), hasScores)
            : [],
      },
      signers: signers.map(({ as, name, at }) => ({ as, name, at })),
      // What was asked for or taken back since has to be in what is signed.
      stale:
        minutes !== null &&
        !sameDissents(
          minutes.dissents,
          found.value.input.dissents.map(({ id }) => id),
        ),
      mayDissent:
        seats.some(({ personId }) => personId === actor.personId) && decide(actor, 'dissent.ask', access).ok,
      mySign:
        minutes !== null && next?.personId === actor.personId && decide(actor, 'minutes.sign', access).ok,
    })
  })
