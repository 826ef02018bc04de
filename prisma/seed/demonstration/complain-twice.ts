import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import type { Cast } from '../play/cast.ts'
import { must } from '../play/must.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import { daysAfter } from './calendar.ts'

const COMPLAINT =
  'Le courriel annonçant l’accusé de réception de notre candidature ne nous est parvenu que le lendemain du dépôt. Nous craignons que l’heure retenue ne soit pas celle de notre dépôt et demandons qu’elle soit vérifiée (démonstration).'
const ANSWER =
  'L’heure retenue est celle du serveur à la réception du dossier. Elle figure sur l’accusé de réception et dans le registre des candidatures, où votre dossier est inscrit dans le délai.\nLe retard du courriel n’a aucun effet sur cette heure (démonstration).'
const OBSERVATION =
  'نُظمت اللقاءات التواصلية حول الجائزة خلال العطلة المدرسية، فلم يتمكن عدد من مصالحنا من حضورها (تجريبي).'

/** A complaint about the procedure, answered by the organiser, who screened nothing, and an observation that still waits. */
export async function complainTwice(
  stage: Stage,
  cast: Cast,
  of: { readonly nominationId: string; readonly signatory: Actor; readonly evaluationOpens: Instant },
): Promise<void> {
  const { ctx } = stage
  const { nominationId, signatory, evaluationOpens } = of
  const filing = () => ({ nominationId, about: 'procedure' as const, key: ctx.ids.uuid() })
  await moveClock(stage, daysAfter(evaluationOpens, 1))
  const complaint = { ...filing(), kind: 'complaint', text: COMPLAINT } as const
  const { complaintId } = must('complaint', await fileComplaint(ctx, signatory, complaint))
  await moveClock(stage, daysAfter(evaluationOpens, 3))
  const organiser = await actorFor(stage, cast.organiser.personId)
  const answer = { complaintId, round: 1, outcome: 'unfounded', answer: ANSWER } as const
  must('answer complaint', await answerComplaint(ctx, organiser, answer))
  await moveClock(stage, daysAfter(evaluationOpens, 4))
  const observation = { ...filing(), kind: 'observation', text: OBSERVATION } as const
  must('observation', await fileComplaint(ctx, signatory, observation))
}
