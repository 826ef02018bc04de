import pg from 'pg'

/** A connection as the owner of the database, past every role: for the commands of an operator, never for a page. */
export type Owner = Pick<pg.ClientBase, 'query'>

export async function asOwner<T>(ownerUrl: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
