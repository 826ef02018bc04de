-- The appeal against inadmissibility (product.md sections 3 and 8). One for a decision, filed before its window closes by the
-- clock of the database, never changed afterwards; answered by two hands that had no part in the decision.
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "filed_by" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "appeal_in_time" CHECK ("filed_at" < "until"),
    CONSTRAINT "appeal_grounded" CHECK (btrim("grounds") <> '')
);
CREATE UNIQUE INDEX "appeal_number_key" ON "appeal"("number");
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");
CREATE INDEX "appeal_nomination_id_idx" ON "appeal"("nomination_id");
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "screening_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "appeal_answer" (
    "id" UUID NOT NULL,
    "appeal_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" TEXT[],
    "answer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "appeal_answer_outcome" CHECK ("outcome" IN ('upheld', 'dismissed') AND "state" IN ('proposed', 'validated', 'returned')),
    CONSTRAINT "appeal_answer_reasoned" CHECK (btrim("answer") <> '' AND cardinality("reasons") > 0),
    CONSTRAINT "appeal_two_hands" CHECK ("settled_by" IS NULL OR "settled_by" <> "proposed_by"),
    CONSTRAINT "appeal_answer_settled" CHECK (("state" = 'proposed') = ("settled_by" IS NULL) AND ("settled_by" IS NULL) = ("settled_at" IS NULL))
);
CREATE INDEX "appeal_answer_appeal_id_idx" ON "appeal_answer"("appeal_id");
CREATE UNIQUE INDEX "appeal_answer_live" ON "appeal_answer"("appeal_id") WHERE "state" IN ('proposed', 'validated');
ALTER TABLE "appeal_answer" ADD CONSTRAINT "appeal_answer_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody who took part in the decision that is contested: the signatory who appeals, whoever checked the file, asked for its
-- completion, proposed a decision or settled one.
CREATE FUNCTION appeal_involved(of_appeal uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH a AS (SELECT * FROM appeal WHERE id = of_appeal)
  SELECT filed_by FROM a
  UNION SELECT s.person_id FROM a JOIN screening_check s ON s.nomination_id = a.nomination_id
  UNION SELECT q.requested_by FROM a JOIN completion_request q ON q.nomination_id = a.nomination_id
  UNION SELECT d.proposed_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id
  UNION SELECT d.settled_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id WHERE d.settled_by IS NOT NULL
$$;
REVOKE ALL ON FUNCTION appeal_involved FROM PUBLIC;
GRANT EXECUTE ON FUNCTION appeal_involved TO imtiyaz_office;

-- None of them may be a hand of the answer, whatever statement writes it.
CREATE FUNCTION appeal_uninvolved() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM appeal_involved(NEW.appeal_id) i WHERE i IN (NEW.proposed_by, NEW.settled_by))
  THEN RAISE EXCEPTION 'appeal_uninvolved: a hand of the decision answers its appeal' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_uninvolved BEFORE INSERT OR UPDATE ON "appeal_answer" FOR EACH ROW EXECUTE FUNCTION appeal_uninvolved();

-- What was filed stays, and so does an answer once its second hand has settled it.
CREATE TRIGGER appeal_frozen BEFORE UPDATE OR DELETE ON "appeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appeal_answer_frozen BEFORE UPDATE OR DELETE ON "appeal_answer" FOR EACH ROW
  WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_change();

-- A complaint about the results or the procedure contests the answer to an appeal as well: its two hands took part.
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
  UNION SELECT s.person_id FROM c JOIN seat s ON s.campaign_id = c.campaign_id
    WHERE c.about = 'results' AND s.state = 'accepted' AND s.person_id IS NOT NULL
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;

-- The team reads its own appeal and an answer that two hands gave, never one that is only proposed, whatever the query forgot;
-- nobody changes an appeal. The jury and the public have no grant at all.
GRANT SELECT, INSERT ON "appeal" TO imtiyaz_applicant;
GRANT SELECT ON "appeal" TO imtiyaz_office;
GRANT SELECT ON "appeal_answer" TO imtiyaz_applicant;
GRANT SELECT, INSERT, UPDATE (state, settled_by, settled_at) ON "appeal_answer" TO imtiyaz_office;
ALTER TABLE "appeal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_administration ON "appeal" FOR SELECT TO imtiyaz_applicant USING (EXISTS (
  SELECT 1 FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id
   WHERE n.id = appeal.nomination_id AND m.person_id = app_user() AND m.state = 'active'
     AND (m.expires_at IS NULL OR m.expires_at > award_now())));
CREATE POLICY filing ON "appeal" FOR INSERT TO imtiyaz_applicant WITH CHECK (filed_by = app_user() AND EXISTS (
  SELECT 1 FROM screening_decision d WHERE d.id = decision_id AND d.nomination_id = appeal.nomination_id
    AND d.outcome = 'inadmissible' AND d.state = 'validated'));
CREATE POLICY office_all ON "appeal" TO imtiyaz_office USING (true);
ALTER TABLE "appeal_answer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_own_appeal ON "appeal_answer" FOR SELECT TO imtiyaz_applicant
  USING (state = 'validated' AND EXISTS (SELECT 1 FROM appeal a WHERE a.id = appeal_id));
CREATE POLICY office_all ON "appeal_answer" TO imtiyaz_office USING (true) WITH CHECK (true);
