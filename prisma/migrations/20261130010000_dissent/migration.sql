-- A member who was in the room asks that a dissent on a voted point be recorded in the minutes, by name and with the reasons
-- where any were given (scoring rules, section 6.3). It says nothing of any paper, the member's own included.
CREATE TABLE "dissent" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "reasons" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "dissent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dissent_reasoned" CHECK ("reasons" IS NULL OR btrim("reasons") <> ''),
    CONSTRAINT "dissent_in_order" CHECK ("withdrawn_at" IS NULL OR "withdrawn_at" >= "asked_at")
);
CREATE INDEX "dissent_item_id_idx" ON "dissent"("item_id");
CREATE INDEX "dissent_seat_id_idx" ON "dissent"("seat_id");
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "deliberation_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX dissent_standing ON dissent (item_id, seat_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER dissent_frozen BEFORE UPDATE ON dissent FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dissent_kept BEFORE DELETE ON dissent FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What minutes with a signature say stays true: no dissent of their meeting is added or taken back after it.
CREATE FUNCTION guard_dissent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM deliberation_item i JOIN minutes m ON m.session_id = i.session_id
      WHERE i.id = NEW.item_id AND m.id = (SELECT l.id FROM minutes l WHERE l.session_id = i.session_id
        ORDER BY l.created_at DESC, l.id DESC LIMIT 1) AND m.state <> 'draft') THEN
    RAISE EXCEPTION 'the minutes bear a signature' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dissent_before_signature BEFORE INSERT OR UPDATE ON dissent FOR EACH ROW EXECUTE FUNCTION guard_dissent();

-- The office alone: a member reads and writes the own one by an act of the meeting, the others read it in the minutes.
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON dissent TO imtiyaz_office;
ALTER TABLE dissent ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_all ON dissent TO imtiyaz_office USING (true) WITH CHECK (true);
