import { blocker } from '../campaign/blocker.ts'
import { notify } from '../notice/notice.ts'
import type { Blocker } from '../campaign/blocker.ts'
import type { Instant } from '../kernel/instant.ts'
import type { NoticeDraft } from '../notice/draft.ts'

/** An appeal or a complaint that waits for its answer, and whoever may be a hand of that answer. */
export type OpenAnswer = {
  readonly number: string
  readonly campaignId: string
  readonly dueAt: Instant
  /** Two people answer an appeal, one a complaint. */
  readonly hands: 1 | 2
  /** Those who may: nobody who took part in what is contested, nobody who acts for the file. */
  readonly desk: readonly string[]
  /** Has given the first hand and waits for the second. */
  readonly proposedBy: string | null
}

/** How many people must still be seated before this can be answered; 0 where the desk suffices. */
export const handsMissing = ({ hands, desk, proposedBy }: OpenAnswer): number =>
  proposedBy === null
    ? Math.max(0, hands - desk.length)
    : Math.max(0, hands - 1 - desk.filter((personId) => personId !== proposedBy).length)

/** What the organisers are told of an answer that nobody may give: each is led to the people of the edition. */
export const factsOfMissing = ({ campaignId, number, dueAt }: OpenAnswer) => ({
  ...{ campaign: campaignId, office: campaignId, number, dueAt },
})

/** Nothing while the desk suffices. */
export const tellMissing = (open: OpenAnswer, organisers: readonly string[]): readonly NoticeDraft[] =>
  handsMissing(open) === 0
    ? []
    : notify('answer-hand-missing', organisers, open.campaignId, factsOfMissing(open))

/** The same for the control tower, which shows it until somebody is seated. */
export const missingBlockers = (open: readonly OpenAnswer[]): readonly Blocker[] =>
  open
    .filter((one) => handsMissing(one) > 0)
    .map(({ number, dueAt }) => blocker('answer-hand-missing', 'office', { number, until: dueAt }))
