import { type FormEvent, useState } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Icon, type IconName } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import type { PdfMove } from './pdf-keys.ts'

type Props = {
  href: string
  title: string
  /** Null while the file is still on its way. */
  pages: number | null
  place: {
    readonly number: number
    readonly zoom: number
    readonly to: (page: number) => void
    readonly moves: Readonly<Record<Exclude<PdfMove, 'close'>, () => void>>
    readonly quarter: () => void
  }
  search: {
    readonly words: string
    readonly answer: 'none' | 'found' | 'absent'
    readonly seek: (event: FormEvent<HTMLFormElement>) => Promise<void>
  }
  thumbs: boolean
  onThumbs: () => void
  onClose: () => void
}

function Tool({
  icon,
  label,
  onClick,
  on,
}: {
  icon: IconName
  label: string
  onClick: () => void
  on?: boolean
}) {
  return (
    <Button
      type="button"
      className="btn--ic"
      variant="ghost"
      aria-label={label}
      aria-pressed={on}
      onClick={onClick}
    >
      <Icon name={icon} />
    </Button>
  )
}

function Search({ search }: Pick<Props, 'search'>) {
  const t = useT()
  return (
    <form className="pdf__search" role="search" onSubmit={(event) => void search.seek(event)}>
      <input
        className="inp"
        type="search"
        name="words"
        aria-label={t('work.pdf.search')}
        placeholder={t('work.pdf.search')}
        dir="auto"
        maxLength={100}
      />
      <Button size="small">{t('work.pdf.findNext')}</Button>
      <span role="status" className="xs">
        {search.answer === 'absent' ? t('work.pdf.absent') : ''}
      </span>
    </form>
  )
}

/** The bar of the reader: what is open, where one is, and what can be done with it. */
export function PdfTools({ href, title, pages, place, search, thumbs, onThumbs, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const [seeking, setSeeking] = useState(false)
  const { number, zoom, moves, quarter } = place
  return (
    <>
      <div className="pdf__bar">
        <Icon name="file-text" />
        <b className="pdf__title" dir="auto">
          {title}
        </b>
        <span className="pdf__at" role="status">
          {pages === null ? '' : t('work.pdf.page', { number, total: pages })}
        </span>
        {pages === null ? null : (
          <div className="pdf__tools" role="group" aria-label={t('work.pdf.tools')}>
            {pages === 1 ? null : (
              <>
                <Tool icon="chevron-left" label={t('work.pdf.previous')} onClick={moves.previous} />
                <Tool icon="chevron-right" label={t('work.pdf.next')} onClick={moves.next} />
                <Tool icon="panel" label={t('work.pdf.thumbs')} on={thumbs} onClick={onThumbs} />
              </>
            )}
            <Tool
              icon="search"
              label={t('work.pdf.search')}
              on={seeking}
              onClick={() => setSeeking(!seeking)}
            />
            <Tool icon="zoom-out" label={t('work.pdf.smaller')} onClick={moves.smaller} />
            <bdi className="pdf__zoom">{format.percent(zoom)}</bdi>
            <Tool icon="zoom-in" label={t('work.pdf.larger')} onClick={moves.larger} />
            <Tool icon="rotate-cw" label={t('work.pdf.turn')} onClick={quarter} />
          </div>
        )}
        <Link
          className="btn btn--ghost btn--ic"
          href={href}
          download
          aria-label={t('common.action.download')}
        >
          <Icon name="download" />
        </Link>
        <Tool icon="x" label={t('common.action.close')} onClick={onClose} />
      </div>
      {seeking ? <Search search={search} /> : null}
    </>
  )
}
