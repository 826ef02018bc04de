import { useEffect, useState } from 'react'
import { openPdf, type PdfDocument, type PdfOpening } from './pdf-lib.ts'

export type PdfState =
  | { readonly is: 'opening'; readonly part: number | null }
  | { readonly is: 'open'; readonly pdf: PdfDocument }
  | { readonly is: 'failed' }

/** The file behind an address, opened once; whatever was begun ends when the reader closes. */
export function usePdf(href: string, attempt: number): PdfState {
  const [state, setState] = useState<PdfState>({ is: 'opening', part: null })
  useEffect(() => {
    let left = false
    let opening: PdfOpening | null = null
    const open = async (): Promise<void> => {
      setState({ is: 'opening', part: null })
      try {
        opening = await openPdf(href)
        if (left) return void opening.destroy()
        opening.onProgress = ({ loaded, total }: { loaded: number; total: number }) => {
          if (!left && total > 0) setState({ is: 'opening', part: Math.min(1, loaded / total) })
        }
        const pdf = await opening.promise
        if (!left) setState({ is: 'open', pdf })
      } catch {
        if (!left) setState({ is: 'failed' })
      }
    }
    void open()
    return () => {
      left = true
      void opening?.destroy()
    }
  }, [href, attempt])
  return state
}
