import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Client, Tx } from '#app/adapters/db/client.server.ts'
import {
  asOffice,
  inTransaction,
  isConflict,
  isDuplicate,
  readAs,
} from '#app/adapters/db/transaction.server.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const client = test.db.office
const PERSON = randomUUID()

beforeEach(async () => {
  await test.owner.query(`DELETE FROM setting WHERE key IN ('left', 'right')`)
  await test.owner.query(`INSERT INTO setting VALUES ('left', '0'), ('right', '0')`)
})
const valueOf = async (key: string): Promise<number> => {
  const found = await test.owner.query<{ value: number }>('SELECT value FROM setting WHERE key = $1', [key])
  return Number(found.rows[0]?.value)
}
/** Both sides are here before either goes on, the first time round. */
function meeting(of: number) {
  let here = 0
  let open: () => void = () => undefined
  const all = new Promise<void>((resolve) => (open = resolve))
  return async (): Promise<void> => {
    here += 1
    if (here >= of) open()
    await all
  }
}
const raise = (tx: Tx, key: string) =>
  tx.$executeRaw`UPDATE setting SET value = to_jsonb((value #>> '{}')::int + 1) WHERE key = ${key}`

describe('a conflict', () => {
  it('is known in its three shapes, and nothing else is taken for one', () => {
    expect(isConflict(Object.assign(new Error('x'), { code: 'P2034' }))).toBe(true)
    expect(isConflict(Object.assign(new Error('x'), { cause: { kind: 'TransactionWriteConflict' } }))).toBe(
      true,
    )
    expect(isConflict(rawFailure('TransactionWriteConflict'))).toBe(true)
    expect(isConflict(rawFailure('UniqueConstraintViolation'))).toBe(false)
    const others = [
      null,
      undefined,
      'P2034',
      new Error('P2034'),
      { code: 'P2002' },
      { cause: { kind: 'UniqueConstraintViolation' } },
      { cause: null },
      { cause: 'P2034' },
    ]
    expect(others.map(isConflict)).toEqual(others.map(() => false))
  })

  it('between two that lock each other out ends with both done', async () => {
    await grantSettings()
    const met = meeting(2)
    const swap = (first: string, second: string) =>
      inTransaction(client, PERSON, async (tx) => {
        await raise(tx, first)
        await met()
        await raise(tx, second)
        return ok({})
      })
    const results = await Promise.all([swap('left', 'right'), swap('right', 'left')])
    expect(results.map((result) => result.ok)).toEqual([true, true])
    expect([await valueOf('left'), await valueOf('right')]).toEqual([2, 2])
  })

  it('of serializable reads and writes ends with every addition counted, in whichever shape it comes', async () => {
    await grantSettings()
    const seen = { byCode: 0, otherwise: 0 }
    const writers = 6
    const rounds = 12
    const strict = serializable(client, (error) => {
      if ((error as { code?: string }).code === 'P2034') seen.byCode += 1
      else seen.otherwise += 1
    })
    let done = 0
    for (let round = 0; round < rounds; round += 1) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: writers }, () =>
          inTransaction(strict, PERSON, async (tx) => {
            const [row] = await tx.$queryRaw<
              { value: number }[]
            >`SELECT value FROM setting WHERE key = 'left'`
            await tx.$executeRaw`UPDATE setting SET value = ${JSON.stringify(Number(row?.value) + 1)}::jsonb WHERE key = 'left'`
            return ok({})
          }),
        ),
      )
      done += outcomes.filter((outcome) => outcome.status === 'fulfilled').length
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(isConflict(outcome.reason)).toBe(true)
    }
    expect(seen.byCode + seen.otherwise).toBeGreaterThan(0)
    expect(done).toBeGreaterThan((writers * rounds) / 2)
    expect(await valueOf('left')).toBe(done)
  })

  it.each([
    ['by its code', () => Object.assign(new Error('conflict'), { code: 'P2034' })],
    ['inside a raw statement', () => rawFailure('TransactionWriteConflict')],
    [
      'by its kind',
      () => Object.assign(new Error('conflict'), { cause: { kind: 'TransactionWriteConflict' } }),
    ],
  ])('known %s is tried again from the start, four times at most', async (_how, conflict) => {
    for (const [failing, expected] of [
      [3, 'done'],
      [4, 'thrown'],
    ] as const) {
      let tries = 0
      const result = inTransaction(client, PERSON, async () => {
        tries += 1
        if (tries <= failing) throw conflict()
        return ok({})
      })
      if (expected === 'done') expect((await result).ok).toBe(true)
      else await expect(result).rejects.toThrow('conflict')
      expect(tries).toBe(4)
    }
  })
})

describe('anything else', () => {
  it('that is thrown is thrown once, and leaves nothing', async () => {
    await grantSettings()
    let tries = 0
    const failing = inTransaction(client, PERSON, async (tx) => {
      tries += 1
      await raise(tx, 'left')
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    expect([tries, await valueOf('left')]).toEqual([1, 0])
  })

  it('that is refused is given back unchanged, and leaves nothing', async () => {
    await grantSettings()
    const result = await inTransaction(client, PERSON, async (tx) => {
      await raise(tx, 'left')
      return refuse('too-late', { closedAt: 1 }, { title: 'errors.invalid' })
    })
    expect(result).toMatchObject({
      ok: false,
      reason: 'too-late',
      facts: { closedAt: 1 },
      fields: { title: 'errors.invalid' },
    })
    expect(await valueOf('left')).toBe(0)
  })

  const byClient = (tx: Tx, email: string) =>
    tx.person.create({
      data: { id: randomUUID(), email, name: 'n', createdAt: new Date() },
      select: { id: true },
    })
  const byHand = (tx: Tx, email: string) =>
    tx.$executeRaw`INSERT INTO person (id, email, name, created_at) VALUES (${randomUUID()}::uuid, ${email}, 'n', now())`

  it.each([
    ['of the client', byClient],
    ['written by hand', byHand],
  ])('that meets a unique index in a statement %s is a duplicate, not a conflict', async (how, insert) => {
    const make = () =>
      inTransaction(test.db.applicant, PERSON, async (tx) => {
        await insert(tx, `${how.replaceAll(' ', '')}@example.ma`)
        return ok({})
      })
    const outcomes = await Promise.allSettled([make(), make()])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect([isDuplicate(refused[0]?.reason), isConflict(refused[0]?.reason)]).toEqual([true, false])
  })
})

describe('the person of a unit', () => {
  const whoAmI = (tx: Tx) => tx.$queryRaw<{ who: string }[]>`SELECT current_setting('app.user', true) AS who`

  it('is said inside it and forgotten after it, on the same connection', async () => {
    expect(await readAs(test.db.jury, PERSON, whoAmI)).toEqual([{ who: PERSON }])
    const after = await Promise.all(Array.from({ length: 8 }, () => whoAmI(test.db.jury as unknown as Tx)))
    expect(new Set(after.map(([row]) => row?.who ?? ''))).toEqual(new Set(['']))
  })

  it('is a value, never a piece of SQL', async () => {
    const evil = `x', true); DROP TABLE setting; --`
    expect(await readAs(test.db.jury, evil, whoAmI)).toEqual([{ who: evil }])
  })
})

describe('a part of a unit done as the office', () => {
  const rolesOf = (tx: Tx) => tx.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`
  const tallies = (tx: Tx) => tx.$queryRaw`SELECT 1 FROM tally`

  it('is in the same transaction, and the role ends with the part', async () => {
    const seen = await readAs(test.db.jury, PERSON, async (tx) => {
      const id = () => tx.$queryRaw<{ id: string }[]>`SELECT pg_current_xact_id()::text AS id`
      const before = await id()
      const during = await asOffice(tx, async () => {
        await tallies(tx)
        return { role: await rolesOf(tx), id: await id() }
      })
      return { before, during, after: { role: await rolesOf(tx), id: await id() } }
    })
    expect(seen).toEqual({
      before: expect.anything(),
      during: { role: [{ role: 'imtiyaz_office' }], id: seen.before },
      after: { role: [{ role: 'imtiyaz_jury' }], id: seen.before },
    })
    const refused = readAs(test.db.jury, PERSON, async (tx) => {
      await asOffice(tx, () => tallies(tx))
      return tallies(tx)
    })
    await expect(refused).rejects.toThrow('permission denied')
  })

  it('that fails takes the whole with it, and leaves no connection with more than its role', async () => {
    const failing = readAs(test.db.jury, PERSON, (tx) =>
      asOffice(tx, () => Promise.reject(new Error('a bug'))),
    )
    await expect(failing).rejects.toThrow('a bug')
    const jury = test.db.jury as unknown as Tx
    const after = await Promise.all(Array.from({ length: 8 }, () => rolesOf(jury)))
    expect(new Set(after.map(([row]) => row?.role))).toEqual(new Set(['imtiyaz_jury']))
  })
})

/** How a failure inside `$queryRaw` or `$executeRaw` arrives: code P2010, the kind two levels down. */
const rawFailure = (kind: string): Error =>
  Object.assign(new Error('conflict'), { code: 'P2010', meta: { driverAdapterError: { cause: { kind } } } })

/** The office may not write settings; this file's own database lets it, to have two rows to fight about. */
const grantSettings = () => test.owner.query('GRANT SELECT, UPDATE ON setting TO imtiyaz_office')

/** The same client, each of its transactions serializable, telling what it threw. */
function serializable(of: Client, heard: (error: unknown) => void): Client {
  const start = async (work: (tx: Tx) => Promise<unknown>, limits: object): Promise<unknown> => {
    try {
      return await of.$transaction(work as (tx: Tx) => Promise<never>, {
        ...limits,
        isolationLevel: 'Serializable',
      })
    } catch (error) {
      heard(error)
      throw error
    }
  }
  return { $transaction: start } as unknown as Client
}
