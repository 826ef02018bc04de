-- A recusal is lifted by two people: one proposes with a reason, another confirms or refuses (product.md section 8).
CREATE TABLE "recusal_lift" (
    "id" UUID NOT NULL,
    "recusal_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "recusal_lift_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recusal_lift_recusal_id_idx" ON "recusal_lift"("recusal_id");
ALTER TABLE "recusal_lift" ADD CONSTRAINT "recusal_lift_recusal_id_fkey" FOREIGN KEY ("recusal_id") REFERENCES "recusal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recusal_lift" ADD CONSTRAINT "recusal_lift_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX recusal_lift_live ON recusal_lift (recusal_id) WHERE settled_at IS NULL;
ALTER TABLE recusal_lift ADD CONSTRAINT recusal_lift_two_hands CHECK (settled_by IS NULL OR settled_by <> proposed_by);
ALTER TABLE recusal_lift ADD CONSTRAINT recusal_lift_outcome CHECK ((outcome IS NULL) = (settled_at IS NULL)
  AND (outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL OR outcome IN ('confirmed', 'refused')));

GRANT SELECT, INSERT ON recusal_lift TO imtiyaz_office;
GRANT UPDATE (outcome, answer, settled_by, settled_at) ON recusal_lift TO imtiyaz_office;

-- What was recorded is never rewritten nor taken away, and ends once, by two people, unless it follows from bodies.
REVOKE DELETE ON recusal FROM imtiyaz_office;
CREATE FUNCTION guard_recusal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL OR OLD.source = 'automatic'
    OR (NEW.id, NEW.seat_id, NEW.nomination_id, NEW.source, NEW.kind, NEW.pinned, NEW.at)
      IS DISTINCT FROM (OLD.id, OLD.seat_id, OLD.nomination_id, OLD.source, OLD.kind, OLD.pinned, OLD.at)
    OR NOT EXISTS (SELECT 1 FROM recusal_lift l WHERE l.recusal_id = OLD.id AND l.outcome = 'confirmed'
      AND l.settled_by = NEW.lifted_by AND l.settled_at = NEW.lifted_at) THEN
    RAISE EXCEPTION 'a recusal is lifted by two people' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recusal_guarded BEFORE UPDATE ON recusal FOR EACH ROW EXECUTE FUNCTION guard_recusal();

-- One person holds one seat of a campaign: nobody leaves a recusal behind by sitting elsewhere.
CREATE UNIQUE INDEX seat_one_per_person ON seat (campaign_id, person_id) WHERE state = 'accepted';
