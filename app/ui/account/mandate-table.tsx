import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Table } from '../primitives/table.tsx'
import { Tag, type TagKind } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'

export type OwnMandate = {
  readonly id: string
  readonly role: string
  readonly standing: 'requested' | 'active' | 'refused' | 'revoked' | 'ended'
  readonly administrationId: string
  readonly administration: Localized
  readonly bodyAwaited: boolean
  readonly requestedAt: number
  readonly expiresAt: number | null
}

const KINDS: Readonly<Record<OwnMandate['standing'], TagKind>> = {
  requested: 'wait',
  active: 'ok',
  refused: 'bad',
  revoked: 'off',
  ended: 'off',
}

/** Every mandate one asked for or holds, with where it stands; and the way to apply once one is granted. */
export function MandateTable({ mandates }: { mandates: readonly OwnMandate[] }) {
  const t = useT()
  const locale = useLocale()
  const standing = ({ standing: state, bodyAwaited }: OwnMandate): string =>
    t(`account.mandates.state.${state === 'requested' && bodyAwaited ? 'bodyAwaited' : state}`)
  return (
    <section className="stack">
      <h2>{t('account.mandates.mine')}</h2>
      {mandates.length === 0 ? (
        <p>{t('account.mandates.none')}</p>
      ) : (
        <Table
          caption={t('account.mandates.mine')}
          captionHidden
          narrow="rows"
          rows={mandates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'body',
              header: t('account.mandates.column.administration'),
              cell: ({ administration }) => <LocalizedText text={administration} />,
            },
            {
              key: 'role',
              header: t('account.mandates.column.role'),
              cell: ({ role }) => t(`account.mandates.role.${role}`),
            },
            {
              key: 'state',
              header: t('account.mandates.column.state'),
              cell: (mandate) => <Tag kind={KINDS[mandate.standing]}>{standing(mandate)}</Tag>,
            },
            {
              key: 'asked',
              header: t('account.mandates.column.asked'),
              cell: ({ requestedAt }) => <Time at={requestedAt} style="short" />,
            },
            {
              key: 'until',
              header: t('account.mandates.column.until'),
              cell: ({ expiresAt }) =>
                expiresAt === null ? t('account.mandates.noTerm') : <Time at={expiresAt} style="short" />,
            },
          ]}
        />
      )}
      {mandates.some(({ standing: state }) => state === 'active') ? (
        <div className="acts">
          <ButtonLink variant="primary" href={paths.applicantHome(locale)}>
            {t('account.home.applyOpen')}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}
