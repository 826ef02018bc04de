import type { Client } from '#app/adapters/db/client.server.ts'
import type { Clarification } from '#app/domain/campaign/clarification.ts'
import { clarificationPage } from '../clarification-page.ts'
import type { Page } from '../page.ts'

/** The questions and answers of a campaign that are public to all, the newest first. */
export const publicClarifications = (
  db: Client,
  slug: string,
  after: string | null = null,
): Promise<Page<Clarification>> => clarificationPage(db, { slug }, after)
