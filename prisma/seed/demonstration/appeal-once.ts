import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { validateAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { grantRole } from '#app/services/settings/grant-role.ts'
import { type Cast, player } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import { daysAfter } from './calendar.ts'

const GROUNDS =
  'Les réponses jugées illisibles étaient saisies en arabe et s’affichent entièrement dans l’aperçu du dossier. Nous demandons que le dossier soit relu dans cette langue (démonstration).'
const ANSWER =
  'Le dossier a été relu dans les deux langues. Les rubriques « Résultats mesurés » et « Chiffres d’usage » restent vides dans chacune ; l’aperçu n’en montre que les intitulés (démonstration).'

/** A third clerk, who screens nothing: the two others decided on every file. */
async function uninvolvedClerk(stage: Stage, cast: Cast, campaignId: string): Promise<Actor> {
  const { personId } = await player(stage, 'secretariat.3', 'Amal Benkirane, secrétariat', { isExtra: true })
  const administrator = await actorFor(stage, cast.administrator.personId)
  const granted = await grantRole(stage.ctx, administrator, { personId, role: 'secretariat', campaignId })
  must('grant secretariat', granted)
  return actorFor(stage, personId)
}

/** One appeal of the campaign, filed a day after its decision and dismissed by two who had no part in that decision. */
export async function appealOnce(
  stage: Stage,
  cast: Cast,
  of: {
    readonly campaignId: string
    readonly nominationId: string
    readonly signatory: Actor
    readonly decidedAt: Instant
  },
): Promise<void> {
  const { ctx } = stage
  const { nominationId } = of
  const received = daysAfter(of.decidedAt, 1)
  await moveClock(stage, received)
  must('appeal', await fileAppeal(ctx, of.signatory, { nominationId, received, grounds: GROUNDS }))
  await moveClock(stage, daysAfter(of.decidedAt, 3))
  const clerk = await uninvolvedClerk(stage, cast, of.campaignId)
  const answer = { outcome: 'dismissed', reasons: ['evidence-insufficient'], answer: ANSWER } as const
  const { answerId } = must('propose', await proposeAppealAnswer(ctx, clerk, { nominationId, ...answer }))
  const organiser = await actorFor(stage, cast.organiser.personId)
  must('answer', await validateAppealAnswer(ctx, organiser, { nominationId, answerId }))
}
