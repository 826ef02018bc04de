-- A proposal of readers: asked for by the secretariat, computed by the worker, confirmed or left.
CREATE TABLE assignment_proposal (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE RESTRICT,
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'computing', 'ready', 'impossible', 'refused', 'cancelled', 'confirmed')),
  stage text,
  settings jsonb NOT NULL,
  -- SHA-256 of seed and salt, written to the trail before the draw; both are shown with the result.
  seed integer NOT NULL,
  salt text NOT NULL,
  commitment text NOT NULL,
  input_hash text NOT NULL,
  solver jsonb,
  result jsonb,
  requested_by uuid NOT NULL,
  requested_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  UNIQUE (campaign_id, number)
);
-- One computation of a campaign at a time.
CREATE UNIQUE INDEX assignment_proposal_live ON assignment_proposal (campaign_id) WHERE state IN ('waiting', 'computing');

GRANT SELECT, INSERT, UPDATE ON assignment_proposal TO imtiyaz_office;
ALTER TABLE assignment_proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON assignment_proposal TO imtiyaz_office USING (true) WITH CHECK (true);
