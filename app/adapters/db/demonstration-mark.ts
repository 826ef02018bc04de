import pg from 'pg'

/** Marks a database as a demonstration. Only the owner may, so that no page and no act can make one of a real installation. */
export async function markDemonstration(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(
      `INSERT INTO setting (key, value) VALUES ('demonstration', 'true') ON CONFLICT (key) DO NOTHING`,
    )
  } finally {
    await owner.end()
  }
}
