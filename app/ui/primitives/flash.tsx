import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Banner, type BannerKind } from './banner.tsx'
import { Icon } from './icon.tsx'

const SHOWN_FOR = 8000
/** After the page has settled: a live region speaks of what changes in it, not of what it came with. */
const SAID_AFTER = 100
/** Nothing to see; a status is read out whole when anything in it changes (ARIA 1.2, aria-atomic). */
const NOW_SAID = '\u00A0'

/**
 * What the last act did, said once. Where no script runs it is a banner at the head of the page and stays; with script it
 * is a bar at the foot that leaves after 8 seconds, waits while it is pointed at or holds the focus, and can be closed.
 * Never an error of a field.
 */
export function Flash({ flash }: { flash: { kind: BannerKind; message: string } | null | undefined }) {
  const t = useT()
  const [gone, setGone] = useState(false)
  const [held, setHeld] = useState(false)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const say = setTimeout(() => setReady(true), SAID_AFTER)
    return () => clearTimeout(say)
  }, [])
  useEffect(() => {
    if (held) return undefined
    const leave = setTimeout(() => setGone(true), SHOWN_FOR)
    return () => clearTimeout(leave)
  }, [held])
  if (flash === null || flash === undefined || gone) return null
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div className="flash" onMouseEnter={hold} onMouseLeave={release} onFocus={hold} onBlur={release}>
      <Banner
        kind={flash.kind}
        action={
          ready ? (
            <button type="button" onClick={() => setGone(true)} aria-label={t('common.action.close')}>
              <Icon name="x" />
            </button>
          ) : undefined
        }
      >
        <span role="status">
          {flash.message}
          {ready ? NOW_SAID : ''}
        </span>
      </Banner>
    </div>
  )
}
