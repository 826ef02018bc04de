-- Who may answer is told, clerks and organisers alike: nobody who took part in what is contested, and nobody who acts for the
-- administration. One function says so to the filing, which has no right to see who took part, and to the reminders.
CREATE FUNCTION complaint_desk(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT g.person_id FROM complaint c
    JOIN role_grant g ON g.campaign_id = c.campaign_id AND g.role IN ('secretariat', 'organiser') AND g.revoked_at IS NULL
   WHERE c.id = of_complaint AND g.person_id NOT IN (SELECT complaint_involved(c.id))
     AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = g.person_id AND m.administration_id = c.administration_id
       AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now()))
$$;
REVOKE ALL ON FUNCTION complaint_desk FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaint_desk TO imtiyaz_applicant, imtiyaz_office;
