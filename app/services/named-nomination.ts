import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { NamedNomination } from '#app/domain/document/records.ts'

/** How a letter names the nomination that it is about. */
export const namedOf = ({ nomination, category, administration }: NominationCase): NamedNomination => ({
  reference: nomination.reference,
  title: nomination.title,
  category: category.name,
  administration: administration.name,
})
