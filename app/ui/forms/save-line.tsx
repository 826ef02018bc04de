import { useEffect, useState } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { DOT } from '../primitives/dots.tsx'
import { Icon, type IconName } from '../primitives/icon.tsx'
import type { SaveState } from './use-autosave.ts'

const icons: Record<SaveState, IconName> = {
  idle: 'save',
  saving: 'refresh',
  saved: 'check',
  offline: 'wifi-off',
  signedOut: 'lock',
  conflict: 'split',
  refused: 'alert',
  failed: 'alert',
}

type Props = { state: SaveState; savedAt: number | null; outcome: 'notSent' | 'notSealed' }

/** `Enregistré il y a 12 s · non envoyé`: what is safe, and what is not done yet. */
export function SaveLine({ state, savedAt, outcome }: Props) {
  const t = useT()
  const format = useFormat()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (savedAt === null) return undefined
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(tick)
  }, [savedAt])
  const seconds = savedAt === null || now === null ? 0 : Math.max(0, Math.round((now - savedAt) / 1000))
  const ago =
    seconds < 5
      ? t('work.autosave.now')
      : seconds < 60
        ? t('work.autosave.secondsAgo', { count: seconds })
        : t('work.autosave.minutesAgo', { count: Math.floor(seconds / 60) })
  const bad =
    state === 'offline' ||
    state === 'signedOut' ||
    state === 'conflict' ||
    state === 'refused' ||
    state === 'failed'
  const saved =
    savedAt === null
      ? null
      : seconds < 3600
        ? t('work.autosave.saved', { ago })
        : t('work.autosave.savedAt', { time: format.time(savedAt) })
  return (
    <p className={classes('saved', bad && 'saved--bad')}>
      {state === 'idle' && saved === null ? null : <Icon name={icons[state]} />}
      <span role="status">
        {bad ? t(`work.autosave.${state}`) : state === 'saving' ? t('work.autosave.saving') : ''}
      </span>
      {bad || saved === null ? null : (
        <span>
          {state === 'saving' ? null : saved}
          {DOT}
        </span>
      )}
      {saved === null && !bad ? null : <span className="saved__not">{t(`work.autosave.${outcome}`)}</span>}
    </p>
  )
}
