import type { BilingualText } from '../campaign/regulation.ts'
import { ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { entryOf, titleText, transition } from './nomination.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

/**
 * The plenary upheld a flag (scoring.md section 1.7): the same effect as a settled proposal, by the vote of the jury in
 * place of two hands of the office. The jury hears of it by the letter of the flag. Refused where it no longer competes.
 */
export function disqualifyByPlenary(
  before: Nomination,
  { team, secretariat }: Pick<NominationContext, 'team' | 'secretariat'>,
  { ground, words }: { readonly ground: string; readonly words: BilingualText },
): Result<Changed, 'wrong-state'> {
  const moved = transition(before, 'disqualify')
  if (!moved.ok) return moved
  const { id, campaignId, reference } = before
  return ok({
    nomination: moved.value,
    entry: entryOf('nominationDisqualified', moved.value, { reason: ground, from: before.state }),
    notices: notify('disqualified', [...team, ...secretariat], campaignId, {
      ...{ reference, nominationId: id, title: titleText(before) },
      ...{ reasonAr: words.ar, reasonFr: words.fr },
    }),
  })
}
