import { seatIn } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { more } from '../kernel/count.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { notify } from '../notice/notice.ts'
import { isPlenaryReason } from './plenary.ts'
import type { PlenaryReferral, SheetFigures } from './plenary.ts'

/** What the sending of one file is decided on. */
export type PlenaryFacts = {
  readonly campaignId: string
  readonly nominationId: string
  readonly reference: string
  /** Who presides over this file: the deputy where the chair may not (product.md section 5). */
  readonly presiding: 'chair' | 'deputy'
  /** Its sheets are being scored: the evaluation, or the second of two rounds for a file on the shortlist. */
  readonly isRoundOpen: boolean
  readonly isSecondRound: boolean
  /** When the sheets of the round are due. */
  readonly closesAt: Instant
  /** As the tally counts now: sheets that count, live readers, quorum. */
  readonly figures: SheetFigures
  /** Live readers who have neither sealed nor abstained. */
  readonly open: number
  /** The sending that counts; one taken back does not. */
  readonly live: PlenaryReferral | null
  /** How often the file was sent and taken back: what a page has shown. */
  readonly version: number
  /** Its readers, the chair and the organisers, none of them recused. */
  readonly people: readonly string[]
}
export type PlenaryStep = {
  readonly referral: PlenaryReferral
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
type Standing = 'not-chair' | 'phase-closed' | 'stale-version'
export type SendReason =
  | Standing
  | 'already-sent'
  | 'quorum-reached'
  | 'quorum-in-reach'
  | 'unknown-reason'
  | 'reason-required'
  | 'unreadable-text'
export type TakeBackReason = Standing | 'not-sent'

/** n_i reaches q_i: the nomination has an official score. None without a sheet, whatever the quorum. */
export const hasQuorum = ({ sheets, quorum }: SheetFigures): boolean => sheets > 0 && sheets >= quorum

/** Whether the readers who still owe their sheet in time may lift the file over its quorum. */
export const isInReach = (
  { figures, open, closesAt }: Pick<PlenaryFacts, 'figures' | 'open' | 'closesAt'>,
  now: Instant,
): boolean => now < closesAt && open > 0 && hasQuorum({ ...figures, sheets: more(figures.sheets, open) })

function standing(facts: PlenaryFacts, actor: Actor, version: number): Result<null, Standing> {
  if (seatIn(actor, facts.campaignId)?.role !== facts.presiding) return refuse('not-chair')
  if (!facts.isRoundOpen) return refuse('phase-closed')
  return version === facts.version
    ? ok(null)
    : refuse('stale-version', { current: facts.version, posted: version })
}

type Act = Extract<EntryDraft['act'], 'fileSentToPlenary' | 'fileBackFromPlenary'>
const entryOf = (
  act: Act,
  { nominationId, campaignId, figures }: PlenaryFacts,
  reason: string,
): EntryDraft => ({
  act,
  subject: { type: 'nomination', id: nominationId },
  campaignId,
  facts: { reason, ...figures },
})

type Typed = {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly text: { readonly ar: string; readonly fr: string }
}

/** The words of the reason as they are kept; refused where one language is missing or cannot be read. */
function words(text: Typed['text']): Result<Typed['text'], 'reason-required' | 'unreadable-text'> {
  const kept = { ar: text.ar, fr: text.fr }
  for (const lang of ['ar', 'fr'] as const) {
    const said = cleanText(text[lang], 'prose')
    if (!said.ok) return refuse('unreadable-text', {}, { [`text.${lang}`]: 'errors.control' })
    if (isBlank(said.value)) return refuse('reason-required', {}, { [`text.${lang}`]: 'errors.required' })
    kept[lang] = said.value
  }
  return ok(kept)
}

/**
 * Sends a file under its quorum of sheets to the plenary (scoring.md section 1.5), with a coded reason and its words in
 * both languages. Its sheets are no longer owed: drafts stay as they are, and whoever seals in time still may. Refused
 * while the readers that are left can still reach the quorum in time, and for a file that has one: that one is ranked.
 */
export function sendToPlenary(
  facts: PlenaryFacts,
  actor: Actor,
  typed: Typed,
  now: Instant,
): Result<PlenaryStep, SendReason> {
  const standingFor = standing(facts, actor, typed.version)
  if (!standingFor.ok) return standingFor
  if (facts.live !== null) return refuse('already-sent')
  const { figures, open, closesAt } = facts
  if (hasQuorum(figures)) return refuse('quorum-reached', { ...figures })
  if (isInReach(facts, now)) return refuse('quorum-in-reach', { open, closesAt, ...figures })
  if (!isPlenaryReason(typed.reason)) return refuse('unknown-reason', { reason: typed.reason })
  const text = words(typed.text)
  if (!text.ok) return text
  const { nominationId, isSecondRound, campaignId, reference } = facts
  const referral: PlenaryReferral = {
    ...{ id: typed.id, nominationId, isSecondRound, figures, reason: typed.reason, text: text.value },
    ...{ sentBy: actor.personId, sentAt: now, takenBackBy: null, takenBackAt: null },
  }
  return ok({
    referral,
    entry: entryOf('fileSentToPlenary', facts, typed.reason),
    notices: notify('file-to-plenary', facts.people, campaignId, { campaign: campaignId, reference }),
  })
}

/**
 * Takes the sending back while the round runs: a sheet that came after all lifted the file over its quorum, or it gets
 * another reader. The gate of the phase asks for it in the first case, so that nothing with a quorum stays sent.
 */
export function takeBackFromPlenary(
  facts: PlenaryFacts,
  actor: Actor,
  version: number,
  now: Instant,
): Result<PlenaryStep, TakeBackReason> {
  const standingFor = standing(facts, actor, version)
  if (!standingFor.ok) return standingFor
  if (facts.live === null) return refuse('not-sent')
  const { campaignId, reference } = facts
  return ok({
    referral: { ...facts.live, takenBackBy: actor.personId, takenBackAt: now },
    entry: entryOf('fileBackFromPlenary', facts, facts.live.reason),
    notices: notify('file-from-plenary', facts.people, campaignId, { campaign: campaignId, reference }),
  })
}
