import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { dirOf } from '#app/i18n/locales.ts'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { Progress } from '../primitives/progress.tsx'
import { pageHolding } from './find-in-pdf.ts'
import { moveOf, type PdfMove, zoomed } from './pdf-keys.ts'
import type { PdfDocument } from './pdf-lib.ts'
import { PdfPageView } from './pdf-page.tsx'
import { PdfThumbs } from './pdf-thumbs.tsx'
import { PdfTools } from './pdf-tools.tsx'
import { usePdf } from './use-pdf.ts'
import './pdf.css'

export type PdfShown = { readonly href: string; readonly title: string; readonly first: number }
type Props = PdfShown & { onClose: () => void }

const hasRoomForThumbs = (): boolean => window.matchMedia('(min-width: 900px)').matches

/** Where the reader stands in the file, and what moves it. */
function usePlace(pdf: PdfDocument | null, first: number) {
  const [number, setNumber] = useState(first)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const last = pdf?.numPages ?? first
  const to = (page: number): void => setNumber(Math.max(1, Math.min(last, page)))
  const moves: Readonly<Record<Exclude<PdfMove, 'close'>, () => void>> = {
    next: () => to(number + 1),
    previous: () => to(number - 1),
    first: () => to(1),
    last: () => to(last),
    larger: () => setZoom(zoomed(zoom, 1)),
    smaller: () => setZoom(zoomed(zoom, -1)),
    whole: () => setZoom(1),
  }
  return { number: Math.min(number, last), zoom, turn, to, moves, quarter: () => setTurn((turn + 90) % 360) }
}

/** A search through the file: the words, and whether any page holds them. */
function useSearch(pdf: PdfDocument | null, number: number, to: (page: number) => void) {
  const [words, setWords] = useState('')
  const [answer, setAnswer] = useState<'none' | 'found' | 'absent'>('none')
  const seek = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const asked = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    // The same words again mean the next page that holds them.
    const page = pdf && (await pageHolding(pdf, asked, asked === words ? number + 1 : number))
    setWords(asked)
    setAnswer(asked === '' ? 'none' : page === null ? 'absent' : 'found')
    if (page !== null) to(page)
  }
  return { words, answer, seek }
}

/** A PDF read where its link stands: pages one at a time, thumbnails, words that can be selected and found. */
export default function PdfViewer({ href, title, first, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const region = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [thumbs, setThumbs] = useState(hasRoomForThumbs)
  const state = usePdf(href, attempt)
  const pdf = state.is === 'open' ? state.pdf : null
  const place = usePlace(pdf, first)
  const search = useSearch(pdf, place.number, place.to)
  useEffect(() => {
    region.current?.scrollIntoView({ block: 'nearest' })
    stage.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    stage.current?.scrollTo(0, 0)
  }, [place.number])

  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const isTyping = event.target instanceof HTMLInputElement
    const {
      scrollTop = 0,
      clientHeight = 0,
      scrollHeight = 0,
      scrollWidth = 0,
      clientWidth = 0,
    } = stage.current ?? {}
    const scrolled = {
      atTop: scrollTop <= 1,
      atEnd: scrollTop + clientHeight >= scrollHeight - 1,
      isWide: scrollWidth > clientWidth + 1,
    }
    const onButton = event.key === ' ' && event.target !== stage.current
    const move = moveOf(event, scrolled, dirOf(t.locale) === 'rtl')
    if (move === null || onButton || (isTyping && move !== 'close')) return
    event.preventDefault()
    event.stopPropagation()
    if (move === 'close') onClose()
    else place.moves[move]()
  }
  return (
    <div
      ref={region}
      className="pdf"
      data-href={href}
      role="region"
      aria-label={t('work.pdf.label', { title })}
      onKeyDown={pressed}
    >
      <PdfTools
        href={href}
        title={title}
        pages={pdf?.numPages ?? null}
        place={place}
        search={search}
        thumbs={thumbs}
        onThumbs={() => setThumbs(!thumbs)}
        onClose={onClose}
      />
      <div className="pdf__body">
        {pdf !== null && thumbs && pdf.numPages > 1 ? (
          <PdfThumbs pdf={pdf} current={place.number} onChoose={place.to} />
        ) : null}
        <div className="pdf__stage" ref={stage} role="group" aria-label={t('work.pdf.pages')} tabIndex={0}>
          {state.is === 'opening' ? (
            <div className="pdf__wait" role="status">
              <Progress value={(state.part ?? 0) * 100} max={100} label={t('work.pdf.opening')}>
                {state.part === null
                  ? t('work.pdf.opening')
                  : t('work.pdf.received', { percent: format.percent(state.part) })}
              </Progress>
            </div>
          ) : null}
          {state.is === 'failed' ? (
            <Banner
              kind="bad"
              role="alert"
              action={
                <Button type="button" size="small" onClick={() => setAttempt(attempt + 1)}>
                  {t('common.action.retry')}
                </Button>
              }
            >
              {t('work.pdf.failed')}{' '}
              <Link href={href} download>
                {t('common.action.download')}
              </Link>
            </Banner>
          ) : null}
          {pdf === null ? null : <PdfPageView pdf={pdf} {...place} words={search.words} />}
        </div>
      </div>
    </div>
  )
}
