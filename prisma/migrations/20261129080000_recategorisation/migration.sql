-- Another category of the same campaign, only with the applicant's agreement (product.md section 7). The secretariat proposes
-- with a reason in both languages, the signatory agrees or refuses; a proposal ends once and stays as it was written.
CREATE TABLE "category_proposal" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "from_category_id" UUID NOT NULL,
    "to_category_id" UUID NOT NULL,
    "reason_ar" TEXT NOT NULL,
    "reason_fr" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "category_proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "category_proposal_state" CHECK ("state" IN ('open', 'agreed', 'refused', 'taken_back')),
    CONSTRAINT "category_proposal_settled" CHECK (("state" = 'open') = ("settled_by" IS NULL)
      AND ("settled_by" IS NULL) = ("settled_at" IS NULL)),
    CONSTRAINT "category_proposal_reasoned" CHECK (btrim("reason_ar") <> '' AND btrim("reason_fr") <> ''),
    CONSTRAINT "category_proposal_other" CHECK ("from_category_id" <> "to_category_id")
);
CREATE INDEX "category_proposal_nomination_id_idx" ON "category_proposal"("nomination_id");
ALTER TABLE "category_proposal" ADD CONSTRAINT "category_proposal_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "category_proposal" ADD CONSTRAINT "category_proposal_from_category_id_fkey" FOREIGN KEY ("from_category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "category_proposal" ADD CONSTRAINT "category_proposal_to_category_id_fkey" FOREIGN KEY ("to_category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX category_proposal_live ON category_proposal (nomination_id) WHERE state = 'open';
CREATE TRIGGER category_proposal_ended BEFORE UPDATE ON category_proposal
  FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER category_proposal_kept BEFORE DELETE ON category_proposal FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whether anybody of the jury has this file in hand: asked by the team's act, which may see neither assignments nor sheets.
CREATE FUNCTION jury_has_begun(of_nomination uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM assignment WHERE nomination_id = of_nomination AND removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM score_sheet WHERE nomination_id = of_nomination)
$$;
REVOKE ALL ON FUNCTION jury_has_begun FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jury_has_begun TO imtiyaz_applicant, imtiyaz_office;

-- Nobody moves a nomination to a category of which its signatory did not agree last, nor once the jury has it.
CREATE FUNCTION guard_category() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM category k WHERE k.id = NEW.category_id AND k.campaign_id = OLD.campaign_id)
    OR (SELECT p.to_category_id FROM category_proposal p WHERE p.nomination_id = OLD.id AND p.state = 'agreed'
      ORDER BY p.settled_at DESC, p.id DESC LIMIT 1) IS DISTINCT FROM NEW.category_id
    OR jury_has_begun(OLD.id) THEN
    RAISE EXCEPTION 'a category changes with the agreement of the applicant' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nomination_category_guarded BEFORE UPDATE OF category_id ON nomination
  FOR EACH ROW WHEN (OLD.category_id IS DISTINCT FROM NEW.category_id) EXECUTE FUNCTION guard_category();

-- The jury and the public have no grant at all. A team sees and answers what concerns its own administration.
GRANT SELECT, UPDATE (state, answer, settled_by, settled_at) ON category_proposal TO imtiyaz_applicant;
GRANT SELECT, INSERT, UPDATE (state, settled_by, settled_at) ON category_proposal TO imtiyaz_office;
ALTER TABLE category_proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_administration ON category_proposal TO imtiyaz_applicant
  USING (EXISTS (SELECT 1 FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id
    WHERE n.id = category_proposal.nomination_id AND m.person_id = app_user() AND m.state = 'active'
      AND (m.expires_at IS NULL OR m.expires_at > award_now())))
  WITH CHECK (settled_by = app_user());
CREATE POLICY office_all ON category_proposal TO imtiyaz_office USING (true) WITH CHECK (true);

-- Whoever proposed another category took part in the file, for an appeal and for a complaint about it.
CREATE OR REPLACE FUNCTION appeal_involved(of_appeal uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH a AS (SELECT * FROM appeal WHERE id = of_appeal)
  SELECT filed_by FROM a
  UNION SELECT s.person_id FROM a JOIN screening_check s ON s.nomination_id = a.nomination_id
  UNION SELECT q.requested_by FROM a JOIN completion_request q ON q.nomination_id = a.nomination_id
  UNION SELECT d.proposed_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id
  UNION SELECT d.settled_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id WHERE d.settled_by IS NOT NULL
  UNION SELECT p.proposed_by FROM a JOIN category_proposal p ON p.nomination_id = a.nomination_id
$$;
CREATE OR REPLACE FUNCTION complaint_involved(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH c AS (SELECT * FROM complaint WHERE id = of_complaint)
  SELECT author_id FROM c
  UNION SELECT a.answered_by FROM c JOIN complaint_answer a ON a.complaint_id = c.id
  UNION SELECT s.person_id FROM c JOIN screening_check s ON s.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT q.requested_by FROM c JOIN completion_request q ON q.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.proposed_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.settled_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id
    WHERE c.about <> 'service' AND d.settled_by IS NOT NULL
  UNION SELECT r.proposed_by FROM c JOIN appeal p ON p.nomination_id = c.nomination_id JOIN appeal_answer r ON r.appeal_id = p.id
    WHERE c.about <> 'service'
  UNION SELECT r.settled_by FROM c JOIN appeal p ON p.nomination_id = c.nomination_id JOIN appeal_answer r ON r.appeal_id = p.id
    WHERE c.about <> 'service' AND r.settled_by IS NOT NULL
  UNION SELECT p.proposed_by FROM c JOIN category_proposal p ON p.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT s.person_id FROM c JOIN seat s ON s.campaign_id = c.campaign_id
    WHERE c.about = 'results' AND s.state = 'accepted' AND s.person_id IS NOT NULL
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;
