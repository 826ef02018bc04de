-- The series of a campaign's references and receipts is given once, when the campaign is begun, and stays: nothing that
-- happens to another campaign of the year changes the number of the next nomination. Archived editions give none.
ALTER TABLE "campaign" ADD COLUMN "series_place" INTEGER;
UPDATE campaign c SET series_place = p.place FROM (
  SELECT id, (row_number() OVER (PARTITION BY year ORDER BY created_at, id))::int - 1 AS place FROM campaign WHERE NOT archived) p
  WHERE p.id = c.id;
CREATE UNIQUE INDEX "campaign_year_series_place_key" ON "campaign"("year", "series_place");
ALTER TABLE campaign ADD CONSTRAINT campaign_series CHECK (archived OR series_place IS NOT NULL);

CREATE FUNCTION give_series() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.year <> OLD.year OR NEW.series_place IS DISTINCT FROM OLD.series_place THEN
      RAISE EXCEPTION 'the series of a campaign never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.series_place IS NULL AND NOT NEW.archived THEN
    -- Two campaigns begun at once take two places.
    PERFORM pg_advisory_xact_lock(20052, NEW.year);
    SELECT coalesce(max(series_place) + 1, 0) INTO NEW.series_place FROM campaign WHERE year = NEW.year;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_series_given BEFORE INSERT OR UPDATE OF year, series_place ON campaign
  FOR EACH ROW EXECUTE FUNCTION give_series();
