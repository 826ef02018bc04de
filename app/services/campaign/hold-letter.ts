import { storeHeld } from '#app/adapters/db/outbox.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { holdLetter as hold } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { changeLetter, type LetterOf } from './letter-unit.ts'

/** Keeps a waiting letter until it is released; what it tells still stands in the application at once. */
export const holdLetter = (ctx: Context, actor: Actor, input: LetterOf) =>
  changeLetter(ctx, actor, input, { act: 'letterHeld', decide: hold, store: storeHeld })
