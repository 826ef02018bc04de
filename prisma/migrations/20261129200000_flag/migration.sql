-- A reader of a file raises a flag against it: ethics, eligibility, plagiarism (scoring rules, section 1.7). It suspends the
-- nomination until the plenary upholds or lifts it by a recorded vote, and changes no score and no rank.
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "motion_id" UUID,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "flag_ground" CHECK ("ground" IN ('ethics', 'eligibility', 'plagiarism')),
    CONSTRAINT "flag_state" CHECK ("state" IN ('open', 'withdrawn', 'lifted', 'upheld')),
    CONSTRAINT "flag_ended" CHECK (("state" = 'open') = ("ended_at" IS NULL)),
    CONSTRAINT "flag_voted" CHECK (("state" IN ('lifted', 'upheld')) = ("motion_id" IS NOT NULL)),
    CONSTRAINT "flag_reasoned" CHECK (btrim("text") <> '')
);
CREATE INDEX "flag_nomination_id_idx" ON "flag"("nomination_id");
CREATE INDEX "flag_seat_id_idx" ON "flag"("seat_id");
CREATE INDEX "flag_motion_id_idx" ON "flag"("motion_id");
ALTER TABLE "flag" ADD CONSTRAINT "flag_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "flag" ADD CONSTRAINT "flag_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "flag" ADD CONSTRAINT "flag_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE UNIQUE INDEX flag_open ON flag (nomination_id, seat_id) WHERE state = 'open';
CREATE TRIGGER flag_frozen BEFORE UPDATE ON flag FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flag_kept BEFORE DELETE ON flag FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The plenary votes on a flag under a point of its agenda.
ALTER TABLE motion DROP CONSTRAINT motion_kind;
ALTER TABLE motion ADD CONSTRAINT motion_kind
  CHECK (kind IN ('award_or_withhold', 'ranking', 'run_off', 'flag') AND state IN ('open', 'closed'));

-- Two hands of the office, or the plenary by the vote that upheld a flag: nothing else takes a nomination out, and it stays out.
CREATE OR REPLACE FUNCTION guard_disqualified() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF OLD.state = 'disqualified'
    OR NOT EXISTS (SELECT 1 FROM disqualification d WHERE d.nomination_id = OLD.id AND d.state = 'settled')
    AND NOT EXISTS (SELECT 1 FROM flag f JOIN motion m ON m.id = f.motion_id WHERE f.nomination_id = OLD.id AND f.state = 'upheld'
      AND m.state = 'closed' AND m.result -> 'flag' ->> 'outcome' = 'upheld') THEN
    RAISE EXCEPTION 'a nomination is disqualified by two people or by the plenary' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- The office alone: who raised a flag, and in which words, is for the meeting. The vote says what its voters must know.
GRANT SELECT, INSERT, UPDATE (state, ended_at, motion_id) ON flag TO imtiyaz_office;
ALTER TABLE flag ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON flag TO imtiyaz_office USING (true) WITH CHECK (true);
