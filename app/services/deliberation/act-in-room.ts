import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { closeMotion } from './close-motion.ts'
import { closeSession } from './close-session.ts'
import { drawLot } from './draw-lot.ts'
import { openItem } from './open-item.ts'
import { type FlagOpening, type MotionOpening, openFlagMotion, openMotion } from './open-motion.ts'
import { openSession } from './open-session.ts'

/** What the president asks in the room. */
export type RoomAct =
  | { readonly intent: 'open-session' | 'close-session' }
  | { readonly intent: 'open-item'; readonly itemId: string }
  | ({ readonly intent: 'open-vote' } & MotionOpening)
  | ({ readonly intent: 'open-flag-vote' } & FlagOpening)
  | { readonly intent: 'close-vote'; readonly motionId: string }
  | { readonly intent: 'draw-lot'; readonly outcome: string; readonly again: string }

/** Each button of the room is one act. */
export function actInRoom(
  app: Context,
  actor: Actor,
  sessionId: string,
  asked: RoomAct,
): Promise<Result<unknown>> {
  switch (asked.intent) {
    case 'open-session':
      return openSession(app, actor, { sessionId })
    case 'close-session':
      return closeSession(app, actor, { sessionId })
    case 'open-item':
      return openItem(app, actor, asked)
    case 'open-vote':
      return openMotion(app, actor, asked)
    case 'open-flag-vote':
      return openFlagMotion(app, actor, asked)
    case 'close-vote':
      return closeMotion(app, actor, asked)
    case 'draw-lot':
      return drawLot(app, actor, { sessionId, outcome: asked.outcome, again: asked.again })
  }
}
