import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'

export type HiddenReason =
  'interest' | 'recusal' | 'ownBody' | 'ownCategory' | 'embargo' | 'phase' | 'blind' | 'role'

/** Said where an absence would puzzle; it never counts or names what it hides. */
export function HiddenBecause({ reason, children }: { reason: HiddenReason; children?: ReactNode }) {
  const t = useT()
  return (
    <p className="hidden-because">
      <Icon name="eye-off" />
      <span>
        {t(`work.hidden.${reason}`)} {children}
      </span>
    </p>
  )
}
