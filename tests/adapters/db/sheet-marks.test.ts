import { beforeAll, describe, expect, it } from 'vitest'
import { readSheetMarks } from '#app/adapters/db/sheet-marks.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { aPanel, type Juror, opened } from '#tests/services/scoring/a-panel.ts'

const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: readonly [Juror, Juror]
let files: readonly string[]
let categoryId: string
beforeAll(async () => {
  panel = await aPanel(test)
  jurors = [await panel.seated(), await panel.seated()]
  categoryId = panel.campaign.categories[panel.codes[0]!]!
  const first = [await panel.file(), await panel.file(), await panel.file()]
  files = first.map(({ id }) => id)
  const elsewhere = await panel.file({ category: panel.codes[1]! })
  // The first juror opens from the last to the first with a file of another category between; the second all at once.
  const order = [files[2]!, elsewhere.id, files[1]!, files[0]!]
  for (const [at, id] of order.entries()) {
    await panel.reading(jurors[0], id)
    await test.setNow(instant(panel.now + at * 60_000))
    await opened(ctx, jurors[0], id)
  }
  for (const id of files) {
    await panel.reading(jurors[1], id)
    await opened(ctx, jurors[1], id)
  }
})
const marks = async () => {
  const rows = await readAs(ctx.db.office, SYSTEM_ACTOR.personId, (tx) => readSheetMarks(tx, categoryId))
  const of = ({ seatId }: Juror) =>
    files.map((id) => rows.find((row) => row.seatId === seatId && row.nominationId === id))
  return { rows, of }
}

describe('what the sheets themselves do not say', () => {
  it('is their place in the order in which their juror opened his, in any category', async () => {
    const { rows, of } = await marks()
    expect(rows).toHaveLength(6)
    expect(of(jurors[0]).map((mark) => mark?.place)).toEqual([4, 3, 1])
    expect(of(jurors[1]).map((mark) => mark?.place)).toEqual([1, 1, 1])
  })

  it('is the time from the first draft to the first sealing, whatever was reopened later; unknown before', async () => {
    const times = async () => (await marks()).of(jurors[0]).map((mark) => mark?.seconds)
    expect(await times()).toEqual([null, null, null])
    const openedAt = panel.now + 2 * 60_000
    await test.setNow(instant(openedAt + 90_500))
    await panel.sealed(ctx, jurors[0], files[1]!, 3)
    await test.setNow(instant(panel.now + 3 * 60_000))
    await panel.sealed(ctx, jurors[0], files[0]!, 3)
    // Opened and sealed at one instant: no time of its own.
    expect(await times()).toEqual([null, 90.5, null])
    await test.owner.query(
      `INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, regulation_version_id, rubric_hash,
         created_at, updated_at, reopen_reason, reopened_by)
       SELECT gen_random_uuid(), seat_id, person_id, nomination_id, sequence + 1, 'draft', regulation_version_id, rubric_hash,
         created_at + interval '1 hour', created_at + interval '1 hour', 'Relecture', person_id
       FROM score_sheet WHERE seat_id = $1 AND nomination_id = $2`,
      [jurors[0].seatId, files[1]],
    )
    expect(await times()).toEqual([null, 90.5, null])
  })

  it('is a link: the newest declaration, or a recusal, lifted or not', async () => {
    const linked = async () => (await marks()).of(jurors[0]).map((mark) => mark?.linked)
    expect(await linked()).toEqual([false, false, false])
    const later = new Date(panel.now + 3_600_000)
    const declare = (nominationId: string, kind: string, at: Date) =>
      panel.given.insert('interest', {
        id: ctx.ids.rowId(),
        ...{ seat_id: jurors[0].seatId, nomination_id: nominationId, kind, declared_at: at },
      })
    await declare(files[0]!, 'contract', later)
    await panel.recused(jurors[0].seatId, files[2]!)
    expect(await linked()).toEqual([true, false, true])
    await declare(files[0]!, 'none', new Date(later.getTime() + 1000))
    expect(await linked()).toEqual([false, false, true])
    expect((await marks()).of(jurors[1]).map((mark) => mark?.linked)).toEqual([false, false, false])
  })
})
