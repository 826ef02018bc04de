-- A file that arrives in parts, so that a sending can be suspended and go on after a dropped line. Only whoever began it goes on
-- with it; its bytes wait under its id in the store until they are whole. Rows untouched for a day go, and their bytes with them.
CREATE TABLE "incoming_upload" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "received" INTEGER NOT NULL,
    "evidence_id" UUID,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "incoming_upload_bounds" CHECK ("size" > 0 AND "received" BETWEEN 0 AND "size")
);
CREATE UNIQUE INDEX "incoming_upload_nomination_id_person_id_sha256_key" ON "incoming_upload"("nomination_id", "person_id", "sha256");
GRANT SELECT, INSERT, UPDATE, DELETE ON incoming_upload TO imtiyaz_applicant;
GRANT SELECT, DELETE ON incoming_upload TO imtiyaz_office;
ALTER TABLE incoming_upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY applicants ON incoming_upload TO imtiyaz_applicant USING (true) WITH CHECK (true);
CREATE POLICY office_sweeps ON incoming_upload TO imtiyaz_office USING (true);
