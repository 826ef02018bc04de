-- A sealed sheet gains no score either: the first fence watched changes and deletions only.
CREATE OR REPLACE FUNCTION refuse_score_of_sealed_sheet() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  of_sheet uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.sheet_id ELSE NEW.sheet_id END;
BEGIN
  IF (SELECT state FROM score_sheet WHERE id = of_sheet) <> 'draft' THEN
    RAISE EXCEPTION 'the sheet is sealed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
DROP TRIGGER score_of_sealed_sheet ON score;
CREATE TRIGGER score_of_sealed_sheet BEFORE INSERT OR UPDATE OR DELETE ON score
  FOR EACH ROW EXECUTE FUNCTION refuse_score_of_sealed_sheet();

-- A seat is changed by whoever holds it or by the office; every juror may read who else sits.
ALTER TABLE seat ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON seat TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY applicants ON seat TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY jury_reads ON seat FOR SELECT TO imtiyaz_jury USING (true);
CREATE POLICY own_seat ON seat FOR UPDATE TO imtiyaz_jury USING (person_id = app_user()) WITH CHECK (person_id = app_user());
