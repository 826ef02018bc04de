import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import type { Context } from '#app/services/context.ts'
import { run } from '#app/services/run.ts'
import { storeTallies } from '#app/services/tally.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.facts)}`)
  return result.value
}

export type Rules = Partial<Regulation['deliberation']>
export type Changes = {
  readonly rules?: Rules
  readonly levels?: number[][]
  readonly opensAt?: Instant
  /** Other rules than those of the vote. */
  readonly regulation?: (base: Regulation) => Regulation
}

/** A campaign whose first category was scored: sheets sealed by the acts, tallied, and in deliberation. */
export async function aScoredCampaign(test: TestDb, ctx: Context, changes: Changes = {}) {
  const plain = createGiven(test)
  const base = aRegulation({ opensAt: changes.opensAt ?? GIVEN_OPENING })
  const changed = changes.regulation?.(base) ?? base
  const regulation = {
    ...changed,
    deliberation: { ...changed.deliberation, vote: 'open' as const, ...changes.rules },
  }
  const given = { ...plain, campaign: (more: object) => plain.campaign({ ...more, regulation }) }
  const panel = await aPanel(test, { given: given as typeof plain })
  const chair = await panel.seated({ role: 'chair' })
  const deputy = await panel.seated({ role: 'deputy' })
  const jurors: Juror[] = [await panel.seated(), await panel.seated(), await panel.seated()]
  const files: { id: string; reference: string; administration: string }[] = []
  for (const levels of changes.levels ?? [
    [5, 5, 4],
    [4, 4, 4],
    [3, 3, 4],
    [2, 2, 2],
  ]) {
    const file = await panel.file()
    files.push(file)
    for (const [at, level] of levels.entries()) {
      const juror = jurors[at]!
      await panel.reading(juror, file.id)
      await panel.sealed(ctx, juror, file.id, level)
    }
  }
  const retally = async () =>
    must(
      await run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async (unit) => {
        const result = await storeTallies(unit, panel.campaign.id, ctx)
        return result.ok ? ok({ ...result.value, entries: [], notices: [] }) : result
      }),
    )
  await retally()
  await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [panel.campaign.id])
  const now = instant(regulation.calendar.deliberation + 3_600_000)
  await test.setNow(now)
  const secretariat = await plain.officer('secretariat', panel.campaign.id)
  return { ...panel, now, regulation, chair, deputy, jurors, files, secretariat, retally, given: plain }
}
export type Scored = Awaited<ReturnType<typeof aScoredCampaign>>

/** The same, convened and opened by its president with everybody in the room. */
export async function aMeeting(test: TestDb, ctx: Context, changes: Changes = {}) {
  const scored = await aScoredCampaign(test, ctx, changes)
  const { campaign, chair, deputy, jurors, secretariat, now } = scored
  const { sessionId } = must(
    await conveneSession(ctx, secretariat, {
      campaignId: campaign.id,
      convenedFor: now,
      place: { ar: 'الرباط', fr: 'Rabat' },
      secretarySeatId: jurors[0]!.seatId,
    }),
  )
  for (const seat of [chair, deputy, ...jurors]) {
    must(await recordAttendance(ctx, secretariat, { sessionId, seatId: seat.seatId, movement: 'arrives' }))
  }
  must(await openSession(ctx, chair.actor, { sessionId }))
  const { rows } = await test.owner.query<{ id: string; slot: string; category: string }>(
    `SELECT i.id, p.code AS slot, k.code AS category FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id
       JOIN category k ON k.id = p.category_id WHERE i.session_id = $1 ORDER BY i.position`,
    [sessionId],
  )
  const opened = async (itemId: string) => must(await openItem(ctx, chair.actor, { itemId }))
  return { ...scored, sessionId, items: rows, opened }
}
export type Met = Awaited<ReturnType<typeof aMeeting>>

export const WORDING = { ar: 'لم يقدم أي ترشيح.', fr: 'Aucune candidature.' }

/** Decides every slot: the first category by rank, the others withheld for want of nominations; closes the meeting. */
export async function decideAll(ctx: Context, met: Met): Promise<void> {
  const winners = met.files.map(({ id }) => id)
  for (const { id: itemId, category } of met.items) {
    await met.opened(itemId)
    const winner = category === met.codes[0] ? winners.shift() : undefined
    const input =
      winner === undefined
        ? {
            outcome: 'withheld' as const,
            winners: [],
            reason: 'too_few_nominations' as const,
            wording: WORDING,
          }
        : { outcome: 'awarded' as const, winners: [winner], reason: null, wording: {} }
    must(await decideAward(ctx, met.chair.actor, { itemId, ...input }))
  }
  must(await closeSession(ctx, met.chair.actor, { sessionId: met.sessionId }))
}

export const PHRASE = 'Je signe ce procès-verbal'

/** Minutes drafted and signed by both. */
export async function signAll(test: TestDb, ctx: Context, met: Met): Promise<void> {
  const { sessionId } = met
  must(await draftMinutes(ctx, met.secretariat, { sessionId }))
  const { rows } = await test.owner.query(
    `SELECT sha256 FROM document WHERE kind = 'minutes' AND campaign_id = $1 ORDER BY created_at DESC`,
    [met.campaign.id],
  )
  const documentHash = rows[0].sha256 as string
  for (const signer of [met.chair, met.jurors[0]!]) {
    must(await signMinutes(ctx, signer.actor, { sessionId, documentHash, phrase: PHRASE }))
  }
}
