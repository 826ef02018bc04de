import type pg from 'pg'
import type { Loaded } from './load.ts'
import { type Figures, type Line, print } from './line.ts'

export type Bench = {
  readonly origin: string
  readonly client: pg.Client
  readonly loaded: Loaded
  readonly nominations: number
  readonly seconds: number
}
export type Must = { readonly target: string; readonly holds: (figures: Figures) => boolean }
const FORM = 'application/x-www-form-urlencoded'
export const ownForm = (origin: string, cookie: string) => ({
  cookie,
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': FORM,
})

export const none: Must = { target: 'none at this concurrency', holds: () => true }
export const must = (target: string, holds: Must['holds']): Must => ({ target, holds })

export function tell(
  bench: Bench,
  of: Pick<Line, 'id' | 'what' | 'concurrency'>,
  figures: Figures,
  { target, holds }: Must,
): Figures {
  const met = target === none.target ? null : figures.errors === 0 && holds(figures)
  print({ ...of, nominations: bench.nominations, ...figures, target, met })
  return figures
}

export type Draft = { readonly id: string; readonly mailbox: string; readonly criteria: readonly string[] }
/** Draft sheets, one each, with the mailbox of their juror. */
export async function drafts(bench: Bench): Promise<readonly Draft[]> {
  const found = await bench.client.query<Draft>(
    `SELECT s.id, split_part(p.email, '@', 1) AS mailbox, array(SELECT criterion FROM score e WHERE e.sheet_id = s.id ORDER BY 1) AS criteria
     FROM score_sheet s JOIN person p ON p.id = s.person_id WHERE s.state = 'draft' ORDER BY s.id`,
  )
  return found.rows
}
