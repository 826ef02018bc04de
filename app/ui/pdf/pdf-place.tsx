import { useLocation } from '@remix-run/react'
import { type ComponentType, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PdfShown } from './pdf-viewer.tsx'

type Viewer = ComponentType<PdfShown & { readonly onClose: () => void }>

/** The link to a PDF that a plain click means; null for whatever the browser should do itself. */
export function pdfLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link !== null && 'pdf' in link.dataset && link.origin === window.location.origin ? link : null
}

/** Beside the rubric the reader takes the lower part of the dossier; elsewhere it stands at the end of the part that names the file. */
const placeOf = (link: Element): Element | null =>
  link.closest('.doc') ?? link.closest('section, .stack, main')

/** What the link calls the file, without its format and size. */
function titleOf(link: HTMLElement): string {
  const copy = link.cloneNode(true) as HTMLElement
  for (const aside of copy.querySelectorAll('.link__meta, .vh, .pin > i, .pin__at')) aside.remove()
  return (copy.textContent ?? '').trim()
}

type Opened = PdfShown & { readonly link: HTMLAnchorElement; readonly place: Element }

/** One listener for all links to PDF files of a work page: a click opens the file in place instead of fetching it to the disk. */
export function PdfPlace() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [Viewer, setViewer] = useState<Viewer | null>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = pdfLink(event)
      const place = link && placeOf(link)
      if (!link || !place) return
      event.preventDefault()
      const first = Number(link.dataset['page'] ?? 1)
      setOpened({ link, place, href: link.pathname, title: titleOf(link), first })
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
  useEffect(() => setOpened(null), [pathname])
  useEffect(() => {
    if (opened === null || Viewer !== null) return
    import('./pdf-viewer.tsx').then(
      (module) => setViewer(() => module.default),
      // The reader itself could not be fetched: the link does what it does without script.
      () => {
        window.location.assign(opened.href)
        setOpened(null)
      },
    )
  }, [opened, Viewer])
  if (opened === null || Viewer === null || !opened.place.isConnected) return null
  const close = (): void => {
    setOpened(null)
    opened.link.focus()
  }
  return createPortal(
    <Viewer
      key={`${opened.href} ${opened.first}`}
      href={opened.href}
      title={opened.title}
      first={opened.first}
      onClose={close}
    />,
    opened.place,
  )
}
