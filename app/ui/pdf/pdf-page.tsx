import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { drawPage, layText } from './draw-page.ts'
import { markFound } from './find-in-pdf.ts'
import type { PdfDocument } from './pdf-lib.ts'

type Props = {
  pdf: PdfDocument
  number: number
  /** 1: as wide as the pane. */
  zoom: number
  turn: number
  words: string
}

/** Wider than this a page of A4 is no longer read at a glance. */
const WIDEST = 960
const NARROWEST = 160

/** The width that a page may take, CSS pixels, as the pane changes. */
function useRoom(): readonly [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [room, setRoom] = useState(0)
  useEffect(() => {
    if (element === null) return undefined
    // A scroll bar that comes and goes must not draw the page anew.
    const measure = (): void =>
      setRoom(Math.min(WIDEST, Math.max(NARROWEST, Math.floor((element.clientWidth - 32) / 8) * 8)))
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    measure()
    return () => watching.disconnect()
  }, [element])
  return [setElement, room]
}

/** One page, and only one: picture and words. What was drawn before is given back, so that an old phone holds out. */
export function PdfPageView({ pdf, number, zoom, turn, words }: Props) {
  const t = useT()
  const [holder, room] = useRoom()
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const sought = useRef(words)
  sought.current = words
  useEffect(() => {
    if (room === 0) return undefined
    let left = false
    let drawing: ReturnType<typeof drawPage> | null = null
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      if (left || !canvas.current || !layer.current) return
      const width = room * zoom
      drawing = drawPage({ page, canvas: canvas.current, width, turn })
      await drawing.promise
      if (left || !layer.current) return
      await layText({ page, width, turn, container: layer.current })
      if (layer.current) markFound(layer.current, sought.current)
    }
    // A drawing that is cancelled ends in an error that nobody needs to hear of.
    void draw().catch(() => undefined)
    return () => {
      left = true
      drawing?.cancel()
    }
  }, [pdf, number, zoom, turn, room])
  useEffect(() => {
    if (layer.current) markFound(layer.current, words)
  }, [words])
  return (
    <div className="pdf__room" ref={holder}>
      <div
        className="pdf__page"
        dir="ltr"
        role="group"
        aria-label={t('work.pdf.page', { number, total: pdf.numPages })}
        data-page={number}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <div className="pdf__text" ref={layer} />
      </div>
    </div>
  )
}
