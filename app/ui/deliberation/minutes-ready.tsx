import { useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { Act } from './act.tsx'

/** Nothing stands in the way of the minutes, and they are not drawn up yet: what comes next, where they will stand. */
export function MinutesReady({ mayDraft }: { mayDraft: boolean }) {
  const t = useT()
  const action = mayDraft ? (
    <Act fields={{ intent: 'draft' }} variant="primary">
      {t('deliberation.minutes.draft')}
    </Act>
  ) : undefined
  return (
    <EmptyState title={t('deliberation.minutes.ready')} action={action}>
      {t(`deliberation.minutes.${mayDraft ? 'readyBody' : 'readyOthers'}`)}
    </EmptyState>
  )
}
