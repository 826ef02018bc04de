import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Cast } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { shownVersion } from '../play/screen.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import { daysAfter } from './calendar.ts'

const TEXT = {
  ar: 'أُوقفت الخدمة منذ افتتاح التقييم، ولم يعد بإمكان اللجنة أن تجربها (تجريبي).',
  fr: 'Le service est arrêté depuis l’ouverture de l’évaluation ; le jury ne peut plus l’essayer (démonstration).',
}

/** A file that the jury was reading leaves the competition: a clerk proposes it, an organiser settles it an hour later. */
export async function disqualifyOnce(
  stage: Stage,
  cast: Cast,
  of: { readonly nominationId: string; readonly proposedAt: Instant },
): Promise<void> {
  const { ctx } = stage
  const { nominationId } = of
  await moveClock(stage, of.proposedAt)
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const version = await shownVersion(ctx, nominationId)
  const asked = { nominationId, version, reason: 'service-stopped', text: TEXT }
  const { proposalId } = must('propose a disqualification', await proposeDisqualification(ctx, clerk, asked))
  await moveClock(stage, daysAfter(of.proposedAt, 0.05))
  const organiser = await actorFor(stage, cast.organiser.personId)
  must('disqualify', await settleDisqualification(ctx, organiser, { nominationId, proposalId }))
}
