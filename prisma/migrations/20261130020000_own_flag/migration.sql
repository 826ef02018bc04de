-- The table of flags stays the office's alone. A juror's sheet asks one thing of it: does an own flag suspend this file? The
-- answer is about the person who asks and nobody else, so that it says nothing of another juror's flag.
CREATE FUNCTION jury_flagged(nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM flag f JOIN seat s ON s.id = f.seat_id
    WHERE f.nomination_id = nomination AND f.state = 'open' AND s.person_id = app_user()) $$;
REVOKE ALL ON FUNCTION jury_flagged FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jury_flagged TO imtiyaz_jury;
