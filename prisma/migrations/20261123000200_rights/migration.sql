-- Rule R2 (reliability.md 2.4): a forgotten check in the application meets a missing grant, not a leak.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['imtiyaz_public', 'imtiyaz_applicant', 'imtiyaz_jury', 'imtiyaz_office'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster was quicker
      END;
    END IF;
    -- Since PostgreSQL 16 a member may be one in name only, without the right to SET ROLE.
    IF NOT pg_has_role(current_user, name, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO imtiyaz_public, imtiyaz_applicant, imtiyaz_jury, imtiyaz_office;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION CURRENT_USER;
GRANT ALL ON SCHEMA jobs TO imtiyaz_office;

-- The public: the frozen rules, the published snapshots, what a check page needs. Nothing else. --------------------
GRANT SELECT ON campaign, regulation_version, category, prize_slot, phase_change, snapshot, bundle_file, setting TO imtiyaz_public;
GRANT SELECT (id, kind, number, check_code, sha256, campaign_id, created_at, public, record) ON document TO imtiyaz_public;

-- Applicants, and identity for everybody (sign-in happens before anyone knows a role). No score, no ballot, no seat
-- assignment, no decision is reachable.
GRANT SELECT ON campaign, regulation_version, category, prize_slot, phase_change, snapshot, setting, administration,
  administration_name, seat TO imtiyaz_applicant;
GRANT SELECT, INSERT, UPDATE ON person, recovery_code, session, one_time_token, mandate TO imtiyaz_applicant;
GRANT DELETE ON recovery_code TO imtiyaz_applicant;
GRANT SELECT ON role_grant TO imtiyaz_applicant;
GRANT UPDATE (person_id, state, answered_at, charter_signed_at, invitee_name, invitee_email, alternate_name, alternate_email, invited_at)
  ON seat TO imtiyaz_applicant;
GRANT INSERT ON administration, administration_name, role_grant TO imtiyaz_applicant;
GRANT SELECT, INSERT, UPDATE ON nomination, nomination_partner, answer, rescued_text, evidence, stored_file, document, idempotency_key
  TO imtiyaz_applicant;
GRANT DELETE ON nomination_partner, answer TO imtiyaz_applicant;
GRANT SELECT, INSERT ON dossier_version TO imtiyaz_applicant;
GRANT SELECT ON screening_decision TO imtiyaz_applicant;
GRANT SELECT, UPDATE ON completion_request TO imtiyaz_applicant;
GRANT UPDATE (next_reference, next_receipt) ON campaign TO imtiyaz_applicant;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO imtiyaz_applicant;
GRANT SELECT ON demo_mail TO imtiyaz_applicant;

-- The jury: own rows only, by row security below. -----------------------------------------------------------------
GRANT SELECT ON campaign, regulation_version, category, prize_slot, snapshot, setting, administration, nomination,
  nomination_partner, dossier_version, evidence, stored_file, seat, deliberation_session, deliberation_item, motion,
  attendance, assignment TO imtiyaz_jury;
GRANT SELECT, INSERT ON interest, recusal TO imtiyaz_jury;
GRANT SELECT, INSERT, UPDATE ON score_sheet, score TO imtiyaz_jury;
GRANT DELETE ON score TO imtiyaz_jury;
GRANT UPDATE (charter_signed_at, state, answered_at, person_id) ON seat TO imtiyaz_jury;
GRANT UPDATE (removed_at) ON assignment TO imtiyaz_jury;
GRANT SELECT, INSERT ON ballot, motion_voter TO imtiyaz_jury;
GRANT SELECT, INSERT, UPDATE ON sealed_ballot TO imtiyaz_jury;
GRANT SELECT, INSERT ON idempotency_key TO imtiyaz_jury;
-- FOR SHARE and FOR UPDATE need an UPDATE right on some column; `version` of these rows is never written by the jury.
GRANT UPDATE (version) ON campaign TO imtiyaz_jury, imtiyaz_applicant;
GRANT UPDATE (state) ON motion TO imtiyaz_jury;

-- The office: everything, except rewriting what is append-only. -----------------------------------------------------
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO imtiyaz_office;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, dossier_version, snapshot, bundle_file, interest, phase_change, ballot,
  minutes_signature, release_approval, motion_voter FROM imtiyaz_office;
REVOKE INSERT, UPDATE, DELETE ON award_clock FROM imtiyaz_office;
REVOKE DELETE ON score_sheet, score, nomination, document, stored_file FROM imtiyaz_office;
REVOKE ALL ON _prisma_migrations FROM imtiyaz_office;

-- Everybody writes the trail, nobody but the office reads it.
GRANT INSERT ON audit_entry TO imtiyaz_applicant, imtiyaz_jury;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO imtiyaz_applicant, imtiyaz_jury, imtiyaz_office;
GRANT SELECT, UPDATE ON notice TO imtiyaz_applicant;

-- A notice owed to a person: the mail and the in-app row, without giving the caller sight of addresses.
CREATE FUNCTION owe_notice(notice_id uuid, outbox_id uuid, to_person uuid, notice_name text, notice_facts jsonb, of_campaign uuid, at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO notice (id, person_id, name, facts, campaign_id, created_at)
    VALUES (notice_id, to_person, notice_name, notice_facts, of_campaign, at);
  INSERT INTO outbox (id, notice, person_id, email, locale, facts, campaign_id, state, created_at, next_attempt_at)
    SELECT outbox_id, notice_name, id, email, locale, notice_facts, of_campaign, 'pending', at, clock_timestamp() FROM person WHERE id = to_person;
END $$;
CREATE FUNCTION owe_mail(outbox_id uuid, to_email text, in_locale text, notice_name text, notice_facts jsonb, of_campaign uuid, at timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO outbox (id, notice, person_id, email, locale, facts, campaign_id, state, created_at, next_attempt_at)
    VALUES (outbox_id, notice_name, NULL, to_email, in_locale, notice_facts, of_campaign, 'pending', at, clock_timestamp())
$$;
REVOKE ALL ON FUNCTION owe_notice, owe_mail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owe_notice, owe_mail TO imtiyaz_applicant, imtiyaz_jury, imtiyaz_office;

-- Row security -------------------------------------------------------------------------------------------------
-- Frozen rules only for the public; the draft of a regulation is the organiser's.
ALTER TABLE regulation_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY frozen_only ON regulation_version FOR SELECT TO imtiyaz_public, imtiyaz_applicant, imtiyaz_jury USING (state = 'frozen');
CREATE POLICY office_all ON regulation_version TO imtiyaz_office USING (true) WITH CHECK (true);

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_documents ON document FOR SELECT TO imtiyaz_public USING (public);
CREATE POLICY applicant_documents ON document TO imtiyaz_applicant USING (kind = 'receipt' OR public) WITH CHECK (kind = 'receipt');
CREATE POLICY office_all ON document TO imtiyaz_office USING (true) WITH CHECK (true);

-- Does the person of this unit hold an accepted seat for which the nomination is not hidden?
CREATE FUNCTION jury_seat(of_campaign uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM seat WHERE campaign_id = of_campaign AND person_id = app_user() AND state = 'accepted' LIMIT 1 $$;
CREATE FUNCTION jury_recused(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM recusal r JOIN seat s ON s.id = r.seat_id
                 WHERE r.nomination_id = of_nomination AND r.lifted_at IS NULL AND s.person_id = app_user()) $$;
-- Content opens after a declaration without interest, to those who read it (assigned) or decide on it (deliberation).
CREATE FUNCTION jury_may_read(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM nomination n
      JOIN campaign c ON c.id = n.campaign_id
      JOIN seat s ON s.campaign_id = n.campaign_id AND s.person_id = app_user() AND s.state = 'accepted'
     WHERE n.id = of_nomination AND n.state = 'admissible'
       AND NOT jury_recused(n.id)
       AND EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = s.id AND i.nomination_id = n.id)
       AND (c.phase = 'deliberation' OR s.role IN ('chair', 'deputy', 'expert')
            OR EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = s.id AND a.nomination_id = n.id AND a.removed_at IS NULL)))
$$;
CREATE FUNCTION jury_may_score(of_seat uuid, of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM assignment a JOIN seat s ON s.id = a.seat_id JOIN campaign c ON c.id = s.campaign_id
     WHERE a.seat_id = of_seat AND a.nomination_id = of_nomination AND a.removed_at IS NULL
       AND s.person_id = app_user() AND s.state = 'accepted' AND NOT jury_recused(of_nomination))
$$;
GRANT EXECUTE ON FUNCTION jury_seat, jury_recused, jury_may_read, jury_may_score TO imtiyaz_jury;

ALTER TABLE nomination ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON nomination TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_all ON nomination TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY jury_sees ON nomination FOR SELECT TO imtiyaz_jury
  USING (state = 'admissible' AND jury_seat(campaign_id) IS NOT NULL AND NOT jury_recused(id));

ALTER TABLE nomination_partner ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON nomination_partner TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_all ON nomination_partner TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY jury_sees ON nomination_partner FOR SELECT TO imtiyaz_jury USING (NOT jury_recused(nomination_id));

ALTER TABLE dossier_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON dossier_version TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_all ON dossier_version TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY jury_reads ON dossier_version FOR SELECT TO imtiyaz_jury USING (jury_may_read(nomination_id));

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON evidence TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_all ON evidence TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY jury_reads ON evidence FOR SELECT TO imtiyaz_jury USING (removed_at IS NULL AND jury_may_read(nomination_id));

ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON stored_file TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_all ON stored_file TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY jury_reads ON stored_file FOR SELECT TO imtiyaz_jury USING (EXISTS (
  SELECT 1 FROM evidence e WHERE e.file_id = stored_file.id AND e.removed_at IS NULL AND jury_may_read(e.nomination_id)));

ALTER TABLE interest ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON interest TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_rows ON interest TO imtiyaz_jury
  USING (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()))
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user() AND state = 'accepted'));

ALTER TABLE recusal ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON recusal TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_rows ON recusal TO imtiyaz_jury
  USING (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()))
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()));

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON assignment TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_rows ON assignment TO imtiyaz_jury
  USING (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()) AND NOT jury_recused(nomination_id))
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()));

-- Scores: the juror's own sheets, never those of a file hidden by a recusal, never for a pair not assigned.
ALTER TABLE score_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON score_sheet TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_sheets ON score_sheet FOR SELECT TO imtiyaz_jury USING (person_id = app_user() AND NOT jury_recused(nomination_id));
CREATE POLICY own_insert ON score_sheet FOR INSERT TO imtiyaz_jury
  WITH CHECK (person_id = app_user() AND jury_may_score(seat_id, nomination_id));
CREATE POLICY own_update ON score_sheet FOR UPDATE TO imtiyaz_jury
  USING (person_id = app_user() AND jury_may_score(seat_id, nomination_id))
  WITH CHECK (person_id = app_user());

ALTER TABLE score ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON score TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_scores ON score TO imtiyaz_jury
  USING (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = app_user() AND NOT jury_recused(s.nomination_id)))
  WITH CHECK (EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id AND s.person_id = app_user() AND NOT jury_recused(s.nomination_id)));

-- Ballots: a juror writes the own one; nobody of the jury reads another's, sealed or open, before the vote is closed.
ALTER TABLE sealed_ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON sealed_ballot TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_ballot ON sealed_ballot TO imtiyaz_jury
  USING (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()))
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()));
ALTER TABLE ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON ballot TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_or_closed ON ballot FOR SELECT TO imtiyaz_jury
  USING (seat_id IN (SELECT id FROM seat WHERE person_id = app_user())
         OR EXISTS (SELECT 1 FROM motion m WHERE m.id = motion_id AND m.state = 'closed'));
CREATE POLICY own_insert ON ballot FOR INSERT TO imtiyaz_jury
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()));
ALTER TABLE motion_voter ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON motion_voter TO imtiyaz_office USING (true) WITH CHECK (true);
CREATE POLICY own_rows ON motion_voter TO imtiyaz_jury
  USING (true) WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user()));
