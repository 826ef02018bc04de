-- Single keys of the score sheet, as their owner wants them (WCAG 2.1.4: switched off or remapped). Null: the usual ones.
ALTER TABLE "person" ADD COLUMN "shortcuts" JSONB;
