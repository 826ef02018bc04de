import { HOLDABLE } from '#app/domain/notice/hold.ts'

/** What must hold in the data whatever happened. `faults` selects one line of text per breach, none when it holds. */
export type Invariant = { readonly id: string; readonly what: string; readonly faults: string }

const leaf = `encode(sha256('\\x00'::bytea || convert_to(e.text, 'UTF8')), 'hex')`

/** What the role of public requests may read: the frame of an edition, and what was released of it. */
const PUBLIC_TABLES = [
  ...[
    'campaign',
    'regulation_version',
    'category',
    'prize_slot',
    'phase_change',
    'snapshot',
    'bundle_file',
    'setting',
  ],
  ...['public_log', 'public_log_tree', 'log_checkpoint', 'checkpoint_witness'],
]

/** Section 3.5 of the reliability rules, as far as the tables alone can tell. Read-only; each is one statement. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1',
    what: 'everything that the log acknowledged is there: each deposit, each sealed sheet',
    faults: `SELECT 'entry ' || e.tree_index || ' acknowledges version ' || (e.facts ->> 'version') || ' of a dossier, which is not there'
        FROM audit_entry e WHERE e.act IN ('nominationSubmitted', 'completionAnswered') AND NOT EXISTS
          (SELECT 1 FROM dossier_version v WHERE v.nomination_id::text = e.subject_id
            AND v.number::text = e.facts ->> 'version' AND v.hash = e.facts ->> 'digest')
      UNION ALL SELECT 'entry ' || e.tree_index || ' acknowledges a sealed sheet that is not there'
        FROM audit_entry e WHERE e.act = 'scoreSheetSealed' AND NOT EXISTS
          (SELECT 1 FROM score_sheet s WHERE s.id::text = e.subject_id AND s.commitment = e.facts ->> 'commitment')`,
  },
  {
    id: 'I2',
    what: 'every submission has its receipt, and no receipt number is given twice',
    faults: `SELECT 'nomination ' || n.reference || ' is submitted without a version' FROM nomination n
        WHERE n.state IN ('submitted', 'completion_requested', 'admissible', 'inadmissible', 'disqualified')
          AND n.submitted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dossier_version v WHERE v.nomination_id = n.id)
      UNION ALL SELECT 'receipt ' || v.receipt_number || ' was given ' || count(*) || ' times'
        FROM dossier_version v JOIN nomination n ON n.id = v.nomination_id
        GROUP BY n.campaign_id, v.receipt_number HAVING count(*) > 1`,
  },
  {
    id: 'I3',
    what: 'no deposit arrived at or after its limit',
    faults: `SELECT 'version ' || v.number || ' of ' || n.reference || ' was received at ' || v.received_at || ', its limit was ' || l.at
        FROM dossier_version v JOIN nomination n ON n.id = v.nomination_id
        CROSS JOIN LATERAL (SELECT CASE WHEN v.kind = 'completion'
          THEN (SELECT q.due_at FROM completion_request q WHERE q.nomination_id = n.id)
          ELSE (SELECT to_timestamp(max((r.document -> 'calendar' ->> 'nominationsClose')::float8) / 1000)
            FROM regulation_version r WHERE r.campaign_id = n.campaign_id AND r.state = 'frozen') END AS at) l
        WHERE v.received_at >= l.at`,
  },
  {
    id: 'I4',
    what: 'the versions of a dossier are numbered without a hole',
    faults: `SELECT 'nomination ' || n.reference || ' has versions ' || string_agg(v.number::text, ', ' ORDER BY v.number)
        FROM dossier_version v JOIN nomination n ON n.id = v.nomination_id GROUP BY n.id, n.reference
        HAVING max(v.number) <> count(*) OR min(v.number) <> 1`,
  },
  {
    id: 'I6',
    what: 'no counted sheet comes from a recused juror, one without an assignment, or for a file that is not shortlisted',
    faults: `SELECT 'sheet ' || s.id || ' is sealed although its juror is recused' FROM score_sheet s
        JOIN recusal r ON r.seat_id = s.seat_id AND r.nomination_id = s.nomination_id AND r.lifted_at IS NULL
        WHERE s.state = 'sealed' AND s.sealed_at > r.at
      UNION ALL SELECT 'sheet ' || s.id || ' is of a pair that was never assigned' FROM score_sheet s
        WHERE s.state = 'sealed' AND NOT EXISTS
          (SELECT 1 FROM assignment a WHERE a.seat_id = s.seat_id AND a.nomination_id = s.nomination_id)
      UNION ALL SELECT 'sheet ' || s.id || ' is of a second round its nomination did not reach' FROM score_sheet s
        WHERE s.second_round AND NOT EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = s.nomination_id)`,
  },
  {
    id: 'I7',
    what: 'a released edition has its snapshot, and its files have their hashes',
    faults: `SELECT 'campaign ' || c.slug || ' is ' || c.phase || ' without a snapshot' FROM campaign c
        WHERE c.phase = 'published' AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.campaign_id = c.id)
      UNION ALL SELECT 'file ' || b.name || ' of a results bundle was changed' FROM bundle_file b
        WHERE encode(sha256(convert_to(b.content, 'UTF8')), 'hex') <> b.sha256`,
  },
  {
    id: 'I8.1',
    what: 'the log runs from 0 to its head without a gap',
    faults: `SELECT 'the head says ' || h.size || ', the log holds ' || c.n FROM log_head h, (SELECT count(*) AS n FROM audit_entry) c
        WHERE h.size <> c.n
      UNION ALL SELECT 'entry ' || tree_index || ' stands where ' || place || ' is due'
        FROM (SELECT tree_index, row_number() OVER (ORDER BY tree_index) - 1 AS place FROM audit_entry) o
        WHERE tree_index <> place`,
  },
  {
    id: 'I8.2',
    what: 'every entry is the one that was hashed, in its place, with its columns',
    faults: `SELECT 'entry ' || e.tree_index || ' was changed: its text' FROM audit_entry e WHERE e.text IS NOT NULL AND ${leaf} <> e.leaf_hash
      UNION ALL SELECT 'entry ' || e.tree_index || ' says that it stands at ' || (e.text::jsonb ->> 'treeIndex')
        FROM audit_entry e WHERE e.text IS NOT NULL AND (e.text::jsonb ->> 'treeIndex')::bigint <> e.tree_index
      UNION ALL SELECT 'entry ' || e.tree_index || ' was changed: its columns' FROM audit_entry e
        WHERE e.text IS NOT NULL AND audit_columns(e) <> audit_told(e.text)
      UNION ALL SELECT 'person ' || min(e.actor_id::text) || ' has ' || count(DISTINCT e.text::jsonb ->> 'actor') || ' names in the log'
        FROM audit_entry e WHERE e.text IS NOT NULL GROUP BY e.actor_id HAVING count(DISTINCT e.text::jsonb ->> 'actor') > 1`,
  },
  {
    id: 'I8.3',
    what: 'every subtree of the log is the hash of the two below it',
    faults: `SELECT 'subtree ' || n.level || '/' || n.position || ' is not the hash of its halves' FROM log_node n
        LEFT JOIN log_tree l ON l.level = n.level - 1 AND l.position = n.position * 2
        LEFT JOIN log_tree r ON r.level = n.level - 1 AND r.position = n.position * 2 + 1
        WHERE encode(sha256('\\x01'::bytea || decode(l.hash, 'hex') || decode(r.hash, 'hex')), 'hex') IS DISTINCT FROM n.hash`,
  },
  {
    id: 'I9',
    what: 'no letter waits longer than ten minutes beyond its time, unless the letters of its edition are held',
    faults: `SELECT 'letter ' || o.id || ' (' || o.notice || ') has been due since ' || o.next_attempt_at FROM outbox o
        WHERE o.state = 'pending' AND o.next_attempt_at < clock_timestamp() - interval '10 minutes'
          AND NOT (o.notice = ANY (ARRAY[${HOLDABLE.map((name) => `'${name}'`).join()}]) AND EXISTS
            (SELECT 1 FROM letter_hold h WHERE h.campaign_id = o.campaign_id AND h.released_at IS NULL))`,
  },
  {
    id: 'I10',
    what: 'the public role sees nothing of an edition before its release',
    faults: `SELECT 'the public role may read ' || g.table_name FROM information_schema.role_table_grants g
        WHERE g.grantee = 'imtiyaz_public' AND g.table_name <> ALL (ARRAY[${PUBLIC_TABLES.map((name) => `'${name}'`).join()}])
      UNION ALL SELECT 'snapshot ' || s.number || ' of ' || c.slug || ' lies in the open before its instant' FROM snapshot s
        JOIN campaign c ON c.id = s.campaign_id
        WHERE s.published_at > award_now() OR c.phase NOT IN ('published', 'archived')
      UNION ALL SELECT 'document ' || d.number || ' is public, its edition is not' FROM document d
        WHERE d.public AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.campaign_id = d.campaign_id AND s.published_at <= award_now())`,
  },
  {
    id: 'I11',
    what: 'no session of a disabled account is open',
    faults: `SELECT 'session ' || s.id || ' belongs to a disabled account' FROM session s JOIN person p ON p.id = s.person_id
        WHERE p.disabled_at IS NOT NULL AND s.ended_at IS NULL AND s.expires_at > award_now()`,
  },
  {
    id: 'I12',
    what: 'every sealed sheet stands in the log with the commitment it has now',
    faults: `SELECT 'sheet ' || s.id || ' has a commitment that was never entered in the log' FROM score_sheet s
        WHERE s.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.act = 'scoreSheetSealed'
          AND e.subject_id = s.id::text AND e.facts ->> 'commitment' = s.commitment)`,
  },
]
