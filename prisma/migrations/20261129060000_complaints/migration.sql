-- Observations, propositions and complaints (product.md section 13). What was written stays as it was written: only the state,
-- the due instant and the one reopening move. Answers are a table of their own, one a round, and never change.
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "administration_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reopened_at" TIMESTAMPTZ(3),
    "reopen_text" TEXT,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "complaint_kind" CHECK ("kind" IN ('observation', 'proposition', 'complaint')),
    CONSTRAINT "complaint_about" CHECK ("about" IN ('results', 'procedure', 'service')),
    CONSTRAINT "complaint_state" CHECK ("state" IN ('received', 'answered', 'reopened')),
    CONSTRAINT "complaint_said" CHECK (btrim("text") <> ''),
    CONSTRAINT "complaint_reopening" CHECK (("reopened_at" IS NULL) = ("reopen_text" IS NULL)
      AND ("state" <> 'reopened' OR "reopened_at" IS NOT NULL))
);
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");
CREATE INDEX "complaint_campaign_id_state_due_at_idx" ON "complaint"("campaign_id", "state", "due_at");
CREATE INDEX "complaint_administration_id_idx" ON "complaint"("administration_id");
CREATE INDEX "complaint_nomination_id_idx" ON "complaint"("nomination_id");
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_administration_id_fkey" FOREIGN KEY ("administration_id") REFERENCES "administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "complaint_answer" (
    "complaint_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_answer_pkey" PRIMARY KEY ("complaint_id", "round"),
    CONSTRAINT "complaint_answer_round" CHECK ("round" IN (1, 2)),
    CONSTRAINT "complaint_answer_outcome" CHECK ("outcome" IN ('answered', 'unfounded', 'material_error', 'procedure_breach')),
    CONSTRAINT "complaint_answer_reasoned" CHECK (btrim("answer") <> '')
);
ALTER TABLE "complaint_answer" ADD CONSTRAINT "complaint_answer_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER complaint_answer_frozen BEFORE UPDATE OR DELETE ON complaint_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Everybody who took part in what is complained of: its author; the clerks of the file unless it is about the service alone;
-- for results also the jury, whoever recorded the decisions and whoever approved the release; once reopened, whoever
-- answered first, since that answer is contested now.
CREATE FUNCTION complaint_involved(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH c AS (SELECT * FROM complaint WHERE id = of_complaint)
  SELECT author_id FROM c
  UNION SELECT a.answered_by FROM c JOIN complaint_answer a ON a.complaint_id = c.id
  UNION SELECT s.person_id FROM c JOIN screening_check s ON s.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT q.requested_by FROM c JOIN completion_request q ON q.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.proposed_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.settled_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id
    WHERE c.about <> 'service' AND d.settled_by IS NOT NULL
  UNION SELECT s.person_id FROM c JOIN seat s ON s.campaign_id = c.campaign_id
    WHERE c.about = 'results' AND s.state = 'accepted' AND s.person_id IS NOT NULL
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;
REVOKE ALL ON FUNCTION complaint_involved FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaint_involved TO imtiyaz_office;
-- The numbers of what is filed come from the one counter of series and years.
GRANT EXECUTE ON FUNCTION take_document_numbers TO imtiyaz_applicant;

-- The jury and the public have no grant at all. An applicant sees what their administrations filed, whatever the query forgot.
GRANT SELECT, INSERT, UPDATE (state, due_at, reopened_at, reopen_text) ON complaint TO imtiyaz_applicant;
GRANT SELECT, UPDATE (state) ON complaint TO imtiyaz_office;
GRANT SELECT ON complaint_answer TO imtiyaz_applicant;
GRANT SELECT, INSERT ON complaint_answer TO imtiyaz_office;
ALTER TABLE complaint ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_administration ON complaint TO imtiyaz_applicant
  USING (EXISTS (SELECT 1 FROM mandate m WHERE m.administration_id = complaint.administration_id AND m.person_id = app_user()
    AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())))
  WITH CHECK (author_id = app_user());
CREATE POLICY office_all ON complaint TO imtiyaz_office USING (true) WITH CHECK (true);
ALTER TABLE complaint_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_own_complaint ON complaint_answer FOR SELECT TO imtiyaz_applicant
  USING (EXISTS (SELECT 1 FROM complaint c WHERE c.id = complaint_id));
CREATE POLICY office_all ON complaint_answer TO imtiyaz_office USING (true) WITH CHECK (true);
