import {
  type AnswerDue,
  appealsDue,
  campaignsInProgress,
  complaintsDue,
  completionTeams,
  type DueCampaign,
  idleTeams,
  lockReminders,
  type ToRecall,
  undepositedTeams,
  unsealedReaders,
  wasRecalled,
  wasToldOfAnswer,
} from '#app/adapters/db/reminders.ts'
import { membersToDeclare } from '#app/adapters/db/interest-requests.ts'
import { loadOpenAnswers } from '#app/adapters/db/answer-hands.ts'
import { organisersOf } from '#app/adapters/db/grants.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { factsOfMissing, handsMissing } from '#app/domain/access/answer-hands.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { OffsetAt } from '#app/domain/kernel/working-days.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { notify } from '#app/domain/notice/notice.ts'
import {
  APPEAL_STAGES,
  CLOSING_STAGES,
  COMPLAINT_STAGES,
  COMPLETION_STAGES,
  IDLE_DAYS,
  reminderStage,
  SHORT_STAGES,
} from '#app/domain/notice/reminder.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import { run, type Unit } from '../run.ts'

const DAY = 86_400_000
const offsetAt: OffsetAt = (at) => legalOffsetMinutes(at)

/** The title stays in the row: the letter takes it in the language of each part. */
const subject = ({ reference, nominationId }: ToRecall) => ({ reference, title: reference, nominationId })

async function closing({ tx, now }: Unit, campaign: DueCampaign): Promise<readonly NoticeDraft[]> {
  const notices: NoticeDraft[] = []
  const stage = reminderStage(now, campaign.dueAt, offsetAt, CLOSING_STAGES)
  if (stage !== null) {
    for (const one of await undepositedTeams(tx, campaign, stage)) {
      const facts = { campaign: campaign.id, closesAt: campaign.dueAt, ...subject(one), stage }
      notices.push(...notify('deadline-reminder', [one.personId], campaign.id, facts))
    }
    return notices
  }
  for (const one of await idleTeams(tx, campaign, instant(now - IDLE_DAYS * DAY))) {
    const { title, nominationId } = subject(one)
    const facts = { campaign: campaign.id, title, nominationId, closesAt: campaign.dueAt }
    notices.push(...notify('draft-reminder', [one.personId], campaign.id, facts))
  }
  return notices
}

async function sheets({ tx, now }: Unit, campaign: DueCampaign): Promise<readonly NoticeDraft[]> {
  const stage = reminderStage(now, campaign.dueAt, offsetAt, SHORT_STAGES)
  if (stage === null) return []
  const readers = await unsealedReaders(tx, campaign, stage)
  return readers.flatMap(({ personId, count }) =>
    notify('sheet-due', [personId], campaign.id, {
      campaign: campaign.id,
      count,
      dueAt: campaign.dueAt,
      stage,
    }),
  )
}

/** The content of a file opens to a member of the jury only after the declaration: it is asked for before the reading. */
const interests = async ({ tx }: Unit): Promise<readonly NoticeDraft[]> =>
  (await membersToDeclare(tx)).flatMap(({ personId, campaignId, count, dueAt }) =>
    notify('interests-requested', [personId], campaignId, { campaign: campaignId, count, dueAt }),
  )

async function completions({ tx, now }: Unit): Promise<readonly NoticeDraft[]> {
  const notices: NoticeDraft[] = []
  for (const one of await completionTeams(tx, instant(now + 3 * DAY))) {
    const stage = reminderStage(now, one.dueAt, offsetAt, COMPLETION_STAGES)
    if (stage === null || (await wasRecalled(tx, one, stage))) continue
    notices.push(
      ...notify('completion-due', [one.personId], one.campaignId, {
        ...subject(one),
        dueAt: one.dueAt,
        stage,
      }),
    )
  }
  return notices
}

/** Of one kind of answer, whoever may give it: the days of its stages, and who stands behind what is due within the longest. */
const answers =
  (stages: readonly number[], due: (tx: Unit['tx'], until: Instant) => Promise<readonly AnswerDue[]>) =>
  async ({ tx, now }: Unit): Promise<readonly NoticeDraft[]> => {
    const notices: NoticeDraft[] = []
    for (const one of await due(tx, instant(now + (Math.max(...stages) + 1) * DAY))) {
      const stage = reminderStage(now, one.facts.dueAt, offsetAt, stages)
      if (stage === null || (await wasToldOfAnswer(tx, one, stage))) continue
      notices.push(...notify(one.name, [one.personId], one.campaignId, { ...one.facts, stage }))
    }
    return notices
  }
const complaints = answers(COMPLAINT_STAGES, complaintsDue)
const appeals = answers(APPEAL_STAGES, appealsDue)

/** Of what nobody may answer, on the same days, those who can seat somebody else. */
async function handless({ tx, now }: Unit): Promise<readonly NoticeDraft[]> {
  const notices: NoticeDraft[] = []
  for (const open of (await loadOpenAnswers(tx, null)).filter((one) => handsMissing(one) > 0)) {
    const stages = open.hands === 2 ? APPEAL_STAGES : COMPLAINT_STAGES
    const stage = reminderStage(now, open.dueAt, offsetAt, stages)
    if (stage === null) continue
    const { campaignId } = open
    const facts = factsOfMissing(open)
    for (const personId of await organisersOf(tx, campaignId)) {
      const one = { name: 'answer-hand-missing', personId, campaignId, facts } as const
      if (await wasToldOfAnswer(tx, one, stage)) continue
      notices.push(...notify(one.name, [personId], campaignId, { ...facts, stage }))
    }
  }
  return notices
}

/**
 * A timed act: reminds of closings 14, 7 and 2 days before and on the morning itself, of drafts left for ten days, of
 * sheets, completions and answers to complaints and appeals that are due; asks the jury for its declarations of
 * interests once it is known which files compete. Each person once per stage and instant: after an extension the days count anew.
 * Whoever was not there on the day of a stage is not reminded the day after. Returns how many were told.
 */
export async function remind(ctx: Context): Promise<number> {
  const result = await run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async (unit) => {
    await lockReminders(unit.tx)
    const notices: NoticeDraft[] = [
      ...(await completions(unit)),
      ...(await complaints(unit)),
      ...(await appeals(unit)),
      ...(await handless(unit)),
      ...(await interests(unit)),
    ]
    for (const campaign of await campaignsInProgress(unit.tx)) {
      const told = campaign.phase === 'nominations' ? closing : sheets
      notices.push(...(await told(unit, campaign)))
    }
    return ok({ told: notices.length, entries: [], notices })
  })
  return result.ok ? result.value.told : 0
}
