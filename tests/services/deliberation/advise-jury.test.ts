import { beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import { chairFigures } from '#app/queries/chair/figures.ts'
import { chairFiguresFile } from '#app/queries/chair/figures-file.ts'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { roomFigures } from '#app/queries/deliberation/room-figures.ts'
import { roomWeightsFile } from '#app/queries/deliberation/room-weights-file.ts'
import type { Context } from '#app/services/context.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aMeeting, type Met, must } from './a-meeting.ts'

let test: TestDb
let ctx: Context
let met: Met
beforeAll(async () => {
  test = await testDb()
  ctx = { ...actsContext(test), workbook }
  met = await aMeeting(test, ctx)
})

const count = async (sql: string): Promise<number> =>
  Number((await test.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n)
const documents = async (): Promise<AdviceDocument[]> =>
  (await test.owner.query<{ document: AdviceDocument }>('SELECT document FROM advice')).rows.map(
    ({ document }) => document,
  )
const seatIds = () => [met.chair, met.deputy, ...met.jurors].map(({ seatId }) => seatId)

describe('the figures that the worker makes', () => {
  it('are awaited in the room until they exist', async () => {
    const room = must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, null))
    expect(room.item?.lines.length).toBeGreaterThan(0)
    expect(room.item?.advice).toBeNull()
  })

  it('stand once for each category, with one trace each, whoever makes them at the same time', async () => {
    const made = await Promise.all([adviseJury(ctx), adviseJury(ctx)])
    const categories = await count('category')
    expect(made[0]! + made[1]!).toBe(categories)
    expect(await count('advice')).toBe(categories)
    expect(await count(`audit_entry WHERE act = 'adviceComputed'`)).toBe(categories)
    expect(await adviseJury(ctx)).toBe(0)
  })

  it('follow the official order, which they cannot change', async () => {
    const [scored] = (await documents()).filter(({ nominations }) => nominations.length > 0)
    expect(scored?.nominations.map(({ nominationId, rank }) => [nominationId, rank])).toEqual(
      met.files.map(({ id }, at) => [id, at + 1]),
    )
    expect(scored?.jurors).toHaveLength(3)
  })

  it('are made anew when the result is computed again', async () => {
    await met.retally()
    expect(await adviseJury(ctx)).toBe(await count('category'))
  })

  it('are read by nobody but the office, and rewritten by nobody', async () => {
    for (const role of ['public', 'applicant', 'jury'] as const)
      await expect(ctx.db[role].$queryRaw`SELECT 1 FROM advice`).rejects.toThrow('permission denied')
    await expect(ctx.db.office.$executeRaw`UPDATE advice SET computed_at = now()`).rejects.toThrow('denied')
    await expect(ctx.db.office.$executeRaw`DELETE FROM advice`).rejects.toThrow('permission denied')
  })
})

describe('the room', () => {
  it('shows jurors as numbers: no seat, no name', async () => {
    const room = must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, null))
    const advice = room.item?.advice
    expect(advice?.columns).toHaveLength(3)
    expect(advice?.order).toEqual(met.files.map(({ id }) => id))
    for (const id of seatIds()) expect(JSON.stringify(advice)).not.toContain(id)
  })

  it('gives the same numbers as a file, guarded against formulas', async () => {
    const { name, bytes } = must(await roomFigures(ctx, met.chair.actor, met.sessionId, null))
    const lines = Buffer.from(bytes).toString('utf8').trim().split('\r\n')
    expect(name).toMatch(/^deliberation-.*\.csv$/)
    expect(lines[0]).toContain('rank_without_juror_3')
    expect(lines).toHaveLength(met.files.length + 1)
    for (const { reference } of met.files) expect(lines.some((line) => line.includes(reference))).toBe(true)
  })

  it('says how firm the first place is against the weights, on the page and in a file', async () => {
    const room = must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, null))
    const { weights, expected } = room.item!.advice!
    expect(weights?.value?.leaders).toEqual([met.files[0]!.id])
    // Three jurors and four files: the gate that asks for more sheets is closed, and named.
    expect(expected?.withheld?.because).toBe('G3')
    const { name, bytes } = must(await roomWeightsFile(ctx, met.chair.actor, met.sessionId, null))
    const [head, ...lines] = Buffer.from(bytes).toString('utf8').trim().split('\r\n')
    expect(name).toMatch(/^weights-.*\.csv$/)
    expect(head).toContain('criterion,weight,from,to,first,radius,challenger')
    expect(lines).toHaveLength(weights!.value!.criteria.flatMap(({ intervals }) => intervals).length)
    expect(lines[0]).toContain(met.files[0]!.reference)
  })

  it('names the criteria of the file in the language of the page, whatever the reader’s own is', async () => {
    const names = async (locale: 'fr' | 'ar'): Promise<string> => {
      const { bytes } = must(await roomWeightsFile(ctx, met.chair.actor, met.sessionId, null, locale))
      return Buffer.from(bytes).toString('utf8').split('\r\n')[1]?.split(',')[1] ?? ''
    }
    expect(await names('ar')).toMatch(/\p{Script=Arabic}/u)
    expect(await names('fr')).not.toMatch(/\p{Script=Arabic}/u)
  })

  it('leaves a file out of every figure for whoever is recused from it', async () => {
    const hidden = met.files[1]!
    await met.recused(met.deputy.seatId, hidden.id)
    const room = must(await deliberationRoom(ctx, met.deputy.actor, met.sessionId, null))
    expect(room.item?.advice?.order).not.toContain(hidden.id)
    expect(JSON.stringify(room)).not.toContain(hidden.id)
    expect(room.item?.advice?.columns.every(({ ranks }) => ranks.length === met.files.length - 1)).toBe(true)
  })
})

describe('the figures by name', () => {
  it('are for whoever presides', async () => {
    const { categories } = must(await chairFigures(ctx, met.chair.actor, met.campaign.id))
    const [scored] = categories.filter(({ figures }) => (figures?.jurors.length ?? 0) > 0)
    expect(scored?.figures?.jurors.map(({ sheets }) => sheets)).toEqual([4, 4, 4])
    const { bytes } = must(await chairFiguresFile(ctx, met.chair.actor, met.campaign.id, null))
    expect(Buffer.from(bytes).toString('utf8').trim().split('\r\n')).toHaveLength(4)
  })

  it('are not for the organiser before release, a juror, a publisher', async () => {
    const others = [
      await met.given.officer('organiser', met.campaign.id),
      await met.given.officer('publisher', met.campaign.id),
      met.jurors[0]!.actor,
    ]
    for (const actor of others)
      expect(await chairFigures(ctx, actor, met.campaign.id)).toMatchObject({ ok: false })
  })

  it('name no file of a body that their reader acts for', async () => {
    const [file] = met.files
    const unusual = [{ nominationId: file!.id, seatId: met.jurors[0]!.seatId, residual: 2.1 }]
    await test.owner.query(
      `UPDATE advice SET document = jsonb_set(document, '{unusual}', $1::jsonb) WHERE tally_id IN (SELECT t.id FROM tally t
         JOIN category k ON k.id = t.category_id JOIN nomination n ON n.category_id = k.id WHERE n.id = $2)`,
      [JSON.stringify(unusual), file!.id],
    )
    const auditor = async (administration: string | null) => {
      const { personId } = await met.given.officer('auditor', met.campaign.id)
      if (administration !== null) await met.given.mandate({ person: personId, administration })
      return met.given.actor(personId)
    }
    const named = async (administration: string | null) =>
      must(await chairFigures(ctx, await auditor(administration), met.campaign.id)).categories.flatMap(
        ({ figures }) => figures?.unusual.map(({ reference }) => reference) ?? [],
      )
    expect(await named(null)).toEqual([file!.reference])
    expect(await named(file!.administration)).toEqual([])
    expect(await named(await met.partnered(file!.id))).toEqual([])
  })

  it('stay closed while sheets may still be sealed', async () => {
    const phase = (name: string) =>
      test.owner.query('UPDATE campaign SET phase = $1 WHERE id = $2', [name, met.campaign.id])
    await phase('evaluation')
    await test.setNow((met.regulation.calendar.evaluationCloses - 1) as typeof met.now)
    expect(await chairFigures(ctx, met.chair.actor, met.campaign.id)).toMatchObject({
      ok: false,
      reason: 'evaluation-open',
    })
    await test.setNow(met.regulation.calendar.evaluationCloses)
    expect(await chairFigures(ctx, met.chair.actor, met.campaign.id)).toMatchObject({ ok: true })
    await phase('deliberation')
    await test.setNow(met.now)
  })
})
