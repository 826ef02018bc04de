-- A question about the rules and its answer, public to all (product.md section 5); what was published stays as it is.
CREATE TABLE "clarification" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "published_by" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "clarification_number" CHECK ("number" > 0)
);
CREATE UNIQUE INDEX "clarification_campaign_id_number_key" ON "clarification"("campaign_id", "number");
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER clarification_kept BEFORE UPDATE OR DELETE ON clarification FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Everybody reads it, without the name of the hand; the office writes it.
GRANT SELECT (id, campaign_id, number, question, answer, published_at) ON clarification TO imtiyaz_public;
GRANT SELECT, INSERT ON clarification TO imtiyaz_office;
ALTER TABLE clarification ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON clarification FOR SELECT TO imtiyaz_public USING (true);
CREATE POLICY office_all ON clarification TO imtiyaz_office USING (true) WITH CHECK (true);
