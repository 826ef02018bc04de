import type { AgendaPlace } from '#app/adapters/db/release-facts.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { categoryRule } from '#app/domain/campaign/regulation.ts'
import type { FinalisationBlocker, Target } from '#app/domain/results/finalisation.ts'

/** Lists of the campaign where some blockers are cleared, each a link for those who may open it. */
const LISTS: Readonly<Record<string, Action>> = {
  appeals: 'screening.read-queue',
  flags: 'flag.read',
  sheets: 'progress.read',
}

export type PlacedTarget = Target & {
  /** The point of the meeting at which it is cleared. */
  readonly item?: string
}

/**
 * Where this reader clears a blocker, or sees how it stands: the very point of the meeting for whoever may enter the
 * room, the minutes of that meeting for whoever reads these alone. `id` is null where there is no such place for them.
 */
export function placeOf(
  actor: Actor,
  { id: campaignId, phase }: Campaign,
  agenda: readonly AgendaPlace[],
  { target, facts }: FinalisationBlocker,
): PlacedTarget {
  const may = (action: Action): boolean =>
    decide(actor, action, { campaignId, phase, charterSigned: true }).ok
  const list = LISTS[target.screen]
  if (list !== undefined) return { ...target, id: may(list) ? campaignId : null }
  if (target.screen !== 'deliberation' && target.screen !== 'ranking' && target.screen !== 'minutes') {
    return { ...target, id: null }
  }
  const { category, slot } = facts
  const ofCategory = agenda.filter((one) => one.category === category)
  const point =
    ofCategory.find((one) => one.slot === slot) ?? (slot === undefined ? ofCategory[0] : undefined)
  const meeting = category === undefined ? target.id : (point?.session ?? null)
  if (target.screen !== 'minutes' && may('session.read')) {
    // On no agenda yet: the meetings of the campaign, where one is convened.
    if (meeting === null) return { screen: 'meetings', id: campaignId }
    const item = point?.item ?? null
    return { screen: 'room', id: meeting, ...(item === null ? {} : { item }) }
  }
  return { screen: 'minutes', id: may('minutes.read') ? meeting : null }
}

/** What the sentence of a blocker calls by its name: the category, the prize, the day of the meeting. */
export function namesOf(
  { regulation }: Campaign,
  agenda: readonly AgendaPlace[],
  { target, facts }: FinalisationBlocker,
) {
  const rule = categoryRule(regulation, String(facts['category']))
  const slot = rule?.slots.find(({ code }) => code === facts['slot'])
  return {
    category: rule?.name ?? null,
    prize: slot === undefined ? null : { type: slot.type, label: slot.label },
    meeting: agenda.find(({ session }) => session === target.id)?.convenedFor ?? null,
    count: Number(facts['sheets'] ?? facts['count'] ?? 0),
  }
}
