import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let organiser: Actor
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  organiser = await panel.given.officer('organiser', panel.campaign.id)
})
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows

/** A juror with a seat that was filled by an invitation. */
async function invited(of: { institution?: string; charterSigned?: boolean } = {}): Promise<Juror> {
  const juror = await panel.seated(of)
  await test.owner.query(
    `UPDATE seat t SET invitee_name = p.name, invitee_email = p.email FROM person p WHERE p.id = t.person_id AND t.id = $1`,
    [juror.seatId],
  )
  return juror
}
const seatOf = async ({ seatId }: Juror) => (await rows('SELECT * FROM seat WHERE id = $1', seatId))[0]
async function moveTo(juror: Juror, institutionId: string | null, version?: number) {
  const seat = await seatOf(juror)
  return nameSeat(ctx, organiser, {
    seatId: juror.seatId,
    version: version ?? seat.version,
    holder: { name: seat.invitee_name, email: seat.invitee_email },
    alternate: null,
    institutionId,
    categories: [],
  })
}
const recusals = (juror: Juror) =>
  rows(
    'SELECT nomination_id, source, kind FROM recusal WHERE seat_id = $1 AND lifted_at IS NULL ORDER BY kind',
    juror.seatId,
  )
const letters = (juror: Juror) =>
  rows(
    `SELECT facts FROM outbox WHERE notice = 'recusal-recorded' AND person_id = $1 ORDER BY facts ->> 'reference'`,
    juror.personId,
  )

describe('another institution for a seat whose charter is signed', () => {
  it('closes at once the files of that institution, of its supervising body and of those it supervises', async () => {
    const parent = await panel.given.administration()
    const own = await panel.given.administration({ parentId: parent.id })
    const child = await panel.given.administration({ parentId: own.id })
    const files = {
      own: await panel.file({ administration: own.id }),
      parent: await panel.file({ administration: parent.id }),
      child: await panel.file({ administration: child.id }),
    }
    const stranger = await panel.file()
    const juror = await invited()
    await panel.reading(juror, files.own.id)
    await panel.reading(juror, stranger.id)
    await panel.sealed(ctx, juror, files.own.id, 2)

    expect(await moveTo(juror, own.id)).toMatchObject({ ok: true })
    expect(await recusals(juror)).toEqual([
      { nomination_id: files.parent.id, source: 'automatic', kind: 'juror-supervised' },
      { nomination_id: files.child.id, source: 'automatic', kind: 'juror-supervises' },
      { nomination_id: files.own.id, source: 'automatic', kind: 'same-administration' },
    ])
    const sheets = await rows(
      'SELECT state FROM score_sheet WHERE nomination_id = $1 ORDER BY sequence',
      files.own.id,
    )
    expect(sheets.map(({ state }) => state)).toEqual(['sealed', 'voided'])
    const live = await rows(
      'SELECT nomination_id FROM assignment WHERE seat_id = $1 AND removed_at IS NULL',
      juror.seatId,
    )
    expect(live).toEqual([{ nomination_id: stranger.id }])
    const told = (await letters(juror)).map(({ facts }) => facts.reference)
    expect(told).toEqual(
      Object.values(files)
        .map(({ reference }) => reference)
        .sort(),
    )
    const entries = await rows(
      `SELECT act FROM audit_entry WHERE facts ->> 'seatId' = $1 AND act = 'recusalRecorded'`,
      juror.seatId,
    )
    expect(entries).toHaveLength(3)
  })

  it('closes nothing twice, and lifts nothing when the institution is taken away', async () => {
    const own = await panel.given.administration()
    await panel.file({ administration: own.id })
    const juror = await invited()
    expect((await moveTo(juror, own.id)).ok).toBe(true)
    expect((await moveTo(juror, null)).ok).toBe(true)
    expect((await moveTo(juror, own.id)).ok).toBe(true)
    expect(await recusals(juror)).toHaveLength(1)
    expect(await letters(juror)).toHaveLength(1)
  })

  it('closes the files of one of two institutions given at once', async () => {
    const bodies = [await panel.given.administration(), await panel.given.administration()]
    for (const { id } of bodies) await panel.file({ administration: id })
    const juror = await invited()
    const both = await Promise.all(bodies.map(({ id }) => moveTo(juror, id, 1)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    expect(await recusals(juror)).toHaveLength(1)
  })

  it('waits for the signature where the charter is not signed', async () => {
    const own = await panel.given.administration()
    await panel.file({ administration: own.id })
    const juror = await invited({ charterSigned: false })
    expect((await moveTo(juror, own.id)).ok).toBe(true)
    expect(await recusals(juror)).toEqual([])
  })
})
