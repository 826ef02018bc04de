import type { Actor } from '#app/domain/access/actor.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { answerCategory } from '#app/services/nomination/answer-category.ts'
import { proposeCategory } from '#app/services/nomination/propose-category.ts'
import { must } from '../play/must.ts'
import { shownVersion } from '../play/screen.ts'
import { moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { daysAfter } from './calendar.ts'

export type Entry = { readonly index: number; readonly nominationId: string; readonly category: string }
type Moving = {
  readonly regulation: Regulation
  readonly entries: readonly Entry[]
  /** The index of the entry that changes its category. */
  readonly moved: number
  readonly proposedAt: Instant
}

const REASON = {
  ar: 'يصف الملف خدمة تدخل في موضوع الصنف المقترح أكثر مما تدخل في الصنف المختار (تجريبي).',
  fr: 'Le service décrit relève de l’objet de la catégorie proposée plus que de celle qui a été choisie (démonstration).',
}

/** The first other category in which the body of this entry still has a place. */
function otherCategory({ regulation, entries }: Moving, own: Entry, bodies: number): string {
  const theirs = entries.filter(({ index }) => index % bodies === own.index % bodies)
  const places = regulation.participation.perAdministrationAndCategory
  const free = regulation.categories.find(
    ({ code }) =>
      code !== own.category && theirs.filter(({ category }) => category === code).length < places,
  )
  if (!free) throw new RangeError('no category has a place')
  return free.code
}

/** Before a file is screened its desk proposes another category, and the signatory agrees the day after; the entries as they are then. */
export async function recategoriseOnce(
  stage: Stage,
  clerk: Actor,
  applicants: readonly Applicant[],
  moving: Moving,
): Promise<readonly Entry[]> {
  const { ctx } = stage
  const { entries, moved, proposedAt } = moving
  const own = entries.find(({ index }) => index === moved)
  const signatory = applicants[moved % applicants.length]?.signatory
  if (!own || !signatory) throw new RangeError('nobody agrees to a category')
  const { nominationId } = own
  const category = otherCategory(moving, own, applicants.length)
  await moveClock(stage, proposedAt)
  const asked = { nominationId, version: await shownVersion(ctx, nominationId), category, reason: REASON }
  const { proposalId } = must('propose a category', await proposeCategory(ctx, clerk, asked))
  const received = daysAfter(proposedAt, 1)
  await moveClock(stage, received)
  const agreed = { nominationId, proposalId, outcome: 'agree', answer: '', received } as const
  must('agree to a category', await answerCategory(ctx, signatory, agreed))
  return entries.map((entry) => (entry === own ? { ...entry, category } : entry))
}
