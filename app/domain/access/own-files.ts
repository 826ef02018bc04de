import type { Actor } from './actor.ts'

/**
 * The bodies whose files are other people's business. Whoever acts for the administration that leads a file, or for a
 * partner of it, is in conflict there in every hand of the office that they also hold: they are replaced for that file
 * (product.md section 5), and it is in none of their lists, counts, figures and exports, as a recused juror's is in
 * none of theirs (section 8). What they may know of it they read where its applicants do. A total of the office leaves
 * it out too: the rest of the page subtracted from a whole would give it back. Pages say that something is left out.
 */
export const bodiesOf = ({ mandates }: Pick<Actor, 'mandates'>): readonly string[] => [
  ...new Set(mandates.map(({ administrationId }) => administrationId)),
]
