import type * as Pdf from 'pdfjs-dist'
import libraryUrl from 'pdfjs-dist/legacy/build/pdf.min.mjs?url'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

type Library = typeof Pdf
export type PdfDocument = Pdf.PDFDocumentProxy
export type PdfPage = Pdf.PDFPageProxy
export type PdfOpening = Pdf.PDFDocumentLoadingTask

let asked: Promise<Library> | null = null

/**
 * The reader of PDF files, asked for when the first one is opened: its own file, as it was published, from our own
 * origin, so that the policy of the page holds for it (no inline script, no eval, no WebAssembly).
 */
export function pdfLibrary(): Promise<Library> {
  asked ??= (import(/* @vite-ignore */ libraryUrl) as Promise<Library>).then(
    (library) => {
      library.GlobalWorkerOptions.workerSrc = workerUrl
      return library
    },
    (error: unknown) => {
      // A cut line must not close the reader for as long as the page lives.
      asked = null
      throw error
    },
  )
  return asked
}

/** Opens a file of our own address; where a file refers to fonts or encodings, they come from us too. */
export async function openPdf(url: string): Promise<PdfOpening> {
  const { getDocument } = await pdfLibrary()
  return getDocument({
    url,
    disableRange: true,
    useWasm: false,
    wasmUrl: '/pdf/wasm/',
    cMapUrl: '/pdf/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdf/standard_fonts/',
    // A phone's memory: pictures beyond this many pixels are drawn smaller.
    canvasMaxAreaInBytes: 64 * 1024 * 1024,
  })
}
