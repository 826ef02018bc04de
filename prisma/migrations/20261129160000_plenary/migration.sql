-- A file under its quorum of sheets is sent to the plenary (scoring rules, section 1.5): no official score, no rank, and a
-- recorded vote decides. The tally itself is not touched: who has a score is said by the sheets alone.
CREATE TABLE "plenary_referral" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "second_round" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "text_ar" TEXT NOT NULL,
    "text_fr" TEXT NOT NULL,
    "sheets" INTEGER NOT NULL,
    "eligible" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back_by" UUID,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "plenary_referral_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plenary_referral_ended" CHECK (("taken_back_by" IS NULL) = ("taken_back_at" IS NULL)),
    CONSTRAINT "plenary_referral_below" CHECK (0 <= "sheets" AND "sheets" <= "eligible" AND ("sheets" = 0 OR "sheets" < "quorum")),
    CONSTRAINT "plenary_referral_reasoned" CHECK (btrim("text_ar") <> '' AND btrim("text_fr") <> '')
);
CREATE INDEX "plenary_referral_nomination_id_idx" ON "plenary_referral"("nomination_id");
ALTER TABLE "plenary_referral" ADD CONSTRAINT "plenary_referral_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX plenary_referral_live ON plenary_referral (nomination_id) WHERE taken_back_at IS NULL;
CREATE TRIGGER plenary_referral_frozen BEFORE UPDATE ON plenary_referral
  FOR EACH ROW WHEN (OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plenary_referral_kept BEFORE DELETE ON plenary_referral FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The office alone: who was sent, and why, is for the meeting and, after the release, for the bundle.
GRANT SELECT, INSERT, UPDATE (sheets, eligible, quorum, taken_back_by, taken_back_at) ON plenary_referral TO imtiyaz_office;
ALTER TABLE plenary_referral ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON plenary_referral TO imtiyaz_office USING (true) WITH CHECK (true);
