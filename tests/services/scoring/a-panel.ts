import { randomUUID } from 'node:crypto'
import type { Actor, SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import type { Context } from '#app/services/context.ts'
import type { TestDb } from '#tests/support/db.ts'
import { createGiven, type Given, type GivenCampaign } from '#tests/support/given.ts'

export type Juror = { readonly actor: Actor; readonly seatId: string; readonly personId: string }

/** A campaign under evaluation, as rows, with the clock inside its window. */
export async function aPanel(
  test: TestDb,
  changes: { phase?: Phase; given?: Given; regulation?: Regulation } = {},
) {
  const given = changes.given ?? createGiven(test)
  const campaign: GivenCampaign = await given.campaign({
    phase: changes.phase ?? 'evaluation',
    ...(changes.regulation && { regulation: changes.regulation }),
  })
  const { evaluationOpens } = campaign.regulation.calendar
  const now: Instant = instant(evaluationOpens + 3_600_000)
  await test.setNow(now)
  const codes = Object.keys(campaign.categories)

  const seated = async (
    of: { role?: SeatRole; institution?: string; charterSigned?: boolean } = {},
  ): Promise<Juror> => {
    const person = await given.person()
    const { id: seatId } = await given.seat({ campaign: campaign.id, person: person.id, ...of })
    return { actor: await given.actor(person.id), seatId, personId: person.id }
  }
  const file = async (of: { administration?: string; category?: string; state?: string } = {}) => {
    const administration = of.administration ?? (await given.administration()).id
    const category = of.category ?? codes[0] ?? ''
    const nomination = await given.nomination({
      campaign,
      administration,
      category,
      state: of.state ?? 'admissible',
    })
    return { ...nomination, administration }
  }
  /** Another administration that presents the file with the first. */
  const partnered = async (nominationId: string): Promise<string> => {
    const { id } = await given.administration()
    const of = { nomination_id: nominationId, administration_id: id }
    await given.insert('nomination_partner', { id: randomUUID(), name: {}, position: 1, ...of })
    return id
  }
  const declared = (seatId: string, nominationId: string, kind = 'none') =>
    given.insert('interest', {
      id: randomUUID(),
      seat_id: seatId,
      nomination_id: nominationId,
      kind,
      declared_at: new Date(now),
    })
  /** Assigned and declared without interest: ready to be scored. */
  const reading = async (juror: Juror, nominationId: string) => {
    await given.assignment({ seat: juror.seatId, nomination: nominationId })
    await declared(juror.seatId, nominationId)
  }
  const recused = (seatId: string, nominationId: string) =>
    given.insert('recusal', {
      id: randomUUID(),
      seat_id: seatId,
      nomination_id: nominationId,
      source: 'declared',
      kind: 'family',
      at: new Date(now),
    })

  const criteria = campaign.regulation.categories[0]?.rubric.criteria.map((one) => one.code) ?? []
  const entriesAt = (level: number | null): SheetEntry[] =>
    criteria.map((criterion) => ({
      criterion,
      level,
      cannotAssess: false,
      comment: level === null ? '' : 'Constaté.',
    }))

  const sealed = async (ctx: Context, juror: Juror, nominationId: string, level: number) => {
    const sheetId = await opened(ctx, juror, nominationId)
    const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, entriesAt(level)))
    if (!saved.result.ok) throw new Error(saved.result.reason)
    const result = await sealScoreSheet(ctx, juror.actor, { sheetId, version: saved.result.value.version })
    if (!result.ok) throw new Error(result.reason)
    return { sheetId, commitment: result.value.commitment }
  }
  return {
    given,
    campaign,
    now,
    codes,
    seated,
    file,
    partnered,
    declared,
    reading,
    recused,
    criteria,
    entriesAt,
    sealed,
  }
}

export async function opened(ctx: Context, juror: Juror, nominationId: string): Promise<string> {
  const result = await openSheet(ctx, juror.actor, { nominationId })
  if (!result.ok) throw new Error(result.reason)
  return result.value.sheetId
}

export const draft = (
  sheetId: string,
  version: number,
  entries: readonly SheetEntry[],
  more: { remark?: string; privateNotes?: string } = {},
) => ({
  sheetId,
  version,
  entries,
  remark: more.remark ?? '',
  privateNotes: more.privateNotes ?? '',
  confidence: null,
})
