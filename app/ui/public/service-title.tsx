import type { SnapshotWinner } from '#app/domain/results/snapshot.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

/** The service, or the statement that the sources do not name it. */
export function ServiceTitle({ winner }: { winner: Pick<SnapshotWinner, 'title'> }) {
  const t = useT()
  return shownIn(winner.title, useLocale()) === null ? (
    <>{t('public.laureates.unnamed')}</>
  ) : (
    <LocalizedText text={winner.title} />
  )
}
