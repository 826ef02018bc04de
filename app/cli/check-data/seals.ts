import { createHash } from 'node:crypto'
import type { Owner } from '#app/adapters/db/owner.ts'
import { commitSheet, SECOND_ROUND } from '#app/domain/scoring/commitment.ts'

type Row = {
  readonly id: string
  readonly campaign: string
  readonly nomination: string
  readonly rubric: string
  readonly round: number
  readonly second: boolean
  readonly number: string
  readonly salt: string
  readonly commitment: string
  readonly levels: Readonly<Record<string, number | null>>
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Sealed sheets whose stored levels no longer open their commitment: somebody changed a score behind the application. */
export async function brokenSeals(client: Owner): Promise<readonly string[]> {
  const { rows } = await client.query<Row>(`
    SELECT s.id, n.campaign_id AS campaign, s.nomination_id AS nomination, s.rubric_hash AS rubric, s.sequence AS round,
      s.second_round AS second, s.sheet_number AS number, s.salt, s.commitment,
      (SELECT coalesce(jsonb_object_agg(c.criterion, c.level), '{}') FROM score c WHERE c.sheet_id = s.id) AS levels
    FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id WHERE s.state = 'sealed' ORDER BY s.id`)
  return rows.flatMap((row) => {
    const levels = Object.entries(row.levels).map(([code, level]) => [
      code,
      level === null ? null : `${level}`,
    ])
    const record = {
      campaign: row.campaign,
      nomination: row.nomination,
      rubric: row.rubric,
      levels: Object.fromEntries(levels) as Record<string, string | null>,
      version: `${row.round}`,
      sheet: row.number,
      ...(row.second ? { round: SECOND_ROUND } : {}),
    }
    const made = commitSheet(record, Buffer.from(row.salt, 'hex'), sha256)
    const holds = made.ok && made.value.commitment === row.commitment
    return holds ? [] : [`sheet ${row.id} was changed after its seal`]
  })
}
