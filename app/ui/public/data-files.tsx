import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

export type DataSizes = {
  readonly json: number
  readonly csv: number
  readonly ods: number
  readonly rows: number
}

/** The files with what is in them and how large they are. */
export function DataFiles({ sizes, origin }: { sizes: DataSizes; origin: string }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const file = (form: 'csv' | 'json' | 'ods', words: string) => (
    <li>
      <b>{form.toUpperCase()}</b>
      <span>{words}</span>
      <Link href={paths.openDataFile(form)} download meta={format.fileSize(sizes[form])} className="link">
        {t('common.action.download')}
      </Link>
    </li>
  )
  return (
    <>
      <ul className="files">
        {file('csv', t('public.openData.csv', { count: sizes.rows }))}
        {file('json', t('public.openData.json'))}
        {file('ods', t('public.openData.ods'))}
        <li>
          <b>Atom</b>
          <span>{t('public.openData.atom')}</span>
          <a className="link" href={paths.feed(locale)}>
            {t('common.nav.feed')}
          </a>
        </li>
      </ul>
      <pre className="api" tabIndex={0}>
        GET {origin}
        <wbr />
        <span className="nowrap">{paths.openDataFile('json')}</span>
      </pre>
    </>
  )
}
