import { loadClarifications } from '#app/adapters/db/clarifications.ts'
import type { Client } from '#app/adapters/db/client.server.ts'
import type { Clarification } from '#app/domain/campaign/clarification.ts'

/** The questions and answers of a campaign that are public to all, the newest first. */
export const publicClarifications = (db: Client, slug: string): Promise<readonly Clarification[]> =>
  loadClarifications(db, { slug })
