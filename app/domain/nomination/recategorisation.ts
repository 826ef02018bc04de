import { ok, refuse } from '../kernel/result.ts'
import { mayEnter } from '../category/category.ts'
import { titleText } from './nomination.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { CategoryRule, Regulation } from '../campaign/regulation.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Counted } from '../category/category.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Nomination, NominationContext } from './nomination.ts'

export const CATEGORY_PROPOSAL_STATES = ['open', 'agreed', 'refused', 'taken_back'] as const
export type CategoryProposalState = (typeof CATEGORY_PROPOSAL_STATES)[number]

/** Another category of the same campaign, as the secretariat proposes it; `from` and `to` are codes of the regulation. */
export type CategoryProposal = {
  readonly id: string
  readonly nominationId: string
  readonly from: string
  readonly to: string
  readonly reason: { readonly ar: string; readonly fr: string }
  readonly state: CategoryProposalState
  readonly proposedBy: string
  readonly proposedAt: Instant
  /** The answer is taken strictly before this instant. */
  readonly dueAt: Instant
  /** What the signatory wrote beside a refusal. */
  readonly answer: string | null
  readonly settledBy: string | null
  readonly settledAt: Instant | null
}

export type RecategorisationFacts = {
  readonly nomination: Nomination
  readonly context: NominationContext
  readonly regulation: Regulation
  /** What the same administration entered besides, for the number of nominations per category. */
  readonly others: readonly Counted[]
  /** The proposal that waits for an answer. */
  readonly open: CategoryProposal | null
  /** A decision on admissibility stands proposed or settled. */
  readonly decisionStands: boolean
  /** A juror holds the file, or held a sheet on it. */
  readonly juryBegan: boolean
}
export type CategorySettled = {
  readonly proposal: CategoryProposal
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type Standing = 'wrong-phase' | 'wrong-state' | 'already-proposed' | 'jury-began'
export type Place = 'unknown-category' | 'quota-reached'

/** Only an undecided file that no juror holds changes its category: nothing of a decision or a sheet has to be undone. */
export function standing({
  nomination,
  phase,
  decisionStands,
  juryBegan,
}: Pick<RecategorisationFacts, 'decisionStands' | 'juryBegan'> & {
  readonly nomination: Pick<Nomination, 'state'>
  readonly phase: Phase
}): Result<true, Standing> {
  if (phase !== 'screening') return refuse('wrong-phase', { phase })
  if (nomination.state !== 'submitted' && nomination.state !== 'completion_requested')
    return refuse('wrong-state', { state: nomination.state })
  if (decisionStands) return refuse('already-proposed')
  return juryBegan ? refuse('jury-began') : ok(true)
}

export const place = (
  { regulation, nomination, others }: RecategorisationFacts,
  code: string,
): Result<CategoryRule, 'unknown-category' | 'quota-reached'> =>
  mayEnter(regulation, code, nomination.administrationId, others)

/** The name of a category of the regulation; of one that it does not name, the code. */
export const categoryNamed = ({ categories }: Pick<Regulation, 'categories'>, code: string): Localized =>
  categories.find((category) => category.code === code)?.name ?? { fr: code }

/** The name of the category in the two languages of the letters. */
export function named({ regulation }: RecategorisationFacts, code: string): Facts {
  const { ar, fr } = categoryNamed(regulation, code)
  return { categoryAr: ar ?? fr ?? code, categoryFr: fr ?? ar ?? code }
}
export const told = ({ nomination }: RecategorisationFacts): Facts => ({
  reference: nomination.reference,
  title: titleText(nomination),
  nominationId: nomination.id,
})
