import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { type NominationStatus, StatusTag } from '../patterns/status-tag.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'

type Line = {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly title: Localized
  readonly administration: Localized
  readonly dueAt: number | null
}

/** The files that have waited longest. Only the secretariat is led into a file. */
export function TowerQueue({ queue, maySeeFiles }: { queue: readonly Line[]; maySeeFiles: boolean }) {
  const t = useT()
  const locale = useLocale()
  const column = (name: string) => t(`campaign.nominations.column.${name}`)
  return (
    <section className="blk">
      <header>
        <h2>{t('campaign.tower.queue')}</h2>
      </header>
      <Table
        caption={t('campaign.tower.queueCaption')}
        captionHidden
        empty={t('campaign.tower.queueEmpty')}
        columns={[
          {
            key: 'title',
            header: column('title'),
            cell: (line) => (
              <>
                {maySeeFiles ? (
                  <Link href={paths.screeningFile(locale, line.id)}>
                    <LocalizedText text={line.title} />
                  </Link>
                ) : (
                  <LocalizedText text={line.title} />
                )}{' '}
                <small>
                  <LocalizedText text={line.administration} />
                </small>
              </>
            ),
          },
          {
            key: 'reference',
            header: column('reference'),
            cell: (line) => <Reference code>{line.reference}</Reference>,
          },
          {
            key: 'state',
            header: column('state'),
            cell: (line) => <StatusTag status={line.state as NominationStatus} />,
          },
          {
            key: 'due',
            header: t('campaign.tower.due'),
            cell: (line) =>
              line.dueAt === null ? (
                <span className="nowrap">{t('campaign.tower.none')}</span>
              ) : (
                <Time at={line.dueAt} style="short" />
              ),
          },
        ]}
        rows={queue}
        rowKey={(line) => line.id}
        narrow="rows"
      />
    </section>
  )
}
