import { storeDueAgain } from '#app/adapters/db/outbox.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { sendLetterAgain as again } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { changeLetter, type LetterOf } from './letter-unit.ts'

/** A letter that could not be delivered is due once more, from this instant on. */
export const sendLetterAgain = (ctx: Context, actor: Actor, input: LetterOf) =>
  changeLetter(ctx, actor, input, { act: 'letterSentAgain', decide: again, store: storeDueAgain })
