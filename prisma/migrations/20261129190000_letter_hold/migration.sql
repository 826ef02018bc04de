-- The coming letters of a campaign are held until they are let go: one row for each hold, at most one of them live.
CREATE TABLE "letter_hold" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "held_by" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_hold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "letter_hold_ended" CHECK (("released_by" IS NULL) = ("released_at" IS NULL))
);
CREATE INDEX "letter_hold_campaign_id_idx" ON "letter_hold"("campaign_id");
ALTER TABLE "letter_hold" ADD CONSTRAINT "letter_hold_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX letter_hold_live ON letter_hold (campaign_id) WHERE released_at IS NULL;
CREATE TRIGGER letter_hold_frozen BEFORE UPDATE ON letter_hold
  FOR EACH ROW WHEN (OLD.released_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_hold_kept BEFORE DELETE ON letter_hold FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The office alone: it writes the letters' table as well, and the worker that sends them is of it.
GRANT SELECT, INSERT, UPDATE (released_by, released_at) ON letter_hold TO imtiyaz_office;
ALTER TABLE letter_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON letter_hold TO imtiyaz_office USING (true) WITH CHECK (true);
