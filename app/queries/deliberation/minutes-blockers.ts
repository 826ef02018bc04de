import { type Meeting, meetingAccess } from '#app/adapters/db/meetings.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { categoryRule } from '#app/domain/campaign/regulation.ts'
import type { MinutesBlocker } from '#app/domain/deliberation/minutes.ts'

/** Which page of the meeting is this reader's own: that of whoever leads or keeps it, that of a member, or none. */
export function ownRoom(meeting: Meeting, actor: Actor): 'room' | 'seat' | null {
  if (!decide(actor, 'session.read', meetingAccess(meeting, actor, null)).ok) return null
  const seat = actor.seats.find(({ campaignId, accepted }) => accepted && campaignId === meeting.campaign.id)
  return seat === undefined || seat.role === 'chair' || seat.role === 'deputy' ? 'room' : 'seat'
}

/** Each thing that prevents the minutes, once, with the names of its category and of the prizes it is about. */
export function namedBlockers(meeting: Meeting, blockers: readonly MinutesBlocker[]) {
  const named = blockers.map(({ code, facts }) => {
    const rule = categoryRule(meeting.campaign.regulation, String(facts['category']))
    const slots = Array.isArray(facts['slots']) ? facts['slots'] : []
    return {
      code,
      category: rule === undefined ? null : { code: rule.code, name: rule.name },
      prizes: (rule?.slots ?? [])
        .filter(({ code: slot }) => slots.includes(slot))
        .map(({ code: slot, type, label }) => ({ code: slot, type, label })),
    }
  })
  // A category with several points meets the same obstacle once for each of them.
  const once = new Map(named.map((one) => [`${one.code} ${one.category?.code ?? ''}`, one]))
  return [...once.values()]
}
