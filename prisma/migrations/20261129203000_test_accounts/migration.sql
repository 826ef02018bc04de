-- The test account of a service (product.md section 6): its sealed text is reached by those who read the file and by
-- nobody else of the jury, and no other answer with it. Without the key of the application it says nothing.
CREATE FUNCTION jury_reads_now(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jury_may_read(of_nomination) AND EXISTS (
    SELECT 1 FROM assignment a JOIN seat s ON s.id = a.seat_id
     WHERE a.nomination_id = of_nomination AND a.removed_at IS NULL
       AND s.person_id = app_user() AND s.state = 'accepted') $$;
CREATE FUNCTION jury_test_account(of_nomination uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.value #>> '{}' FROM answer a
   WHERE a.nomination_id = of_nomination AND a.field = 'accessAccount' AND jury_reads_now(of_nomination) $$;
-- Whether there is one, for the line that leads to it: cheap enough for every page of the file.
CREATE FUNCTION jury_has_test_account(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM answer WHERE nomination_id = of_nomination AND field = 'accessAccount')
     AND EXISTS (SELECT 1 FROM assignment a JOIN seat s ON s.id = a.seat_id
          WHERE a.nomination_id = of_nomination AND a.removed_at IS NULL AND s.person_id = app_user()) $$;
REVOKE ALL ON FUNCTION jury_reads_now, jury_test_account, jury_has_test_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jury_test_account, jury_has_test_account TO imtiyaz_jury;
