import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { GivenMark } from './given-mark.tsx'
import { PinChips } from './pin-chips.tsx'
import { Written } from '../primitives/written.tsx'

type Props = {
  rubric: Rubric
  standing: {
    readonly remark: string
    readonly privateNotes: string
    readonly entries: readonly SheetEntry[]
  }
}

/** What was saved from elsewhere meanwhile, beside what was typed here: nothing is overwritten, nothing is lost. */
export function StandingSheet({ rubric, standing }: Props) {
  const t = useT()
  return (
    <Banner kind="wait" title={t('jury.sheet.standingTitle')}>
      <p>{t('jury.sheet.standingBody')}</p>
      <dl className="facts">
        {rubric.criteria.map((criterion) => {
          const entry = standing.entries.find((one) => one.criterion === criterion.code)
          return (
            <div key={criterion.code}>
              <dt>
                <LocalizedText text={criterion.name} />
              </dt>
              <dd>
                <bdi>
                  <GivenMark criterion={criterion} entry={entry} />
                </bdi>
                {entry?.comment ? <Written>{entry.comment}</Written> : null}
                <PinChips pins={entry?.pins ?? []} />
              </dd>
            </div>
          )
        })}
        {(
          [
            ['remark', standing.remark],
            ['privateNote', standing.privateNotes],
          ] as const
        ).map(([name, text]) =>
          text === '' ? null : (
            <div key={name}>
              <dt>{t(`jury.sheet.${name}`)}</dt>
              <dd>
                <Written as="bdi">{text}</Written>
              </dd>
            </div>
          ),
        )}
      </dl>
    </Banner>
  )
}
