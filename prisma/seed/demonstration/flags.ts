import type { FlagChoice } from '#app/domain/deliberation/flag-motion.ts'
import type { FlagGround } from '#app/domain/deliberation/flag.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { openFlagMotion } from '#app/services/deliberation/open-motion.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { atOnce } from '../play/at-once.ts'
import type { Cast, Player } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { readingsOf } from '../play/read-and-score.ts'
import { actorFor, type Stage } from '../play/stage.ts'

type Flagged = { readonly nominationId: string; readonly ground: FlagGround }

/** A juror suspends a file of their own readings. */
export async function flagFile(
  stage: Stage,
  juror: Player,
  { nominationId, ground, text }: Flagged & { readonly text: string },
): Promise<void> {
  const actor = await actorFor(stage, juror.personId)
  must('raise a flag', await raiseFlag(stage.ctx, actor, { nominationId, ground, text }))
}

/** Of the jurors, the fourth. */
const FLAGGING = 3
/** Still read and not voted on: the panels of an open flag have something to show. */
const OPEN = {
  ground: 'plagiarism',
  text: 'Plusieurs réponses reprennent mot pour mot celles d’un autre service (démonstration).',
} as const

/** One flag stays open, on the first file of the fourth juror that has not left the competition and the last does not read. */
export async function leaveFlagOpen(
  stage: Stage,
  { jurors }: Pick<Cast, 'jurors'>,
  { campaignId, leaving }: { readonly campaignId: string; readonly leaving: readonly string[] },
): Promise<void> {
  const given = await readingsOf(stage, campaignId)
  const juror = jurors[FLAGGING]
  const skipped = [...(given.get(jurors.at(-1)?.personId ?? '') ?? []), ...leaving]
  const nominationId = given.get(juror?.personId ?? '')?.find((one) => !skipped.includes(one))
  if (!juror || nominationId === undefined) throw new RangeError('no file to flag')
  await flagFile(stage, juror, { nominationId, ...OPEN })
}

/** Two find the flag founded, one leaves the paper blank, and the others lift it. */
const PAPERS: readonly FlagChoice[] = ['uphold', 'uphold', 'blank']

/** The plenary votes on a flag under an open point, and lifts it: the file competes as before. */
export async function liftFlag(
  stage: Stage,
  { chair, members }: { readonly chair: Player; readonly members: readonly Player[] },
  asked: Flagged & { readonly itemId: string },
): Promise<void> {
  const { ctx } = stage
  const presiding = await actorFor(stage, chair.personId)
  const { motionId } = must('put a flag to the vote', await openFlagMotion(ctx, presiding, asked))
  await atOnce(members, 4, async (member, at) => {
    const actor = await actorFor(stage, member.personId)
    const choice = { kind: 'flag', choice: PAPERS[at] ?? 'lift' } as const
    must(`${member.name} votes`, await castBallot(ctx, actor, { motionId, choice }))
  })
  must('close the vote on a flag', await closeMotion(ctx, presiding, { motionId }))
}
