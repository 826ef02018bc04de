import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { drawPage } from './draw-page.ts'
import type { PdfDocument } from './pdf-lib.ts'

const WIDTH = 84
type Props = { pdf: PdfDocument; current: number; onChoose: (number: number) => void }

/** Drawn when it comes into sight. */
function Thumb({ pdf, number }: { pdf: PdfDocument; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (canvas.current === null) return undefined
    const watching = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
    })
    watching.observe(canvas.current)
    return () => watching.disconnect()
  }, [])
  useEffect(() => {
    if (!seen) return undefined
    let drawing: ReturnType<typeof drawPage> | null = null
    let left = false
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      if (left || !canvas.current) return
      drawing = drawPage({ page, canvas: canvas.current, width: WIDTH, turn: 0 })
      await drawing.promise
    }
    void draw().catch(() => undefined)
    return () => {
      left = true
      drawing?.cancel()
    }
  }, [seen, pdf, number])
  return <canvas ref={canvas} width={WIDTH} height={Math.round(WIDTH * 1.414)} aria-hidden="true" />
}

/** All pages, small, each a button. */
export function PdfThumbs({ pdf, current, onChoose }: Props) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav className="pdf__thumbs" aria-label={t('work.pdf.thumbs')}>
      <ol ref={list}>
        {Array.from({ length: pdf.numPages }, (_, at) => at + 1).map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-label={t('work.pdf.toPage', { number })}
              aria-current={number === current ? 'page' : undefined}
              onClick={() => onChoose(number)}
            >
              <Thumb pdf={pdf} number={number} />
              <bdi>{number}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
