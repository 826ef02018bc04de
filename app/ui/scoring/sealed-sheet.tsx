import type { ReactNode } from 'react'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { GivenMark } from './given-mark.tsx'
import { PinChips } from './pin-chips.tsx'
import { Written } from '../primitives/written.tsx'

type Props = {
  rubric: Rubric
  /** Where the receipt with its proof is; null where the reader is not the juror. */
  receiptHref: string | null
  /** The way to the flags on the file. */
  flag: ReactNode
  sheet: {
    readonly state: string
    readonly round: number
    readonly entries: readonly SheetEntry[]
    readonly remark: string
    readonly privateNotes: string
    readonly reason: string
    readonly sealedAt: number | null
    readonly commitment: string | null
  }
}

/** A sheet that no longer changes, with the receipt that proves it. */
export function SealedSheet({ rubric, sheet, receiptHref, flag }: Props) {
  const t = useT()
  const receipt = [
    ...(sheet.sealedAt === null
      ? []
      : [{ term: t('jury.receipt.at'), value: <Time at={sheet.sealedAt} zone /> }]),
    { term: t('jury.receipt.round'), value: <bdi>{sheet.round}</bdi> },
    ...(sheet.commitment === null
      ? []
      : [{ term: t('jury.receipt.commitment'), value: <Reference code>{sheet.commitment}</Reference> }]),
    ...(sheet.reason === ''
      ? []
      : [{ term: t('jury.receipt.reason'), value: <Written as="bdi">{sheet.reason}</Written> }]),
  ]
  return (
    <div className="crit">
      <Banner
        kind={sheet.state === 'sealed' ? 'ok' : 'info'}
        icon="lock"
        title={t(`jury.receipt.title.${sheet.state}`)}
      >
        {t(`jury.receipt.body.${sheet.state}`)}
      </Banner>
      <SummaryList facts={receipt} />
      {sheet.state === 'sealed' && receiptHref !== null ? (
        <p>
          <Link className="link" href={receiptHref}>
            {t('jury.proof.title')}
          </Link>
        </p>
      ) : null}
      <p>{flag}</p>
      {sheet.state === 'abstained' ? null : (
        <SummaryList
          facts={rubric.criteria.map((criterion) => {
            const entry = sheet.entries.find((one) => one.criterion === criterion.code)
            return {
              term: <LocalizedText text={criterion.name} />,
              value: (
                <>
                  <b>
                    <bdi>
                      <GivenMark criterion={criterion} entry={entry} />
                    </bdi>
                  </b>
                  {entry?.comment ? (
                    <p>
                      <Written as="span" className="own-words">
                        {entry.comment}
                      </Written>
                    </p>
                  ) : null}
                  <PinChips pins={entry?.pins ?? []} />
                </>
              ),
            }
          })}
        />
      )}
      {sheet.remark === '' ? null : (
        <SummaryList
          facts={[{ term: t('jury.sheet.remark'), value: <Written as="span">{sheet.remark}</Written> }]}
        />
      )}
    </div>
  )
}
