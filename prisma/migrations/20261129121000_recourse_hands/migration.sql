-- Who may be a hand of an answer: clerks and organisers whose account is open, none that took part in what is contested, none
-- that acts for the administration or one of its partners. The filing, the reminders and the control tower ask the same.
CREATE FUNCTION appeal_desk(of_appeal uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT g.person_id FROM appeal a JOIN nomination n ON n.id = a.nomination_id
    JOIN role_grant g ON g.campaign_id = n.campaign_id AND g.role IN ('secretariat', 'organiser') AND g.revoked_at IS NULL
    JOIN person h ON h.id = g.person_id AND h.disabled_at IS NULL
   WHERE a.id = of_appeal AND g.person_id NOT IN (SELECT appeal_involved(a.id))
     AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = g.person_id AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())
       AND (m.administration_id = n.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
         WHERE p.nomination_id = n.id AND p.administration_id = m.administration_id)))
$$;
REVOKE ALL ON FUNCTION appeal_desk FROM PUBLIC;
GRANT EXECUTE ON FUNCTION appeal_desk TO imtiyaz_applicant, imtiyaz_office;

CREATE OR REPLACE FUNCTION complaint_desk(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT g.person_id FROM complaint c
    JOIN role_grant g ON g.campaign_id = c.campaign_id AND g.role IN ('secretariat', 'organiser') AND g.revoked_at IS NULL
    JOIN person h ON h.id = g.person_id AND h.disabled_at IS NULL
   WHERE c.id = of_complaint AND g.person_id NOT IN (SELECT complaint_involved(c.id))
     AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = g.person_id AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())
       AND (m.administration_id = c.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
         WHERE p.nomination_id = c.nomination_id AND p.administration_id = m.administration_id)))
$$;
