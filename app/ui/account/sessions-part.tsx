import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'
import { deviceName } from './device-name.ts'

type Row = {
  id: string
  createdAt: number
  lastSeenAt: number
  userAgent: string | null
  address: string | null
  current: boolean
}

/** Where one is signed in; each session, and all of them, can be ended. */
export function SessionsPart({ sessions }: { sessions: readonly Row[] }) {
  const t = useT()
  const format = useFormat()
  const deviceOf = ({ userAgent }: (typeof sessions)[number]): string =>
    userAgent === null ? t('account.security.unknownDevice') : deviceName(userAgent)
  return (
    <section className="stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('account.security.sessions')}</h2>
      <Table
        caption={t('account.security.sessions')}
        captionHidden
        rows={sessions}
        rowKey={(row) => row.id}
        narrow="rows"
        columns={[
          {
            key: 'device',
            header: t('account.security.device'),
            cell: (row) => (
              <>
                <bdi title={row.userAgent ?? undefined}>{deviceOf(row)}</bdi>{' '}
                {row.current ? <Tag kind="ok">{t('account.security.thisOne')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'address',
            header: t('account.security.address'),
            cell: (row) => (row.address ? <Reference code>{row.address}</Reference> : null),
          },
          {
            key: 'since',
            header: t('account.security.since'),
            cell: (row) => <Time at={row.createdAt} style="short" />,
          },
          {
            key: 'seen',
            header: t('account.security.seen'),
            cell: (row) => <Time at={row.lastSeenAt} style="short" />,
          },
          {
            key: 'end',
            header: t('account.security.end'),
            named: false,
            cell: (row) => (
              <form method="post">
                <input type="hidden" name="intent" value="end" />
                <Button
                  size="small"
                  name="sessionId"
                  value={row.id}
                  aria-label={t('common.pair.labelled', {
                    label: t('account.security.endOne'),
                    value: t('common.pair.named', {
                      name: deviceOf(row),
                      detail: format.dateTime(row.createdAt, 'short'),
                    }),
                  })}
                >
                  {t('account.security.endOne')}
                </Button>
              </form>
            ),
          },
        ]}
      />
      <form method="post" className="acts">
        <Button variant="danger" name="intent" value="end-all">
          {t('account.security.endAll')}
        </Button>
      </form>
    </section>
  )
}
