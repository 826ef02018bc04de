import { ok, refuse, type Result } from '../kernel/result.ts'
import { EMAIL_NOTICES, isNoticeName, noticeRule } from './notice.ts'

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
export const HOLDABLE: readonly string[] = EMAIL_NOTICES.filter(mayBeHeld)

export type HoldReason =
  'letter-already-sent' | 'letter-failed' | 'letter-already-held' | 'letter-leaving' | 'letter-never-held'
export type ReleaseReason = 'letter-already-sent' | 'letter-not-held'
export type SendAgainReason = 'letter-not-failed' | 'letter-link-expires'
export type EditionHoldReason = 'letters-already-held'
export type EditionReleaseReason = 'letters-not-held'

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

/**
 * A letter that could not be delivered is due once more, with all its attempts before it. Not one that carries a personal
 * link: its life was counted from the act, and the act is made again for a new one.
 */
export function sendLetterAgain({ notice, state }: Letter): Result<true, SendAgainReason> {
  if (state !== 'failed') return refuse('letter-not-failed')
  const expires = isNoticeName(notice) && noticeRule(notice).facts.includes('token')
  return expires ? refuse('letter-link-expires') : ok(true)
}

/** The coming letters of an edition wait from now on, those of `HOLDABLE`. `isHeld`: a hold of the edition lives. */
export const holdEdition = (isHeld: boolean): Result<true, EditionHoldReason> =>
  isHeld ? refuse('letters-already-held') : ok(true)

/** All go that no hold of their own keeps. */
export const releaseEdition = (isHeld: boolean): Result<true, EditionReleaseReason> =>
  isHeld ? ok(true) : refuse('letters-not-held')
