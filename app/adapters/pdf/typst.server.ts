import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfPress, Pressed } from '#app/services/ports.ts'
import { sha256 } from '../crypto/digest.server.ts'
import { canonicalJson } from './canonical.ts'
import { CERTIFICATE_LABELS, certificateBody } from './certificate-view.ts'
import { foreignFonts, type FontSet, loadFonts } from './fonts.server.ts'
import { type FrameView, frameView } from './frame-view.ts'
import { MINUTES_LABELS, minutesBody } from './minutes-view.ts'
import { brandMark, spine } from './ornament.ts'
import { printable } from './printable.ts'
import { qrSvg } from './qr.ts'
import { RECEIPT_LABELS, receiptBody } from './receipt-view.ts'
import type {
  CertificateRecord,
  DocumentHead,
  DocumentRecords,
  MinutesRecord,
  ReceiptRecord,
} from './records.ts'

/** ISO 19005-3, level A: tagged, all text as Unicode, and the only one besides A-4f that carries an attachment. */
const STANDARD = 'a-3a'
/** Compilations whose memory is kept before the oldest is let go. */
const KEPT_COMPILATIONS = 8

type View = FrameView & { readonly body: unknown }
type Art = { readonly mark: string; readonly qr: string; readonly spine: string | null }
type Setting = { readonly view: View; readonly art: Art }

const artOf = (head: DocumentHead, tiles: string | null): Art => ({
  mark: brandMark(40),
  qr: qrSvg(head.checkUrl),
  spine: tiles,
})

const settings: {
  readonly [T in keyof DocumentRecords]: (record: DocumentRecords[T], digest: string) => Setting
} = {
  receipt: (record: ReceiptRecord, digest) => ({
    view: { ...frameView(record, 'receipt', RECEIPT_LABELS, digest), body: receiptBody(record) },
    art: artOf(record, null),
  }),
  minutes: (record: MinutesRecord, digest) => ({
    view: { ...frameView(record, 'minutes', MINUTES_LABELS, digest), body: minutesBody(record) },
    art: artOf(record, null),
  }),
  certificate: (record: CertificateRecord, digest) => ({
    view: { ...frameView(record, 'certificate', CERTIFICATE_LABELS, digest), body: certificateBody(record) },
    art: artOf(record, spine(800, 794, record.prizeType)),
  }),
}

type Press = { readonly compiler: NodeCompiler; readonly fonts: FontSet; readonly folder: string }

/** The compiler is the largest thing a process can load: one that never prints does without. */
async function openPress(): Promise<Press> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  // Resolved through package.json "imports", so that it holds in a bundle too.
  const frame = createRequire(import.meta.url).resolve('#app/adapters/pdf/templates/frame.typ')
  const fonts = loadFonts()
  const folder = dirname(frame)
  // The workspace is all that a template may read from the disk.
  const compiler = Compiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.blobs }] })
  return { compiler, fonts, folder }
}

function compiled(
  { compiler, folder }: Press,
  template: string,
  inputs: Record<string, string>,
  issuedAt: number,
): Buffer {
  const outcome = compiler.compile({ mainFilePath: join(folder, `${template}.typ`), inputs })
  const { result } = outcome
  if (result === null || outcome.hasError()) {
    throw new Error(`document ${template}: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics)}`)
  }
  const bytes = compiler.pdf(result, {
    pdfStandard: STANDARD,
    creationTimestamp: Math.floor(issuedAt / 1000),
  })
  compiler.evictCache(KEPT_COMPILATIONS)
  return bytes
}

/** Sets documents by Typst. Built on first use, once; a page takes a few milliseconds. Same record, same bytes. */
export function createTypstPress(): PdfPress {
  let opened: Promise<Press> | null = null
  return {
    press: async (template, record): Promise<Pressed> => {
      const press = await (opened ??= openPress())
      const text = canonicalJson(record)
      const recordSha256 = sha256(text)
      const { view, art } = settings[template](record, recordSha256)
      const shown = { ...printable(view, press.fonts.covers), art }
      const inputs = { record: text, view: canonicalJson(shown) }
      const bytes = compiled(press, template, inputs, record.issuedAt)
      const foreign = foreignFonts(bytes)
      if (foreign.length > 0) throw new Error(`document ${template}: font not ours: ${foreign.join(', ')}`)
      return { bytes, sha256: sha256(bytes), recordSha256 }
    },
  }
}
