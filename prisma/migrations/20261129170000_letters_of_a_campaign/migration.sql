-- The letters of a campaign are listed newest first, page by page, and organisers hold and release them. The office wrote
-- this table before and nobody else reads it: no right changes.
DROP INDEX "outbox_campaign_id_idx";
CREATE INDEX "outbox_campaign_id_created_at_id_idx" ON "outbox"("campaign_id", "created_at", "id");

-- A letter is never cancelled: it waits, is held, was sent or failed.
ALTER TABLE outbox DROP CONSTRAINT outbox_state;
ALTER TABLE outbox ADD CONSTRAINT outbox_state CHECK (state IN ('pending', 'held', 'sent', 'failed'));
