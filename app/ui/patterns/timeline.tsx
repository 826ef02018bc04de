import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'

export type TimelineEvent = { readonly at: number; readonly title: ReactNode; readonly note?: ReactNode }

export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label?: string }) {
  const t = useT()
  return (
    <ol className="timeline" aria-label={label ?? t('work.timeline.label')}>
      {events.map((event, i) => (
        <li key={i}>
          <Time at={event.at} style="long" />
          {event.title}
          {event.note === undefined ? null : <p className="sm muted">{event.note}</p>}
        </li>
      ))}
    </ol>
  )
}
