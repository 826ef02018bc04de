-- A rescued text stays for ever; once the team has chosen, it is no longer shown as an open conflict.
ALTER TABLE rescued_text ADD COLUMN settled_at TIMESTAMPTZ(3);
