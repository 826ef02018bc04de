import { type RefObject, useEffect, useState } from 'react'
import { keySign, SHORTCUTS, type Shortcuts } from '#app/domain/scoring/shortcuts.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { useScoringKeys } from './use-scoring-keys.ts'

/** The keys of every criterion, each with its word; the whole list opens behind the last. */
function KeyHints({ keys, digits: [first, last] }: Pick<Shortcuts, 'keys'> & Pick<Props, 'digits'>) {
  const t = useT()
  return (
    <span className="key-hints" aria-hidden="true">
      <span>
        <bdi>
          <kbd>{first}</kbd>
          {last === first ? null : (
            <>
              –<kbd>{last}</kbd>
            </>
          )}
        </bdi>{' '}
        {t('jury.keys.hint.mark')}
      </span>
      <span>
        <kbd>{keySign(keys.nextCriterion)}</kbd> <kbd>{keySign(keys.previousCriterion)}</kbd>{' '}
        {t('jury.keys.hint.criterion')}
      </span>
      <span>
        <kbd>{keySign(keys.pin)}</kbd> {t('jury.keys.hint.pin')}
      </span>
      <kbd>{keySign(keys.list)}</kbd>
    </span>
  )
}

type Props = {
  root: RefObject<HTMLElement | null>
  shortcuts: Shortcuts
  digits: readonly [first: number, last: number]
  /** A sealed sheet takes no mark: its page names no key that would give one. */
  marking: boolean
}

/** The list of keys and the way to their setting; nothing without script. */
export function ScoringKeys({ root, shortcuts, digits, marking }: Props) {
  const t = useT()
  const [ready, setReady] = useState(false)
  const { help } = useScoringKeys(root, shortcuts)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  const { on, keys } = shortcuts
  return (
    <div className="tot__foot">
      <details open={help}>
        <summary>
          {on && marking ? <KeyHints keys={keys} digits={digits} /> : null}
          {t('jury.keys.title')}
        </summary>
        {on ? (
          <ul className="keys">
            <li>{t('jury.keys.digits')}</li>
            {SHORTCUTS.map((name) => (
              <li key={name}>
                <kbd>{keySign(keys[name])}</kbd> {t(`account.shortcuts.${name}`)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('jury.keys.off')}</p>
        )}
        <Link href={paths.shortcuts(t.locale)}>{t('jury.keys.change')}</Link>
      </details>
    </div>
  )
}
