-- The same rights as before, asked once a statement instead of once a row: what does not depend on the row stands in
-- an uncorrelated ARRAY(SELECT …), which the planner runs once and may look up in an index.
CREATE FUNCTION jury_hidden() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.nomination_id FROM recusal r JOIN seat s ON s.id = r.seat_id
   WHERE r.lifted_at IS NULL AND s.person_id = app_user() $$;
CREATE FUNCTION jury_campaigns() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT campaign_id FROM seat WHERE person_id = app_user() AND state = 'accepted' $$;
CREATE FUNCTION jury_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM seat WHERE person_id = app_user() $$;
REVOKE ALL ON FUNCTION jury_hidden, jury_campaigns, jury_seats FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jury_hidden, jury_campaigns, jury_seats TO imtiyaz_jury;

ALTER POLICY jury_sees ON nomination
  USING (state = 'admissible' AND campaign_id = ANY (ARRAY(SELECT jury_campaigns())) AND id <> ALL (ARRAY(SELECT jury_hidden())));
ALTER POLICY jury_sees ON nomination_partner USING (nomination_id <> ALL (ARRAY(SELECT jury_hidden())));
ALTER POLICY own_rows ON interest USING (seat_id = ANY (ARRAY(SELECT jury_seats())));
ALTER POLICY own_rows ON recusal USING (seat_id = ANY (ARRAY(SELECT jury_seats())));
ALTER POLICY own_rows ON assignment
  USING (seat_id = ANY (ARRAY(SELECT jury_seats())) AND nomination_id <> ALL (ARRAY(SELECT jury_hidden())));
ALTER POLICY own_sheets ON score_sheet
  USING (person_id = app_user() AND nomination_id <> ALL (ARRAY(SELECT jury_hidden())));
-- The inner table has its own row security, which hides the recused; the owner is said again.
ALTER POLICY own_scores ON score
  USING (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = app_user()))
  WITH CHECK (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = app_user()));
