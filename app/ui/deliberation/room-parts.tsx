import { useT } from '#app/i18n/provider.tsx'

/** On a narrow screen the room is one long page: the ways to its parts stay above it, as on a sheet to score. */
export function RoomParts() {
  const t = useT()
  return (
    <nav className="tabs split__tabs" aria-label={t('deliberation.room.parts.label')}>
      <a href="#figures">{t('deliberation.room.parts.figures')}</a>
      <a href="#point">{t('deliberation.room.parts.point')}</a>
      <a href="#minutes">{t('deliberation.room.parts.minutes')}</a>
    </nav>
  )
}
