import { asOwner } from './owner.ts'

/**
 * `none`: empty, may become a demonstration. `seeding`: begun and not finished. `ready`: complete. `real`: somebody
 * works here, and no demonstration is ever mixed in.
 */
export type DemonstrationState = 'none' | 'seeding' | 'ready' | 'real'

export const demonstrationState = (ownerUrl: string): Promise<DemonstrationState> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ mark: string | null; used: boolean }>(
      `SELECT (SELECT value #>> '{}' FROM setting WHERE key = 'demonstration') AS mark,
        EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM campaign) AS used`,
    )
    const [row] = rows
    if (row?.mark === 'seeding') return 'seeding'
    if (row?.mark != null) return 'ready'
    return row?.used ? 'real' : 'none'
  })

/** Marks a database. Only the owner may, so that no page and no act can make a demonstration of a real installation. */
export const markDemonstration = (ownerUrl: string, as: 'seeding' | 'ready' = 'ready'): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `INSERT INTO setting (key, value) VALUES ('demonstration', to_jsonb($1::text))
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [as],
    )
  })

/**
 * Empties a demonstration whose seeding was cut off, and nothing else: the mark is asked again in the same
 * transaction. The append-only fence of the trail is lifted for this statement by the owner alone.
 */
export const clearUnfinished = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner.query(`DO $$
      DECLARE tables text; fenced text;
      BEGIN
        IF (SELECT value #>> '{}' FROM setting WHERE key = 'demonstration') IS DISTINCT FROM 'seeding' THEN
          RAISE EXCEPTION 'not an unfinished demonstration';
        END IF;
        SELECT string_agg(format('public.%I', tablename), ', ') INTO tables
          FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations';
        FOREACH fenced IN ARRAY ARRAY['audit_entry', 'log_head', 'log_node', 'log_checkpoint'] LOOP
          EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', fenced);
        END LOOP;
        EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY';
        INSERT INTO log_head (id, size) VALUES (1, 0);
        FOREACH fenced IN ARRAY ARRAY['audit_entry', 'log_head', 'log_node', 'log_checkpoint'] LOOP
          EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', fenced);
        END LOOP;
      END $$`)
  })
