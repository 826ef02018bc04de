import { beforeAll, describe, expect, it } from 'vitest'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
beforeAll(async () => {
  test = await testDb()
})

const SECRET = [
  'score_sheet',
  'score',
  'tally',
  'assignment',
  'interest',
  'recusal',
  'recusal_lift',
  'ballot',
  'sealed_ballot',
  'motion_voter',
  'dissent',
  'award_decision',
  'award_winner',
  'minutes',
  'release',
  'audit_entry',
  'outbox',
]
const FROZEN = [
  'audit_entry',
  'log_node',
  'log_checkpoint',
  'checkpoint_witness',
  'dossier_version',
  'snapshot',
  'bundle_file',
  'interest',
  'phase_change',
  'ballot',
  'minutes_signature',
  'release_approval',
]

/** Every table and view that a role may read a column of; of most of the jury's, row security shows a part. */
const READ_BY = {
  public: [
    'bundle_file campaign category checkpoint_witness clarification document log_checkpoint phase_change prize_slot',
    'public_log public_log_tree regulation_version setting snapshot',
  ],
  applicant: [
    'administration administration_name answer appeal appeal_answer campaign category category_proposal complaint',
    'complaint_answer completion_request demo_mail document dossier_version evidence idempotency_key incoming_upload',
    'mandate nomination nomination_partner notice one_time_token person phase_change presence prize_slot rate_limit',
    'recovery_code regulation_version rescued_text role_grant screening_decision seat session setting snapshot',
    'stored_file',
  ],
  jury: [
    'administration assignment attendance ballot campaign category checkpoint_witness deliberation_item',
    'deliberation_session dossier_version evidence idempotency_key interest log_checkpoint motion motion_voter',
    'nomination nomination_partner prize_slot public_log public_log_tree recusal regulation_version score score_sheet',
    'sealed_ballot seat setting snapshot stored_file',
  ],
}
/** Functions that speak with the rights of their owner, by who may call them beside the office. */
const CALLED_BY = {
  public: ['award_now'],
  applicant: [
    'appeal_desk append_audit_entries award_now complaint_desk jury_has_begun owe_mail owe_notice',
    'take_document_numbers',
  ],
}
const named = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '))

/** SQLSTATE of a refused statement. */
async function refusal(role: string, sql: string): Promise<string | undefined> {
  await test.owner.query('BEGIN')
  try {
    await test.owner.query(`SET LOCAL ROLE ${role}`)
    await test.owner.query(sql)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await test.owner.query('ROLLBACK')
  }
}
const NO_RIGHT = '42501'

describe('the database rights', () => {
  it.each(SECRET)('keep %s from the public and from applicants', async (table) => {
    expect(await refusal('imtiyaz_public', `SELECT 1 FROM ${table}`)).toBe(NO_RIGHT)
    expect(await refusal('imtiyaz_applicant', `SELECT 1 FROM ${table}`)).toBe(NO_RIGHT)
  })

  it.each([
    'person',
    'session',
    'nomination',
    'answer',
    'dossier_version',
    'evidence',
    'stored_file',
    'one_time_token',
  ])('keep %s from the public', async (table) =>
    expect(await refusal('imtiyaz_public', `SELECT 1 FROM ${table}`)).toBe(NO_RIGHT),
  )

  it.each([
    'person',
    'session',
    'one_time_token',
    'tally',
    'audit_entry',
    'award_decision',
    'release',
    'role_grant',
  ])('keep %s from the jury', async (table) =>
    expect(await refusal('imtiyaz_jury', `SELECT 1 FROM ${table}`)).toBe(NO_RIGHT),
  )

  it.each(FROZEN)('let nobody rewrite %s, the office included', async (table) => {
    for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office']) {
      expect(await refusal(role, `DELETE FROM ${table}`)).toBe(NO_RIGHT)
    }
    expect(
      await refusal('imtiyaz_office', `UPDATE ${table} SET campaign_id = campaign_id`),
    ).not.toBeUndefined()
  })

  it('refuse even the owner of the database to touch the trail', async () => {
    const insert = `INSERT INTO audit_entry (tree_index, at, actor_id, actor_role, act, subject_type, subject_id, facts, request_id, leaf_hash)
      VALUES (0, award_now(), gen_random_uuid(), 'r', 'a', 't', 's', '{}', 'q', 'h')`
    await test.owner.query(insert)
    await expect(test.owner.query(`UPDATE audit_entry SET act = 'b'`)).rejects.toThrow('never change')
    await expect(test.owner.query('DELETE FROM audit_entry')).rejects.toThrow('never change')
    await expect(test.owner.query('TRUNCATE audit_entry')).rejects.toThrow('never change')
  })

  it('let nobody write into the log but by the function that gives a place', async () => {
    const columns =
      '(tree_index, at, actor_id, actor_role, act, subject_type, subject_id, facts, request_id, leaf_hash)'
    const values = `VALUES (0, now(), gen_random_uuid(), 'r', 'a', 't', 's', '{}', 'q', 'h')`
    for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office']) {
      expect(await refusal(role, `INSERT INTO audit_entry ${columns} ${values}`)).toBe(NO_RIGHT)
      expect(await refusal(role, 'UPDATE log_head SET size = 0')).toBe(NO_RIGHT)
      expect(await refusal(role, `INSERT INTO log_node VALUES (1, 0, 'h')`)).toBe(NO_RIGHT)
    }
    expect(await refusal('imtiyaz_public', `SELECT append_audit_entries('[]')`)).toBe(NO_RIGHT)
  })

  it('let nobody change or delete a sealed sheet, whatever the right on its table', async () => {
    for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office'])
      expect(await refusal(role, 'DELETE FROM score_sheet')).toBe(NO_RIGHT)
  })

  it('let the office give a document its file and change nothing else in it, and nobody else even that', async () => {
    for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury'])
      expect(await refusal(role, 'UPDATE document SET sha256 = sha256, file_id = file_id')).toBe(NO_RIGHT)
    expect(
      await refusal('imtiyaz_office', 'UPDATE document SET sha256 = sha256, file_id = file_id'),
    ).toBeUndefined()
    for (const column of ['record', 'number', 'kind', 'check_code', 'subject_id', 'public', 'created_at'])
      expect(await refusal('imtiyaz_office', `UPDATE document SET ${column} = ${column}`)).toBe(NO_RIGHT)
    for (const table of ['document', 'stored_file'])
      for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office'])
        expect(await refusal(role, `DELETE FROM ${table}`)).toBe(NO_RIGHT)
    expect(await refusal('imtiyaz_public', 'SELECT file_id FROM document')).toBe(NO_RIGHT)
    const left = (kind: string, file: string) =>
      `INSERT INTO document (id, kind, number, check_code, subject_id, record, sha256, file_id, public, created_at)
        VALUES (gen_random_uuid(), '${kind}', 'X', 'X', gen_random_uuid(), '{}', ${file}, false, now())`
    const whole = `'a', gen_random_uuid()`
    for (const [role, kind] of [
      ['imtiyaz_applicant', 'receipt'],
      ['imtiyaz_jury', 'charter'],
    ] as const) {
      expect(await refusal(role, left(kind, 'NULL, NULL'))).toBeUndefined()
      expect(await refusal(role, left(kind, whole)), 'a file of its own choice').toBe(NO_RIGHT)
    }
  })

  it('let nobody but the owner set the clock', async () => {
    for (const role of ['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office']) {
      expect(await refusal(role, 'INSERT INTO award_clock VALUES (1, now())')).toBe(NO_RIGHT)
    }
  })

  /** Names, as the database sorts them byte by byte. */
  const namesOf = async (sql: string, role: string): Promise<string[]> =>
    (await test.owner.query<{ name: string }>(`${sql} ORDER BY 1`, [`imtiyaz_${role}`])).rows.map(
      ({ name }) => name,
    )

  it.each(['public', 'applicant'] as const)(
    'let the %s role call a function with the rights of its owner where its pages need it, and no other',
    async (role) =>
      expect(
        await namesOf(
          `SELECT DISTINCT proname::text COLLATE "C" AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
             AND prosecdef AND prorettype <> 'trigger'::regtype AND has_function_privilege($1, oid, 'EXECUTE')`,
          role,
        ),
      ).toEqual(named(CALLED_BY[role])),
  )

  it.each(['public', 'applicant', 'jury'] as const)(
    'let the %s role read its tables and views, and none that is new',
    async (role) =>
      expect(
        await namesOf(
          `SELECT relname::text COLLATE "C" AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
             AND relkind IN ('r', 'p', 'v', 'm') AND has_any_column_privilege($1, oid, 'SELECT')`,
          role,
        ),
      ).toEqual(named(READ_BY[role])),
  )

  it('give every table of the schema an owner of its rights: none is left to PUBLIC', async () => {
    const open = await test.owner.query(
      `SELECT table_name FROM information_schema.table_privileges WHERE grantee = 'PUBLIC' AND table_schema = 'public'`,
    )
    expect(open.rows).toEqual([])
  })
})
