import type { TestDb } from '../db.ts'

export const START = new Date(Date.UTC(2026, 9, 1))

export type Writer = {
  readonly owner: TestDb['owner']
  readonly insert: (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>
  /** 1, 2, 3 …: names and references that differ. */
  readonly next: () => number
}

/** One count for each database: two stories in it never give two things the same number. */
const numbers = new WeakMap<object, number>()

/** Writes rows as the owner of the database, past all row security. */
export function createWriter({ owner }: TestDb): Writer {
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const keys = Object.keys(row)
    const values = Object.values(row).map((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
    )
    await owner.query(
      `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    )
  }
  const next = (): number => {
    const number = (numbers.get(owner) ?? 0) + 1
    numbers.set(owner, number)
    return number
  }
  return { owner, insert, next }
}
