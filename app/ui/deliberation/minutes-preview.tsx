import { Fragment } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Time } from '../primitives/time.tsx'

type Item = {
  readonly category: Localized
  readonly quorum: { readonly required: number; readonly present: number }
  readonly recused: readonly string[]
  readonly votes: readonly {
    readonly motion: Localized
    readonly inFavour: number
    readonly against: number
    readonly blank: number
  }[]
  readonly decisions: readonly {
    readonly outcome: string
    readonly reason: Localized | null
    readonly winners: readonly { readonly reference: string; readonly title: Localized }[]
  }[]
}
type Props = {
  document: {
    readonly id: string
    readonly number: string
    readonly sha256: string
    readonly mayOpen: boolean
    readonly record: {
      readonly session: { readonly openedAt: number; readonly closedAt: number | null }
      readonly attendance: readonly { readonly name: string; readonly arrivedAt: number | null }[]
      readonly items: readonly Item[]
    }
  }
}

/** Names of two scripts in one line: each stands in its own direction, and the commas in that of the page. */
function Names({ names }: { names: readonly string[] }) {
  const { locale } = useT()
  const comma = locale === 'ar' ? '، ' : ', '
  return names.map((name, at) => (
    <Fragment key={name}>
      {at === 0 ? null : comma}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}

const COLON = { fr: '\u00A0: ', ar: ': ', en: ': ', zgh: ': ' } as const

function ItemBlock({ item }: { item: Item }) {
  const t = useT()
  return (
    <>
      <h2>
        <LocalizedText text={item.category} />
      </h2>
      <p>
        {t('deliberation.minutes.quorum', { present: item.quorum.present, required: item.quorum.required })}
      </p>
      {item.recused.length === 0 ? null : (
        <p>
          {t('deliberation.minutes.recused')} <Names names={item.recused} />
        </p>
      )}
      {item.votes.map((vote, at) => (
        <p key={at}>
          <LocalizedText text={vote.motion} />
          {'. '}
          {t('deliberation.minutes.totals', {
            inFavour: vote.inFavour,
            against: vote.against,
            blank: vote.blank,
          })}
        </p>
      ))}
      {item.decisions.map((decision, at) => (
        <p key={at}>
          <b>{t(`deliberation.outcome.${decision.outcome}`)}</b>
          {decision.winners.map(({ reference, title }, place) => (
            <Fragment key={reference}>
              {place === 0 ? COLON[t.locale] : t.locale === 'ar' ? '، ' : ', '}
              <LocalizedText text={title} /> (<bdi dir="ltr">{reference}</bdi>)
            </Fragment>
          ))}
          {decision.reason === null ? null : (
            <>
              {decision.winners.length === 0 ? COLON[t.locale] : '. '}
              <LocalizedText text={decision.reason} />
            </>
          )}
        </p>
      ))}
    </>
  )
}

/** The minutes as they will be signed: read on the page, and exact in the PDF. */
export function MinutesPreview({ document }: Props) {
  const t = useT()
  const { record } = document
  return (
    <>
      <article className="minutes">
        <p>
          <bdi>{document.number}</bdi>
        </p>
        <p>
          <Time at={record.session.openedAt} zone />
        </p>
        <p>
          {t('deliberation.minutes.attending')}{' '}
          <Names
            names={[
              ...new Set(record.attendance.filter((one) => one.arrivedAt !== null).map(({ name }) => name)),
            ]}
          />
        </p>
        {record.items.map((item, at) => (
          <ItemBlock key={at} item={item} />
        ))}
      </article>
      <p>
        {t('deliberation.minutes.fingerprint')}{' '}
        <bdi dir="ltr" className="code">
          {document.sha256}
        </bdi>
      </p>
      {document.mayOpen ? (
        <ButtonLink href={paths.document(document.id)} icon="download" download pdf>
          {t('deliberation.minutes.pdf')}
        </ButtonLink>
      ) : (
        <p>{t('deliberation.minutes.closedUntilRelease')}</p>
      )}
    </>
  )
}
