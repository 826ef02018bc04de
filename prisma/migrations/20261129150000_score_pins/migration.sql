-- The evidence that a juror points at beside a mark (product rules, section 8): it stands with the mark, is sealed with it and
-- read by whoever reads it.
ALTER TABLE score ADD COLUMN pins jsonb NOT NULL DEFAULT '[]'
  CONSTRAINT score_pins CHECK (jsonb_typeof(pins) = 'array' AND jsonb_array_length(pins) <= 8);
