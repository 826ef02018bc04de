import { useEffect, useState } from 'react'
import { type PersonHere, type PresenceSide, SAID_EVERY_SECONDS } from '#app/domain/nomination/presence.ts'
import { paths } from '#app/http/paths.ts'

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
    const href = paths.presence(nominationId)
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = async (): Promise<void> => {
      clearTimeout(timer)
      if (document.visibilityState !== 'visible' || left.signal.aborted) return
      try {
        const answer = await fetch(href, {
          method: 'post',
          body: new URLSearchParams({ side, place }),
          headers: { 'x-autosave': '1' },
          redirect: 'manual',
          signal: left.signal,
        })
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
    const goodbye = (): void => {
      navigator.sendBeacon(href, new URLSearchParams({ side, leaving: 'on' }))
    }
    shown = href
    void say()
    document.addEventListener('visibilitychange', turned, left)
    window.addEventListener('pagehide', goodbye, left)
    return () => {
      clearTimeout(timer)
      left.abort()
      shown = null
      setTimeout(() => {
        if (shown !== href) goodbye()
      }, SETTLED)
    }
  }, [nominationId, side, place])
  return here
}
