-- The same rights as before. A function with a setting of its own (search_path) pays for it at every call; a body that is
-- parsed when it is made finds its tables once and for all, and needs none. Who asks is looked up once a call, not once a row.
CREATE OR REPLACE FUNCTION jury_hidden() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT r.nomination_id FROM recusal r JOIN seat s ON s.id = r.seat_id
   WHERE r.lifted_at IS NULL AND s.person_id = (SELECT app_user());
END;
CREATE OR REPLACE FUNCTION jury_campaigns() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT campaign_id FROM seat WHERE person_id = (SELECT app_user()) AND state = 'accepted';
END;
CREATE OR REPLACE FUNCTION jury_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT id FROM seat WHERE person_id = (SELECT app_user());
END;
CREATE OR REPLACE FUNCTION jury_recused(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT EXISTS (SELECT 1 FROM recusal r JOIN seat s ON s.id = r.seat_id
    WHERE r.nomination_id = of_nomination AND r.lifted_at IS NULL AND s.person_id = (SELECT app_user()));
END;
CREATE OR REPLACE FUNCTION jury_may_read(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT EXISTS (
    SELECT 1 FROM nomination n
      JOIN campaign c ON c.id = n.campaign_id
      JOIN seat s ON s.campaign_id = n.campaign_id AND s.person_id = (SELECT app_user()) AND s.state = 'accepted'
     WHERE n.id = of_nomination AND n.state = 'admissible'
       AND n.id <> ALL (ARRAY(SELECT jury_hidden()))
       AND EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = s.id AND i.nomination_id = n.id)
       AND (c.phase = 'deliberation' OR s.role IN ('chair', 'deputy', 'expert')
            OR EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = s.id AND a.nomination_id = n.id AND a.removed_at IS NULL)));
END;
CREATE OR REPLACE FUNCTION jury_may_score(of_seat uuid, of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT EXISTS (
    SELECT 1 FROM assignment a JOIN seat s ON s.id = a.seat_id
     WHERE a.seat_id = of_seat AND a.nomination_id = of_nomination AND a.removed_at IS NULL
       AND s.person_id = (SELECT app_user()) AND s.state = 'accepted'
       AND of_nomination <> ALL (ARRAY(SELECT jury_hidden())));
END;
ALTER POLICY own_sheets ON score_sheet
  USING (person_id = (SELECT app_user()) AND nomination_id <> ALL (ARRAY(SELECT jury_hidden())));

-- The newest round of each of a juror's files is read from the index alone.
DROP INDEX score_sheet_seat_id_nomination_id_sequence_key;
CREATE UNIQUE INDEX score_sheet_seat_id_nomination_id_sequence_key
  ON score_sheet (seat_id, nomination_id, sequence) INCLUDE (id, state, person_id);

ALTER POLICY own_scores ON score
  USING (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = (SELECT app_user())))
  WITH CHECK (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = (SELECT app_user())));
