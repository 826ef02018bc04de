-- What an administration files is its own file's, written by one of its signatories, whatever the application forgot: the
-- rows said so only for reading. A complaint arrives as received, and all that its author may change is the one reopening
-- of one that was answered.
DROP POLICY own_administration ON complaint;
CREATE POLICY own_administration ON complaint FOR SELECT TO imtiyaz_applicant
  USING (EXISTS (SELECT 1 FROM mandate m WHERE m.administration_id = complaint.administration_id AND m.person_id = app_user()
    AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())));
CREATE POLICY filing ON complaint FOR INSERT TO imtiyaz_applicant
  WITH CHECK (author_id = app_user() AND state = 'received' AND EXISTS (
    SELECT 1 FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id
     WHERE n.id = complaint.nomination_id AND n.campaign_id = complaint.campaign_id
       AND n.administration_id = complaint.administration_id AND m.person_id = app_user() AND m.role = 'signatory'
       AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())));
CREATE POLICY reopening ON complaint FOR UPDATE TO imtiyaz_applicant
  USING (author_id = app_user() AND state = 'answered' AND reopened_at IS NULL)
  WITH CHECK (author_id = app_user() AND state = 'reopened');

DROP POLICY filing ON "appeal";
CREATE POLICY filing ON "appeal" FOR INSERT TO imtiyaz_applicant
  WITH CHECK (filed_by = app_user() AND EXISTS (
    SELECT 1 FROM screening_decision d JOIN nomination n ON n.id = d.nomination_id
      JOIN mandate m ON m.administration_id = n.administration_id
     WHERE d.id = appeal.decision_id AND d.nomination_id = appeal.nomination_id
       AND d.outcome = 'inadmissible' AND d.state = 'validated'
       AND m.person_id = app_user() AND m.role = 'signatory' AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())));
