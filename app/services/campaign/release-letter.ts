import { storeReleased } from '#app/adapters/db/outbox.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { releaseLetter as release } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { changeLetter, type LetterOf } from './letter-unit.ts'

/** Lets a held letter go: it is due from this instant on. */
export const releaseLetter = (ctx: Context, actor: Actor, input: LetterOf) =>
  changeLetter(ctx, actor, input, { act: 'letterReleased', decide: release, store: storeReleased })
