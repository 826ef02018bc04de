-- The organiser adopts one exact wording: the opening gate compares its hash with the draft's, so that any later edit
-- asks for a new adoption (product.md section 4: "unsigned regulation" blocks).
ALTER TABLE regulation_version
  ADD COLUMN adopted_hash TEXT,
  ADD COLUMN adopted_by UUID,
  ADD COLUMN adopted_at TIMESTAMPTZ(3);
