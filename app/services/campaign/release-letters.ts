import { endLetterHold } from '#app/adapters/db/letter-hold.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { releaseEdition } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { changeLetters, type LettersOf } from './letters-unit.ts'

/** Lets the letters of an edition go: each is due at its time, most of them at once. Those held by themselves stay. */
export const releaseLetters = (ctx: Context, actor: Actor, input: LettersOf) =>
  changeLetters(ctx, actor, input, {
    act: 'lettersReleased',
    decide: (hold) => releaseEdition(hold !== null),
    store: async (tx, now, hold) => {
      if (hold) await endLetterHold(tx, hold.id, actor.personId, now)
    },
  })
