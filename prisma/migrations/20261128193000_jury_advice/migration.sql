-- The advisory figures of one tally: computed once, read by whoever presides, never changed. Not read by the jury's
-- role, nor by applicants or the public.
CREATE TABLE "advice" (
    "tally_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advice_pkey" PRIMARY KEY ("tally_id")
);
ALTER TABLE "advice" ADD CONSTRAINT "advice_tally_id_fkey" FOREIGN KEY ("tally_id") REFERENCES "tally"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
GRANT SELECT, INSERT ON "advice" TO imtiyaz_office;
