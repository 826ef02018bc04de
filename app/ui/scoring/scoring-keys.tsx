import { type RefObject, useEffect, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { useScoringKeys } from './use-scoring-keys.ts'

/** The list of keys and their switch; nothing without script. */
export function ScoringKeys({ root }: { root: RefObject<HTMLElement | null> }) {
  const t = useT()
  const [ready, setReady] = useState(false)
  const { on, toggle, help } = useScoringKeys(root)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <div className="tot__foot">
      <details open={help}>
        <summary>
          <span aria-hidden="true">
            <kbd>1</kbd> <kbd>J</kbd> <kbd>K</kbd> <kbd>?</kbd>
          </span>
          {t('jury.keys.title')}
        </summary>
        <ul className="keys">
          {(['digits', 'criterion', 'list'] as const).map((name) => (
            <li key={name}>{t(`jury.keys.${name}`)}</li>
          ))}
        </ul>
        <Button type="button" size="small" aria-pressed={on} onClick={toggle}>
          {on ? t('jury.keys.switchOff') : t('jury.keys.switchOn')}
        </Button>
      </details>
    </div>
  )
}
