-- Readers can be added to a shortlisted file while the second round runs. Which sheets exist is then no longer what the
-- opening of that round made once and for all, so that the database itself holds to it: once a second round is open, a new
-- sheet is of that round and of a nomination that reached it. The mark that voids an older sheet stays of its round.
CREATE FUNCTION sheet_of_open_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  listed boolean;
BEGIN
  SELECT bool_or(l.nomination_id = NEW.nomination_id) INTO listed
    FROM nomination n JOIN shortlist l ON l.campaign_id = n.campaign_id WHERE n.id = NEW.nomination_id;
  IF NEW.second_round IS DISTINCT FROM coalesce(listed, false) OR listed = false THEN
    RAISE EXCEPTION 'a new sheet is of the round that is open' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sheet_of_open_round BEFORE INSERT ON score_sheet
  FOR EACH ROW WHEN (NEW.state <> 'voided') EXECUTE FUNCTION sheet_of_open_round();
