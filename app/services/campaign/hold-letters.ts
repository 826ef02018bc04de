import { insertLetterHold } from '#app/adapters/db/letter-hold.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { holdEdition } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { changeLetters, type LettersOf } from './letters-unit.ts'

/** Keeps the letters of an edition that wait and that are to come, until they are let go. */
export const holdLetters = (ctx: Context, actor: Actor, input: LettersOf) =>
  changeLetters(ctx, actor, input, {
    act: 'lettersHeld',
    decide: (hold) => holdEdition(hold !== null),
    store: (tx, heldAt) =>
      insertLetterHold(tx, {
        ...{ id: ctx.ids.rowId(), campaignId: input.campaignId },
        ...{ heldBy: actor.personId, heldAt },
      }),
  })
