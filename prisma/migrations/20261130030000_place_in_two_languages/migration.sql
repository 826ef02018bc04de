-- The place of a meeting is printed in Arabic and in French, in convocations and in minutes: it is typed in both. What was typed
-- once stands on both sides, as it was printed until now.
ALTER TABLE "deliberation_session" ALTER COLUMN "place" TYPE JSONB
  USING CASE WHEN btrim("place") <> '' THEN jsonb_build_object('ar', "place", 'fr', "place") END;
