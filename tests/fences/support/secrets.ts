import type { TestDb } from '#tests/support/db.ts'

/**
 * Changes everything that is secret while the jury works, and nothing else: what every sheet but one says, how much of a
 * draft is filled in, and what is in the ballots. Commitments stay: they are public, and hide what they are made of.
 * Sealed rows never change by themselves, so that the triggers that see to it are off for this one transaction.
 */
export async function otherSecrets({ owner }: TestDb, keptSheet: string): Promise<void> {
  await owner.query('BEGIN')
  await owner.query('SET LOCAL session_replication_role = replica')
  await owner.query(
    `INSERT INTO score (sheet_id, criterion, level, cannot_assess, comment)
       SELECT s.id, c ->> 'code', 2, false, 'Tout autre chose.' FROM score_sheet s
       JOIN regulation_version r ON r.id = s.regulation_version_id
       CROSS JOIN LATERAL jsonb_array_elements(r.document -> 'categories' -> 0 -> 'rubric' -> 'criteria') c
       WHERE s.state = 'draft' AND s.id <> $1 ON CONFLICT DO NOTHING`,
    [keptSheet],
  )
  // Not the same step for every file: their order changes too.
  await owner.query(
    `UPDATE score x SET level = 1 + (x.level + length(n.reference) + ascii(right(n.reference, 1))) % 5,
       comment = 'Un avis plus long que le premier, et contraire.'
       FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id WHERE s.id = x.sheet_id AND s.id <> $1`,
    [keptSheet],
  )
  await owner.query(
    `UPDATE score_sheet SET remark = 'Remarque tout autre.', private_note = 'Note tout autre.' WHERE id <> $1`,
    [keptSheet],
  )
  await owner.query('COMMIT')
}
