import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { missingOf } from './bilingual.ts'
import { cleanLocalized } from './localized-edit.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Campaign } from './campaign.ts'
import type { BilingualText } from './regulation.ts'

/** A question about the rules and the one answer that everybody gets; it is never changed. */
export type Clarification = {
  readonly id: string
  readonly campaignId: string
  /** Its place in the campaign, from 1 on. */
  readonly number: number
  readonly question: BilingualText
  readonly answer: BilingualText
  readonly publishedAt: Instant
}
export type TypedClarification = { readonly question: Localized; readonly answer: Localized }
export type ClarificationReason = 'stale-version' | 'unreadable-text' | 'clarification-incomplete'
export type Clarified = {
  readonly clarification: Clarification
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

function bilingual(
  text: Localized,
  field: string,
): Result<BilingualText, 'unreadable-text' | 'clarification-incomplete'> {
  const at = (fields: readonly (readonly [string, string])[]) =>
    Object.fromEntries(fields.map(([language, message]) => [`${field}.${language}`, message]))
  const cleaned = cleanLocalized(text, 'prose')
  if (!cleaned.ok) return refuse('unreadable-text', {}, at(Object.entries(cleaned.fields)))
  const { ar, fr } = cleaned.value
  if (ar !== undefined && fr !== undefined) return ok({ ar, fr })
  return refuse('clarification-incomplete', {}, missingOf(cleaned.value, field))
}

/**
 * Publishes an answer to all (product.md section 5): in Arabic and French, told at once to everybody who works in the
 * campaign. `next` is the number that is free and `seen` the one the page offered: two people do not publish one answer
 * twice. Refuses a page that is no longer current, an unreadable text, and one language without the other.
 */
export function publishClarification(
  campaign: Pick<Campaign, 'id'>,
  typed: TypedClarification,
  at: {
    readonly id: string
    readonly next: number
    readonly seen: number
    readonly now: Instant
    readonly people: readonly string[]
  },
): Result<Clarified, ClarificationReason> {
  if (at.seen !== at.next) return refuse('stale-version', { version: at.next })
  const question = bilingual(typed.question, 'question')
  if (!question.ok) return question
  const answer = bilingual(typed.answer, 'answer')
  if (!answer.ok) return answer
  const { id, next: number, now: publishedAt, people } = at
  const { id: campaignId } = campaign
  return ok({
    clarification: {
      ...{ id, campaignId, number, publishedAt },
      ...{ question: question.value, answer: answer.value },
    },
    entry: {
      ...{ act: 'clarificationPublished', subject: { type: 'campaign', id: campaignId }, campaignId },
      facts: { clarification: id, number },
    },
    notices: notify('clarification-published', people, campaignId, {
      ...{ campaign: campaignId, number: String(number) },
    }),
  })
}
