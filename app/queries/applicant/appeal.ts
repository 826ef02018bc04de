import { loadAppeal, loadLiveAnswer } from '#app/adapters/db/appeals.ts'
import { loadDecisions } from '#app/adapters/db/screening.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, mandateFor } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { type Appeal, appealTerm, contestable } from '#app/domain/nomination/appeal.ts'
import type { AppealAnswer } from '#app/domain/nomination/appeal-answer.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { mayDo, ownNomination } from './nomination-access.ts'

/** The row security of the database lets the team read an answer only when two hands gave it. */
const stored = (ctx: Context, actor: Actor, id: string) =>
  readAs(ctx.db.applicant, actor.personId, async (tx, now) => {
    const appeal = await loadAppeal(tx, id)
    return { now, appeal, answer: appeal && (await loadLiveAnswer(tx, appeal.id)) }
  })

const filed = ({ number, grounds, filedAt, dueAt }: Appeal) => ({ number, grounds, filedAt, dueAt })
/** Whoever answered is not named. */
const given = ({ outcome, reasons, answer, settledAt }: AppealAnswer) => ({
  outcome,
  reasons,
  answer,
  at: settledAt,
})

/** The decision that may be contested, its window, the appeal and its answer, for the team of the file. */
export async function appealScreen(ctx: Context, actor: Actor, id: string) {
  const own = await ownNomination(ctx, actor, id)
  if (!own.ok) return own
  const { nomination, campaign, category, administration } = own.value
  const { now, appeal, answer } = await stored(ctx, actor, id)
  const decision = contestable(await loadDecisions(ctx.db.applicant, id))
  const until =
    decision && appealTerm(decision.settledAt, campaign.regulation, (at) => legalOffsetMinutes(at))
  const isOpen = nomination.state === 'inadmissible' && appeal === null && until !== null && now < until
  return ok({
    now,
    head: {
      ...{ id, reference: nomination.reference, title: nomination.title, state: nomination.state },
      ...{ category: category.name, administration: administration.name },
      appealed: appeal !== null && answer === null && nomination.state === 'inadmissible',
    },
    days: campaign.regulation.screening.appealWorkingDays,
    decision: decision && {
      ...{ reasons: decision.reasons, comment: decision.comment, at: decision.settledAt, until },
    },
    appeal: appeal && filed(appeal),
    answer: answer && given(answer),
    documents: await documentLinks(ctx, actor, [id], ['eligibility_decision', 'appeal_decision']),
    isOpen,
    signs: mandateFor(actor, nomination.administrationId)?.role === 'signatory',
    can: { appeal: isOpen && mayDo(actor, 'nomination.appeal', own.value) },
  })
}
