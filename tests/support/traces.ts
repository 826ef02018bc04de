import type { TestDb } from './db.ts'

export type Left<T> = {
  readonly answers: T
  /** The acts that the log gained, in its order. */
  readonly entries: readonly string[]
  /** The notices that the outbox gained, each with whom it is for. */
  readonly notices: readonly { readonly notice: string; readonly to: string | null }[]
}

/** What the acts inside `work` left in the log and in the outbox: nothing of before, nothing of anybody else. */
export async function tracesOf<T>({ owner }: Pick<TestDb, 'owner'>, work: () => Promise<T>): Promise<Left<T>> {
  const seen = async (table: 'audit_entry' | 'outbox'): Promise<string[]> =>
    (await owner.query<{ id: string }>(`SELECT id::text FROM ${table}`)).rows.map(({ id }) => id)
  const [entriesBefore, noticesBefore] = [await seen('audit_entry'), await seen('outbox')]
  const answers = await work()
  const entries = await owner.query<{ act: string }>(
    'SELECT act FROM audit_entry WHERE id::text <> ALL($1) ORDER BY id',
    [entriesBefore],
  )
  const notices = await owner.query<{ notice: string; to: string | null }>(
    'SELECT notice, person_id AS "to" FROM outbox WHERE id::text <> ALL($1) ORDER BY notice, person_id',
    [noticesBefore],
  )
  return { answers, entries: entries.rows.map(({ act }) => act), notices: notices.rows }
}

/** Of two answers given at once: how many were yes, and the reason of the first no. */
export const ofTwo = (answers: readonly { readonly ok: boolean; readonly reason?: string }[]) => ({
  taken: answers.filter(({ ok }) => ok).length,
  refused: answers.find(({ ok }) => !ok)?.reason,
})
