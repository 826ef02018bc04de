import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import type { SheetPage } from './sheet-page.ts'

/** The way to raise a flag on the file of a sheet, or to the one that the juror has raised. */
export function FlagLink({ page }: { page: Pick<SheetPage, 'flagged' | 'sheet'> }) {
  const t = useT()
  return (
    <Link className="link" href={paths.fileFlag(t.locale, page.sheet.nominationId)}>
      {page.flagged ? t('jury.flag.own') : t('jury.flag.link')}
    </Link>
  )
}
