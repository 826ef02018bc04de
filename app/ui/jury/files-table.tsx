import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { SheetTag } from '../patterns/status-tag.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { RailFile } from './file-rail.tsx'

type File = RailFile & {
  readonly lead: Localized
  readonly category: Localized
  readonly declared: boolean
  readonly sent: boolean
}

const statusOf = ({ state, done }: File) => {
  if (state === 'sealed' || state === 'abstained' || state === 'voided') return state
  return done === 0 ? 'to_score' : 'in_progress'
}

/** The juror's own files and where each sheet stands; `awaits`: whether files may still be given. */
export function FilesTable({ files, awaits }: { files: readonly File[]; awaits: boolean }) {
  const t = useT()
  const locale = useLocale()
  if (files.length === 0)
    return (
      <EmptyState title={t('jury.files.none')}>
        {t(awaits ? 'jury.files.noneBody' : 'jury.files.noneLeft')}
      </EmptyState>
    )
  return (
    <Table
      caption={t('jury.files.title')}
      captionHidden
      narrow="rows"
      rows={files}
      rowKey={(file) => file.nominationId}
      columns={[
        {
          key: 'title',
          header: t('jury.files.file'),
          cell: (file) => (
            <Link
              href={
                file.sheetId
                  ? paths.scoreSheet(locale, file.sheetId)
                  : paths.juryFile(locale, file.nominationId)
              }
            >
              <LocalizedText text={file.title} />
            </Link>
          ),
        },
        {
          key: 'reference',
          header: t('jury.files.reference'),
          cell: (file) => <Reference code>{file.reference}</Reference>,
        },
        { key: 'lead', header: t('jury.files.lead'), cell: (file) => <LocalizedText text={file.lead} /> },
        {
          key: 'category',
          header: t('jury.files.category'),
          cell: (file) => (
            <span className="cell-words">
              <LocalizedText text={file.category} />
            </span>
          ),
        },
        {
          key: 'state',
          header: t('jury.files.state'),
          cell: (file) =>
            file.sent ? (
              t('jury.files.inPlenary')
            ) : file.declared ? (
              <SheetTag status={statusOf(file)} done={file.done} total={file.total} />
            ) : (
              t('jury.files.toDeclare')
            ),
        },
      ]}
    />
  )
}
