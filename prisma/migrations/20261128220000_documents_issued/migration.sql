-- Every act gives its document in its own transaction: a record under a number. The PDF is set from the record, and its
-- SHA-256 is kept from the first time; until then nobody holds a file that could be compared.
ALTER TABLE document ALTER COLUMN sha256 DROP NOT NULL;
UPDATE document SET sha256 = NULL WHERE kind = 'receipt';

-- The last number of a series and year. A series without a row goes on after the documents that stand.
CREATE TABLE document_series (
  series text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (series, year)
);
ALTER TABLE document_series ENABLE ROW LEVEL SECURITY;

-- Takes numbers that nobody else gets, without a gap: the row stays locked until the act commits. Returns the first.
CREATE FUNCTION take_document_numbers(of_series text, of_year integer, how_many integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO document_series AS s (series, year, last)
    SELECT of_series, of_year, how_many + coalesce(max(split_part(number, '-', 3)::integer), 0) FROM document
      WHERE number LIKE of_series || '-' || of_year || '-%'
      AND NOT EXISTS (SELECT 1 FROM document_series t WHERE t.series = of_series AND t.year = of_year)
  ON CONFLICT (series, year) DO UPDATE SET last = s.last + how_many
  RETURNING last - how_many + 1
$$;
REVOKE ALL ON FUNCTION take_document_numbers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_document_numbers TO imtiyaz_jury, imtiyaz_office;

-- A member of the jury leaves the charter, a declaration and a sealed sheet behind, and reads documents by the office's hand.
GRANT INSERT ON document TO imtiyaz_jury;
CREATE POLICY jury_documents ON document FOR INSERT TO imtiyaz_jury
  WITH CHECK (kind IN ('charter', 'interest_declaration', 'score_sheet') AND NOT public);

-- A public page leads to the documents of its laureate and of its edition; row security shows public ones alone.
GRANT SELECT (subject_id) ON document TO imtiyaz_public;

-- All certificates of a campaign as one piece of work, with its progress, which a person may stop.
CREATE TABLE document_batch (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE RESTRICT,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  total integer NOT NULL,
  made integer NOT NULL DEFAULT 0,
  requested_by uuid NOT NULL,
  requested_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3)
);
CREATE INDEX document_batch_campaign_id_idx ON document_batch (campaign_id);
CREATE UNIQUE INDEX document_batch_live ON document_batch (campaign_id) WHERE state IN ('waiting', 'running');
GRANT SELECT, INSERT, UPDATE ON document_batch TO imtiyaz_office;
ALTER TABLE document_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON document_batch TO imtiyaz_office USING (true) WITH CHECK (true);
