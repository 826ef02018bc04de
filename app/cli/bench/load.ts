import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { BENCH_ANSWERS } from './answers.ts'
import { clientOf } from './database.ts'

const JURORS = 60
export const SHEETS_EACH = 5
/** Drafts that the score measures write to; all other sheets are sealed. */
const DRAFTS = 320
/** Complete dossiers in a second, open campaign, each with its signatory. */
const DEPOSITS = 1600
type Sizes = { readonly drafts: number; readonly deposits: number }
/** Accounts with a password that sign in, once each. */
export const GUESTS = 2000
export const PASSWORD = 'quatre mots bien choisis'
const DAY = 86_400_000

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const canonical = (value: unknown): string => {
  const text = canonicalJson(value as JsonValue)
  if (!text.ok) throw new Error(text.reason)
  return text.value
}

export type Loaded = {
  readonly judged: string
  readonly open: string
  readonly organiser: string
  readonly password: string
  /** Levels that every criterion of the template has. */
  readonly levels: readonly number[]
}

async function campaign(client: pg.Client, of: { slug: string; phase: string; opensAt: number }) {
  const document = templateRegulation(instant(of.opensAt), (at) => legalOffsetMinutes(at))
  const [id, version] = [randomUUID(), randomUUID()]
  const { nominationsOpen, nominationsClose } = document.calendar
  await client.query(
    `INSERT INTO campaign (id, year, slug, award_name, organiser, phase, phase_since, opens_at, closes_at, synthetic, sources, created_at)
     VALUES ($1, 2026, $2, $3, $4, $5, now(), $6, $7, true, '[]', now())`,
    [
      id,
      of.slug,
      document.awardName,
      document.organiser,
      of.phase,
      new Date(nominationsOpen),
      new Date(nominationsClose),
    ],
  )
  await client.query(
    `INSERT INTO regulation_version (id, campaign_id, number, state, document, hash, created_at, created_by, frozen_at)
     VALUES ($1, $2, 1, 'frozen', $3, $4, now(), $1, now())`,
    [version, id, document, sha256(canonical(document))],
  )
  const categories: string[] = []
  for (const [position, rule] of document.categories.entries()) {
    const row = await client.query<{ id: string }>(
      'INSERT INTO category (id, campaign_id, code, name, position) VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id',
      [id, rule.code, rule.name, position],
    )
    categories.push(row.rows[0]?.id ?? '')
  }
  return { id, version, document, categories }
}

/** Nominations with their frozen versions, one administration for every two. */
const NOMINATIONS = `
  WITH made AS (
    INSERT INTO nomination (id, campaign_id, category_id, administration_id, reference, state, title, submitted_at, synthetic, created_at, created_by)
    SELECT gen_random_uuid(), $1, ($2::uuid[])[1 + k % array_length($2::uuid[], 1)], a.id, $3 || lpad(k::text, 5, '0'), $4,
      jsonb_build_object('ar', 'خدمة تجريبية ' || k, 'fr', 'Service de démonstration ' || k),
      CASE WHEN $4 = 'draft' THEN NULL ELSE now() - (k || ' minutes')::interval END, true, now(), a.id
    FROM generate_series(1, $5::int) k JOIN (SELECT id, row_number() OVER () AS n FROM administration) a ON a.n = 1 + k / 2
    RETURNING id, reference, state)
  INSERT INTO dossier_version (id, nomination_id, number, kind, content, hash, received_at, receipt_number, signatory_id, created_at)
  SELECT gen_random_uuid(), id, 1, 'submission',
    jsonb_build_object('schema', 'imtiyaz.dossier/1', 'nominationId', id, 'reference', reference, 'form', $6::text,
      'partners', '[]'::jsonb, 'answers', $7::jsonb, 'evidence', '[]'::jsonb),
    md5(id::text) || md5(reference), (SELECT least(now(), closes_at - interval '1 hour') FROM campaign WHERE id = $1),
    'R-' || reference, gen_random_uuid(), now()
  FROM made WHERE state <> 'draft'`

const SHEETS = `
  WITH files AS (SELECT id, row_number() OVER (ORDER BY reference) - 1 AS n FROM nomination WHERE campaign_id = $1),
    seats AS (SELECT id, person_id, row_number() OVER (ORDER BY code) - 1 AS n FROM seat WHERE campaign_id = $1 AND role = 'juror'),
    pairs AS (SELECT f.id AS nomination_id, s.id AS seat_id, s.person_id, f.n * $2::int + j AS k FROM files f
      CROSS JOIN generate_series(0, $2::int - 1) j JOIN seats s ON s.n = (f.n * $2::int + j) % $3::int),
    assigned AS (INSERT INTO assignment (id, seat_id, nomination_id, explanation, assigned_at, assigned_by)
      SELECT gen_random_uuid(), seat_id, nomination_id, '{"manual": true}', now(), seat_id FROM pairs),
    declared AS (INSERT INTO interest (id, seat_id, nomination_id, kind, declared_at)
      SELECT gen_random_uuid(), seat_id, nomination_id, 'none', now() FROM pairs),
    sheets AS (INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
        rubric_hash, confidence, created_at, updated_at, sealed_at, sheet_number, salt, commitment)
      SELECT gen_random_uuid(), p.seat_id, p.person_id, p.nomination_id, 1, CASE WHEN p.k < $4::int THEN 'draft' ELSE 'sealed' END, 1, $5,
        h.hash, 'medium', now(), now(), CASE WHEN p.k < $4::int THEN NULL ELSE now() END, md5(p.k::text),
        CASE WHEN p.k < $4::int THEN NULL ELSE md5(p.k::text) END, CASE WHEN p.k < $4::int THEN NULL ELSE md5('c' || p.k) END
      FROM pairs p JOIN nomination n ON n.id = p.nomination_id JOIN unnest($6::uuid[], $7::text[]) h (category, hash) ON h.category = n.category_id
      RETURNING id, nomination_id)
  INSERT INTO score (sheet_id, criterion, level, cannot_assess, comment)
  SELECT s.id, c, 2 + (random() * 2)::int, false, repeat('Constaté dans le dossier. ', 6) FROM sheets s
    JOIN nomination n ON n.id = s.nomination_id CROSS JOIN jsonb_array_elements_text($8::jsonb -> n.category_id::text) c`

/** People with a live session each, the cookie's token being `token-<mailbox>` padded to 43 characters. */
const PEOPLE = `
  WITH made AS (INSERT INTO person (id, email, name, locale, email_verified_at, created_at, demonstration)
    SELECT gen_random_uuid(), $1 || k || '@bench.invalid', 'Personne ' || k, 'fr', now(), now(), true FROM generate_series(1, $2::int) k
    RETURNING id, email)
  INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at, second_factor_at)
  SELECT gen_random_uuid(), encode(sha256(('token:' || rpad(split_part(email, '@', 1), 43, 'x'))::bytea), 'hex'), id, now(), now(),
    now() + interval '12 hours', now() FROM made`
export const cookieOf = (mailbox: string): string => `__Host-imtiyaz-session=${mailbox.padEnd(43, 'x')}`

async function people(client: pg.Client, passwordHash: string): Promise<void> {
  for (const [mailbox, many] of [
    ['juror', JURORS],
    ['organiser', 1],
    ['signatory', 60],
    ['guest', GUESTS],
  ] as const)
    await client.query(PEOPLE, [mailbox, many])
  await client.query(`UPDATE person SET password_hash = $1 WHERE email LIKE 'guest%'`, [passwordHash])
}

const seatsOf = (client: pg.Client, id: string) =>
  client.query(
    `INSERT INTO seat (id, campaign_id, code, role, label, categories, languages, state, person_id, charter_signed_at)
     SELECT gen_random_uuid(), $1, 's' || substr(email, 6, 4), 'juror', '{"fr": "Siège", "ar": "مقعد"}', '[]', '[]', 'accepted', id, now()
     FROM person WHERE email LIKE 'juror%@bench.invalid'`,
    [id],
  )

/** Fills an empty, migrated database: a judged campaign of `count` nominations, and an open one to deposit in. */
export async function load(
  url: string,
  count: number,
  passwordHash: string,
  { drafts, deposits }: Sizes = { drafts: DRAFTS, deposits: DEPOSITS },
): Promise<Loaded> {
  const client = clientOf(url) // the server stops when a statement below fails
  await client.connect()
  const now = Date.now()
  const judged = await campaign(client, { slug: 'bench', phase: 'evaluation', opensAt: now - 75 * DAY })
  const open = await campaign(client, { slug: 'bench-ouverte', phase: 'nominations', opensAt: now - 5 * DAY })
  await client.query('SET session_replication_role = replica') // sealed sheets are loaded as they end, past the triggers
  await client.query(
    `INSERT INTO administration (id, name, type, state, demonstration, created_at)
     SELECT gen_random_uuid(), jsonb_build_object('ar', 'إدارة تجريبية ' || k, 'fr', 'Administration de démonstration ' || k), 'agency', 'approved', true, now()
     FROM generate_series(1, $1::int) k`,
    [Math.max(count, deposits) / 2 + 1],
  )
  await people(client, passwordHash)
  await client.query(
    `INSERT INTO role_grant (id, person_id, role, campaign_id, granted_at, granted_by)
     SELECT gen_random_uuid(), id, 'organiser', $1, now(), id FROM person WHERE email LIKE 'organiser%'`,
    [judged.id],
  )
  await seatsOf(client, judged.id)
  const answers = JSON.stringify(Object.entries(BENCH_ANSWERS).map(([field, value]) => ({ field, value })))
  const file = (of: typeof judged, prefix: string, state: string, many: number) =>
    client.query(NOMINATIONS, [of.id, of.categories, prefix, state, many, DEFAULT_FORM.version, answers])
  await file(judged, 'B-', 'admissible', count)
  await file(open, 'D-', 'draft', deposits)
  const { categories } = judged.document
  const hashes = categories.map(({ rubric }) => sha256(canonical(rubric)))
  const criteria = Object.fromEntries(
    categories.map(({ rubric }, at) => [judged.categories[at], rubric.criteria.map(({ code }) => code)]),
  )
  const args = [judged.id, SHEETS_EACH, JURORS, drafts, judged.version, judged.categories, hashes, criteria]
  await client.query(SHEETS, args)
  await client.query(
    `INSERT INTO answer (nomination_id, field, value, version, updated_by, updated_at)
     SELECT n.id, a ->> 'field', a -> 'value', 1, n.created_by, now() FROM nomination n, jsonb_array_elements($2::jsonb) a WHERE n.campaign_id = $1`,
    [open.id, answers],
  )
  await client.query(
    `INSERT INTO mandate (id, person_id, administration_id, role, state, requested_at)
     SELECT gen_random_uuid(), p.id, a.id, 'signatory', 'active', now()
     FROM (SELECT id, row_number() OVER (ORDER BY email) - 1 AS n FROM person WHERE email LIKE 'signatory%') p
     JOIN (SELECT id, row_number() OVER () AS n FROM administration) a ON a.n % 60 = p.n`,
  )
  await client.query('ANALYZE')
  await client.end()
  const [first, ...others] = categories.flatMap(({ rubric }) =>
    rubric.criteria.map((criterion) => criterion.levels.map(({ level }) => level)),
  )
  const levels = (first ?? []).filter((level) => others.every((some) => some.includes(level)))
  return { judged: judged.id, open: open.id, organiser: 'organiser1', password: PASSWORD, levels }
}
