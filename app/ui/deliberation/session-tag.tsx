import { useT } from '#app/i18n/provider.tsx'
import { Tag } from '../primitives/tag.tsx'

const ICONS = { convened: 'calendar', open: 'circle-dot', closed: 'lock' } as const

export type SessionState = keyof typeof ICONS

/** How far a meeting is. */
export function SessionTag({ state }: { state: SessionState }) {
  const t = useT()
  return (
    <Tag kind={state === 'open' ? 'ok' : 'off'} icon={ICONS[state]}>
      {t(`deliberation.session.${state}`)}
    </Tag>
  )
}
