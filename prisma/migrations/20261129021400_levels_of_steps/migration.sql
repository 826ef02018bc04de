-- A scale of equal steps may have 200 of them (scoring rules, section 1.1: 0 to 100 by halves); its levels are numbered from 0.
ALTER TABLE score DROP CONSTRAINT score_level;
ALTER TABLE score ADD CONSTRAINT score_level CHECK (level IS NULL OR level BETWEEN 0 AND 200);
