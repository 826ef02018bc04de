import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { PrizeMark, type PrizeKind } from '../motif/prize-mark.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Tag } from '../primitives/tag.tsx'

type Point = {
  readonly id: string
  readonly state: 'pending' | 'open' | 'decided'
  readonly slotLabel: Localized
  readonly slotType: string
  readonly categoryName: Localized
  readonly outcome?: 'awarded' | 'shared' | 'withheld' | null
  readonly departs?: boolean
  readonly winners?: readonly Localized[]
}

const KINDS: readonly string[] = ['excellence', 'encouragement', 'jury', 'other']
export const markOf = (point: Pick<Point, 'slotType' | 'outcome'>): PrizeKind =>
  point.outcome === 'withheld'
    ? 'withheld'
    : KINDS.includes(point.slotType)
      ? (point.slotType as PrizeKind)
      : 'other'

function StateTag({ point }: { point: Point }) {
  const t = useT()
  if (point.outcome !== null && point.outcome !== undefined) {
    return (
      <Tag
        kind={point.outcome === 'withheld' ? 'off' : 'prize'}
        mark={<PrizeMark kind={markOf(point)} size={13} />}
      >
        {t(`deliberation.outcome.${point.outcome}`)}
      </Tag>
    )
  }
  return (
    <Tag kind={point.state === 'open' ? 'info' : 'off'} icon={point.state === 'open' ? 'vote' : 'clock'}>
      {t(`deliberation.item.${point.state}`)}
    </Tag>
  )
}

/** Every prize slot of the meeting with what became of it. */
export function AgendaPanel({
  points,
  current,
  hrefOf,
}: {
  points: readonly Point[]
  current: string | null
  hrefOf?: (id: string) => string
}) {
  const t = useT()
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{t('deliberation.agenda.title')}</h2>
      <ul className="decisions">
        {points.map((point) => (
          <li key={point.id}>
            <PrizeMark kind={markOf(point)} size={22} />
            <div>
              {hrefOf === undefined ? (
                <LocalizedText text={point.slotLabel} />
              ) : (
                <Link href={hrefOf(point.id)} current={point.id === current}>
                  <LocalizedText text={point.slotLabel} />
                </Link>
              )}
              <small>
                <LocalizedText text={point.categoryName} />
              </small>
              {(point.winners ?? []).map((title, at) => (
                <small key={at}>
                  <LocalizedText text={title} />
                </small>
              ))}
              {point.departs === true ? <small>{t('deliberation.agenda.departs')}</small> : null}
            </div>
            <StateTag point={point} />
          </li>
        ))}
      </ul>
    </section>
  )
}
