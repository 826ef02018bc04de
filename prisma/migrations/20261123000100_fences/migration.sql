-- What must hold whatever the application does: one clock, append-only rows, states, uniqueness of what is live.

-- All time of the product (product.md section 4). The override row exists only in test, demonstration and replay databases.
CREATE FUNCTION award_now() RETURNS timestamptz
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce((SELECT now_at FROM award_clock WHERE id = 1), date_trunc('milliseconds', clock_timestamp())) $$;

-- The person of the current unit of work, set by set_config('app.user', …, true).
CREATE FUNCTION app_user() RETURNS uuid
  LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;

-- Append-only and frozen rows ------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% rows never change', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dossier_version_frozen BEFORE UPDATE OR DELETE ON dossier_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_frozen BEFORE UPDATE OR DELETE ON snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bundle_file_frozen BEFORE UPDATE OR DELETE ON bundle_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interest_append_only BEFORE UPDATE OR DELETE ON interest FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER phase_change_append_only BEFORE UPDATE OR DELETE ON phase_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ballot_frozen BEFORE UPDATE OR DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_signature_frozen BEFORE UPDATE OR DELETE ON minutes_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_approval_frozen BEFORE UPDATE OR DELETE ON release_approval FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER regulation_frozen BEFORE UPDATE OR DELETE ON regulation_version
  FOR EACH ROW WHEN (OLD.state = 'frozen') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sheet_sealed BEFORE UPDATE OR DELETE ON score_sheet
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_score_of_sealed_sheet() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (SELECT state FROM score_sheet WHERE id = coalesce(NEW.sheet_id, OLD.sheet_id)) <> 'draft' THEN
    RAISE EXCEPTION 'the sheet is sealed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER score_of_sealed_sheet BEFORE UPDATE OR DELETE ON score
  FOR EACH ROW EXECUTE FUNCTION refuse_score_of_sealed_sheet();

-- One of what must be one -------------------------------------------------------------------------------------
CREATE UNIQUE INDEX regulation_one_draft ON regulation_version (campaign_id) WHERE state = 'draft';
CREATE UNIQUE INDEX role_grant_live ON role_grant (person_id, campaign_id, role) NULLS NOT DISTINCT WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX mandate_live ON mandate (person_id, administration_id, role) WHERE state IN ('requested', 'active');
CREATE UNIQUE INDEX screening_live ON screening_decision (nomination_id) WHERE state IN ('proposed', 'validated');
CREATE UNIQUE INDEX recusal_live ON recusal (seat_id, nomination_id) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX assignment_live ON assignment (seat_id, nomination_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX sheet_one_draft ON score_sheet (seat_id, nomination_id) WHERE state = 'draft';
CREATE UNIQUE INDEX attendance_present ON attendance (session_id, seat_id) WHERE left_at IS NULL;
CREATE UNIQUE INDEX motion_one_open ON motion (item_id) WHERE state = 'open';
CREATE UNIQUE INDEX ballot_one_per_seat ON ballot (motion_id, seat_id) WHERE seat_id IS NOT NULL;
CREATE UNIQUE INDEX release_live ON release (campaign_id) WHERE state IN ('prepared', 'approved');
CREATE UNIQUE INDEX session_live ON deliberation_session (campaign_id) WHERE state IN ('convened', 'open');
CREATE INDEX sheet_current ON score_sheet (nomination_id, seat_id, sequence DESC);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';

-- States and shapes ------------------------------------------------------------------------------------------
ALTER TABLE person ADD CONSTRAINT person_email_lower CHECK (email = lower(email) AND length(email) <= 254);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK (role IN ('secretariat', 'organiser', 'publisher', 'auditor', 'administrator'));
ALTER TABLE mandate ADD CONSTRAINT mandate_role CHECK (role IN ('editor', 'signatory') AND state IN ('requested', 'active', 'refused', 'revoked'));
ALTER TABLE administration ADD CONSTRAINT administration_state CHECK (state IN ('requested', 'approved', 'refused'));
ALTER TABLE campaign ADD CONSTRAINT campaign_phase CHECK (phase IN
  ('preparation', 'nominations', 'screening', 'evaluation', 'presentations', 'deliberation', 'embargo', 'published', 'archived')),
  ADD CONSTRAINT campaign_year CHECK (year BETWEEN 1990 AND 2200);
ALTER TABLE regulation_version ADD CONSTRAINT regulation_state CHECK (state IN ('draft', 'frozen') AND (state = 'draft' OR hash IS NOT NULL));
ALTER TABLE prize_slot ADD CONSTRAINT prize_slot_type CHECK (type IN ('excellence', 'encouragement', 'jury', 'other'));
ALTER TABLE nomination ADD CONSTRAINT nomination_state CHECK (state IN
  ('draft', 'awaiting_visa', 'submitted', 'completion_requested', 'admissible', 'inadmissible', 'withdrawn', 'disqualified'));
ALTER TABLE dossier_version ADD CONSTRAINT dossier_version_kind CHECK (kind IN ('submission', 'completion'));
ALTER TABLE stored_file ADD CONSTRAINT stored_file_scan CHECK (scan_state IN ('pending', 'clean', 'infected', 'unscanned') AND size > 0);
ALTER TABLE screening_check ADD CONSTRAINT screening_check_verdict CHECK (verdict IN ('compliant', 'not_compliant', 'not_applicable'));
ALTER TABLE screening_decision ADD CONSTRAINT screening_outcome CHECK (outcome IN ('admissible', 'inadmissible') AND state IN ('proposed', 'validated', 'returned')),
  ADD CONSTRAINT screening_two_clerks CHECK (settled_by IS NULL OR settled_by <> proposed_by);
ALTER TABLE seat ADD CONSTRAINT seat_role CHECK (role IN ('juror', 'chair', 'deputy', 'expert')
  AND state IN ('vacant', 'invited', 'accepted', 'declined', 'ended'));
ALTER TABLE interest ADD CONSTRAINT interest_kind CHECK (kind IN ('none', 'employment', 'supervision', 'contract', 'family', 'other'));
ALTER TABLE recusal ADD CONSTRAINT recusal_source CHECK (source IN ('declared', 'automatic', 'secretariat'));
ALTER TABLE score_sheet ADD CONSTRAINT sheet_state CHECK (state IN ('draft', 'sealed', 'abstained', 'voided')
  AND (state <> 'sealed' OR (commitment IS NOT NULL AND salt IS NOT NULL AND sheet_number IS NOT NULL AND sealed_at IS NOT NULL)));
ALTER TABLE score ADD CONSTRAINT score_level CHECK (level IS NULL OR level BETWEEN 0 AND 100);
ALTER TABLE deliberation_session ADD CONSTRAINT session_state CHECK (state IN ('convened', 'open', 'closed'));
ALTER TABLE deliberation_item ADD CONSTRAINT item_state CHECK (state IN ('pending', 'open', 'decided'));
ALTER TABLE motion ADD CONSTRAINT motion_kind CHECK (kind IN ('award_or_withhold', 'ranking', 'run_off') AND state IN ('open', 'closed'));
ALTER TABLE award_decision ADD CONSTRAINT award_outcome CHECK (outcome IN ('awarded', 'shared', 'withheld')
  AND (outcome <> 'withheld' OR reason_code IS NOT NULL));
ALTER TABLE minutes ADD CONSTRAINT minutes_state CHECK (state IN ('draft', 'signing', 'signed'));
ALTER TABLE release ADD CONSTRAINT release_state CHECK (state IN ('prepared', 'approved', 'published', 'cancelled'));
ALTER TABLE outbox ADD CONSTRAINT outbox_state CHECK (state IN ('pending', 'sent', 'failed', 'held', 'cancelled'));
