import { useT } from '#app/i18n/provider.tsx'
import { usePresence } from '../nomination/use-presence.ts'
import { Avatar } from '../patterns/person.tsx'

/** The colleagues of the office who have the same file open; nothing when one is alone, and nothing without script. */
export function OfficeHere({ nominationId }: { nominationId: string }) {
  const t = useT()
  const here = usePresence(nominationId, 'office') ?? []
  return (
    <div className="here" role="status">
      {here.length === 0 ? null : <span>{t('work.presence.label')}</span>}
      {here.map(({ id, name }) => (
        <span key={id} className="here__one">
          <Avatar name={name} online />
          <bdi>{name}</bdi>
        </span>
      ))}
    </div>
  )
}
