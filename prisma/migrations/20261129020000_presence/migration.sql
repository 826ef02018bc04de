-- Who has a file open now. Nothing to keep: rows are renewed while a page is looked at, count for little more than a
-- minute, and are lost with the server's memory (unlogged). The team of a file and the office never see each other.
CREATE UNLOGGED TABLE "presence" (
    "nomination_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" IN ('team', 'office')),
    "place" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("nomination_id", "side", "person_id")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO imtiyaz_applicant, imtiyaz_office;
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY team ON presence TO imtiyaz_applicant USING (side = 'team') WITH CHECK (side = 'team');
CREATE POLICY office ON presence TO imtiyaz_office USING (side = 'office') WITH CHECK (side = 'office');
