-- One append-only tree (RFC 6962) over every audit entry, in a sequence without gaps, with its signed checkpoints.
CREATE TABLE "log_head" (
    "id" SMALLINT NOT NULL,
    "size" BIGINT NOT NULL,

    CONSTRAINT "log_head_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "log_node" (
    "level" SMALLINT NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "log_node_pkey" PRIMARY KEY ("level", "position")
);
CREATE TABLE "log_checkpoint" (
    "size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "campaign_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("size")
);
CREATE TABLE "checkpoint_witness" (
    "id" UUID NOT NULL,
    "checkpoint_size" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_witness_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "checkpoint_witness_checkpoint_size_kind_name_key" ON "checkpoint_witness"("checkpoint_size", "kind", "name");
ALTER TABLE "checkpoint_witness" ADD CONSTRAINT "checkpoint_witness_checkpoint_size_fkey" FOREIGN KEY ("checkpoint_size") REFERENCES "log_checkpoint"("size") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An entry written before this form keeps its leaf and has no text: it can be proven to stand, not recomputed.
ALTER TABLE "audit_entry" ADD COLUMN "tree_index" BIGINT, ADD COLUMN "text" TEXT, ADD COLUMN "disclosed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
UPDATE audit_entry e SET tree_index = o.place
  FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM audit_entry) o WHERE o.id = e.id;
ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;
ALTER TABLE "audit_entry" ALTER COLUMN "tree_index" SET NOT NULL;
CREATE UNIQUE INDEX "audit_entry_tree_index_key" ON "audit_entry"("tree_index");
ALTER TABLE log_head ADD CONSTRAINT log_head_single CHECK (id = 1 AND size >= 0);
ALTER TABLE log_checkpoint ADD CONSTRAINT log_checkpoint_cause CHECK (cause IN ('phase', 'daily') AND size > 0);
ALTER TABLE checkpoint_witness ADD CONSTRAINT checkpoint_witness_kind CHECK (kind IN ('cosignature', 'timestamp'));

-- The place of a new leaf and every subtree that it completes (RFC 6962 section 2.1); the caller holds the head's row.
CREATE FUNCTION complete_log_nodes(place bigint, leaf text) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  height smallint := 0;
  spot bigint := place;
  node text := leaf;
  sibling text;
BEGIN
  WHILE spot % 2 = 1 LOOP
    IF height = 0 THEN SELECT leaf_hash INTO STRICT sibling FROM audit_entry WHERE tree_index = spot - 1;
    ELSE SELECT hash INTO STRICT sibling FROM log_node WHERE level = height AND position = spot - 1;
    END IF;
    node := encode(sha256('\x01'::bytea || decode(sibling, 'hex') || decode(node, 'hex')), 'hex');
    height := height + 1;
    spot := spot / 2;
    INSERT INTO log_node (level, position, hash) VALUES (height, spot, node);
  END LOOP;
END $$;

DO $$
DECLARE old record;
BEGIN
  FOR old IN SELECT tree_index, leaf_hash FROM audit_entry ORDER BY tree_index LOOP
    PERFORM complete_log_nodes(old.tree_index, old.leaf_hash);
  END LOOP;
  INSERT INTO log_head (id, size) SELECT 1, count(*) FROM audit_entry;
END $$;

-- The only way into the log. The head's row is held until the end of the transaction, so that two acts at once stand one
-- after the other and a rolled back act leaves no gap. The text gets its place as its last member (RFC 8785 order).
CREATE FUNCTION append_audit_entries(entries jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  entry jsonb;
  place bigint;
  told text;
  leaf text;
BEGIN
  SELECT size INTO STRICT place FROM log_head WHERE id = 1 FOR UPDATE;
  FOR entry IN SELECT value FROM jsonb_array_elements(entries) LOOP
    told := left(entry->>'text', -1) || ',"treeIndex":' || place || '}';
    leaf := encode(sha256('\x00'::bytea || convert_to(told, 'UTF8')), 'hex');
    INSERT INTO audit_entry (tree_index, at, actor_id, actor_role, act, subject_type, subject_id, campaign_id, facts,
        request_id, address, text, disclosed, leaf_hash)
      VALUES (place, (entry->>'at')::timestamptz, (entry->>'actorId')::uuid, entry->>'role', entry->>'act',
        entry->>'subjectType', entry->>'subjectId', (entry->>'campaignId')::uuid, entry->'facts',
        entry->>'requestId', entry->>'address', told, (entry->>'disclosed')::boolean, leaf);
    PERFORM complete_log_nodes(place, leaf);
    place := place + 1;
  END LOOP;
  UPDATE log_head SET size = place WHERE id = 1;
  RETURN place;
END $$;
REVOKE ALL ON FUNCTION append_audit_entries, complete_log_nodes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit_entries TO imtiyaz_applicant, imtiyaz_jury, imtiyaz_office;
REVOKE INSERT ON audit_entry FROM imtiyaz_applicant, imtiyaz_jury, imtiyaz_office;

CREATE TRIGGER log_node_append_only BEFORE UPDATE OR DELETE ON log_node FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_node_no_truncate BEFORE TRUNCATE ON log_node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_head_stays BEFORE DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_head_no_truncate BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoint_append_only BEFORE UPDATE OR DELETE ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoint_no_truncate BEFORE TRUNCATE ON log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_witness_append_only BEFORE UPDATE OR DELETE ON checkpoint_witness FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What anyone may see: the log as far as the newest checkpoint, as hashes; texts only of acts that are public themselves.
CREATE VIEW public_log AS
  SELECT tree_index, leaf_hash, CASE WHEN disclosed THEN text END AS text FROM audit_entry
   WHERE tree_index < (SELECT max(size) FROM log_checkpoint);
CREATE VIEW log_tree AS
  SELECT 0::smallint AS level, tree_index AS position, leaf_hash AS hash FROM audit_entry
  UNION ALL SELECT level, position, hash FROM log_node;
CREATE VIEW public_log_tree AS
  SELECT level, position, hash FROM log_tree
   WHERE (position + 1) << level::int <= (SELECT max(size) FROM log_checkpoint);

-- The entry by which the person of this unit sealed a sheet, for the receipt.
CREATE FUNCTION own_sheet_entry(of_sheet uuid) RETURNS TABLE (tree_index bigint, entry_text text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.tree_index, e.text FROM audit_entry e
   WHERE e.act = 'scoreSheetSealed' AND e.subject_id = of_sheet::text AND e.actor_id = app_user()
   ORDER BY e.tree_index DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION own_sheet_entry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_sheet_entry TO imtiyaz_jury;

GRANT SELECT ON public_log, public_log_tree, log_checkpoint, checkpoint_witness TO imtiyaz_public, imtiyaz_jury, imtiyaz_office;
GRANT SELECT ON log_head, log_node, log_tree TO imtiyaz_office;
GRANT INSERT ON log_checkpoint, checkpoint_witness TO imtiyaz_office;

-- What the columns of an entry say, and what its text says, in the same form. Persons are left out: the text holds
-- keyed digests in their place.
CREATE FUNCTION audit_columns(e audit_entry) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('act', e.act, 'role', e.actor_role, 'campaign', e.campaign_id,
    'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'type', e.subject_type,
    'subject', CASE WHEN e.subject_type <> 'person' THEN e.subject_id END,
    'facts', coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(e.facts) WHERE key !~* 'personId$' AND key <> 'promoted'), '{}')) $$;
CREATE FUNCTION audit_told(entry_text text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('act', t->'act', 'role', t->'role', 'campaign', t->'campaign', 'at', t->'at',
    'type', t->'subject'->'type', 'subject', CASE WHEN t->'subject'->>'type' <> 'person' THEN t->'subject'->'id' END,
    'facts', coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(t->'facts') WHERE key !~* 'personId$' AND key <> 'promoted'), '{}'))
  FROM (SELECT entry_text::jsonb AS t) AS told $$;
REVOKE ALL ON FUNCTION audit_columns, audit_told FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_columns, audit_told TO imtiyaz_office;
