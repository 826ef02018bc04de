import { Fragment } from 'react'
import type { SnapshotCategory } from '#app/domain/results/snapshot.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { markOf } from '../deliberation/agenda-panel.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Tag } from '../primitives/tag.tsx'

/** The public document as it will be read: built from the signed decisions, nothing retyped. */
export function SnapshotView({
  categories,
  isPublic,
}: {
  categories: readonly SnapshotCategory[]
  isPublic: boolean
}) {
  const t = useT()
  const format = useFormat()
  return (
    <section aria-labelledby="snapshot">
      <h2 id="snapshot">{t(isPublic ? 'results.snapshot.published' : 'results.snapshot.title')}</h2>
      {categories.map((category) => (
        <div key={category.code}>
          <h3>
            <LocalizedText text={category.name} />
          </h3>
          <ul className="decisions">
            {category.slots.map((slot) => (
              <li key={slot.code}>
                <PrizeMark kind={markOf({ slotType: slot.type, outcome: slot.outcome })} size={22} />
                <div>
                  <LocalizedText text={slot.label} />
                  {slot.winners.map((winner) => (
                    <Fragment key={winner.nominationId}>
                      <small>
                        <LocalizedText text={winner.title} /> –{' '}
                        <LocalizedText text={winner.administration.name} />
                      </small>
                      {winner.score === null ? null : (
                        <small>
                          <Phrase
                            k="results.snapshot.score"
                            parts={{
                              score: <bdi className="num">{format.decimal(winner.score.display)}</bdi>,
                            }}
                          />
                        </small>
                      )}
                    </Fragment>
                  ))}
                  {slot.reason === null ? null : (
                    <small>{t(`deliberation.minutes.withheld.${slot.reason}`)}</small>
                  )}
                </div>
                <Tag
                  kind={slot.outcome === 'withheld' ? 'off' : 'prize'}
                  mark={<PrizeMark kind={markOf({ slotType: slot.type, outcome: slot.outcome })} size={13} />}
                >
                  {t(`deliberation.outcome.${slot.outcome}`)}
                </Tag>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
