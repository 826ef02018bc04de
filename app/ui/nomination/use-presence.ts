import { useEffect, useState } from 'react'
import { type PersonHere, type PresenceSide, SAID_EVERY_SECONDS } from '#app/domain/nomination/presence.ts'
import { sayGoodbye, sayPresent } from './say-present.ts'

/** The file that this browser tab shows now: from one section to the next nobody leaves it. */
let shown: string | null = null
const SETTLED = 400

/**
 * Who else of one's side has this file open. The page says so every half minute while it is looked at, and nothing while it
 * lies behind another; what it hears in answer is all that it asks. Null: not known yet, or no longer told.
 */
export function usePresence(
  nominationId: string,
  side: PresenceSide,
  place = '',
): readonly PersonHere[] | null {
  const [here, setHere] = useState<readonly PersonHere[] | null>(null)
  useEffect(() => {
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = async (): Promise<void> => {
      clearTimeout(timer)
      if (document.visibilityState !== 'visible' || left.signal.aborted) return
      try {
        const answer = await sayPresent(nominationId, { side, place }, left.signal)
        // The session is over or the right is gone: nothing more is asked, and nobody is shown as there.
        if (!answer.ok) return setHere(null)
        setHere(((await answer.json()) as { readonly here: readonly PersonHere[] }).here)
      } catch {
        // Without a line nobody knows who is there.
        if (left.signal.aborted) return
        setHere(null)
      }
      timer = setTimeout(() => void say(), SAID_EVERY_SECONDS * 1000)
    }
    const turned = (): void => {
      if (document.visibilityState === 'visible') void say()
    }
    const goodbye = (): void => sayGoodbye(nominationId, side)
    shown = nominationId
    void say()
    document.addEventListener('visibilitychange', turned, left)
    window.addEventListener('pagehide', goodbye, left)
    return () => {
      clearTimeout(timer)
      left.abort()
      shown = null
      setTimeout(() => {
        if (shown !== nominationId) goodbye()
      }, SETTLED)
    }
  }, [nominationId, side, place])
  return here
}
