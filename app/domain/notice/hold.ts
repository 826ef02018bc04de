import { ok, refuse, type Result } from '../kernel/result.ts'
import { isNoticeName, noticeRule } from './notice.ts'

export const LETTER_STATES = ['pending', 'held', 'sent', 'failed'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export type Letter = {
  readonly notice: string
  readonly state: LetterState
  /** A worker has taken it and has not yet said what became of it: it may have left already. */
  readonly leaving: boolean
}

/** What tells somebody that an account changed hands is never late by an organiser's wish. */
const SAFETY: readonly string[] = ['security-alert', 'account-disabled']

/**
 * Whether a letter may wait for an organiser's word. Not those of the safety of an account, and not those that carry a
 * personal link: its life is counted from the act, and a hold would use it up. What is shown only in the application has
 * no letter.
 */
export function mayBeHeld(notice: string): boolean {
  if (!isNoticeName(notice) || SAFETY.includes(notice)) return false
  const { channel, facts } = noticeRule(notice)
  return channel === 'email' && !facts.includes('token')
}

export type HoldReason =
  'letter-already-sent' | 'letter-failed' | 'letter-already-held' | 'letter-leaving' | 'letter-never-held'
export type ReleaseReason = 'letter-already-sent' | 'letter-not-held'

/** A letter that waits stays until it is released. Refuses one that left, leaves, failed, is held, or may never be. */
export function holdLetter({ notice, state, leaving }: Letter): Result<true, HoldReason> {
  if (state === 'sent') return refuse('letter-already-sent')
  if (state === 'failed') return refuse('letter-failed')
  if (state === 'held') return refuse('letter-already-held')
  if (!mayBeHeld(notice)) return refuse('letter-never-held')
  return leaving ? refuse('letter-leaving') : ok(true)
}

/** A held letter is due at once. */
export function releaseLetter({ state }: Letter): Result<true, ReleaseReason> {
  if (state === 'sent') return refuse('letter-already-sent')
  return state === 'held' ? ok(true) : refuse('letter-not-held')
}
