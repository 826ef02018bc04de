-- A nomination leaves the competition by a decision of two hands, coded and reasoned in both languages (product.md section 7).
-- Its sheets and commitments stay as they were: every tally reads admitted nominations alone.
CREATE TABLE "disqualification" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text_ar" TEXT NOT NULL,
    "text_fr" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "disqualification_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "disqualification_state" CHECK ("state" IN ('proposed', 'settled', 'returned')),
    CONSTRAINT "disqualification_ended" CHECK (("state" = 'proposed') = ("settled_by" IS NULL)
      AND ("settled_by" IS NULL) = ("settled_at" IS NULL)),
    CONSTRAINT "disqualification_two_hands" CHECK ("settled_by" IS NULL OR "settled_by" <> "proposed_by"),
    CONSTRAINT "disqualification_reasoned" CHECK (btrim("text_ar") <> '' AND btrim("text_fr") <> '')
);
CREATE INDEX "disqualification_nomination_id_idx" ON "disqualification"("nomination_id");
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX disqualification_live ON disqualification (nomination_id) WHERE state <> 'returned';
CREATE TRIGGER disqualification_frozen BEFORE UPDATE ON disqualification
  FOR EACH ROW WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disqualification_kept BEFORE DELETE ON disqualification FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The state follows the decision and nothing else, and stays.
CREATE FUNCTION guard_disqualified() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF OLD.state = 'disqualified'
    OR NOT EXISTS (SELECT 1 FROM disqualification d WHERE d.nomination_id = OLD.id AND d.state = 'settled') THEN
    RAISE EXCEPTION 'a nomination is disqualified by two people' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nomination_disqualified_guarded BEFORE UPDATE OF state ON nomination FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND (OLD.state = 'disqualified' OR NEW.state = 'disqualified')) EXECUTE FUNCTION guard_disqualified();

-- The office alone; the team reads its letter.
GRANT SELECT, INSERT, UPDATE (state, note, settled_by, settled_at) ON disqualification TO imtiyaz_office;
ALTER TABLE disqualification ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON disqualification TO imtiyaz_office USING (true) WITH CHECK (true);

-- Both hands took part in the file, for a complaint about it.
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
  UNION SELECT q.proposed_by FROM c JOIN disqualification q ON q.nomination_id = c.nomination_id
  UNION SELECT q.settled_by FROM c JOIN disqualification q ON q.nomination_id = c.nomination_id WHERE q.settled_by IS NOT NULL
  UNION SELECT s.person_id FROM c JOIN seat s ON s.campaign_id = c.campaign_id
    WHERE c.about = 'results' AND s.state = 'accepted' AND s.person_id IS NOT NULL
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;
