import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import type { DocumentHead } from '#app/domain/document/records.ts'
import type { PdfPress, Pressed } from '#app/services/ports.ts'
import { sha256 } from '../crypto/digest.server.ts'
import { canonicalJson } from './canonical.ts'
import { foreignFonts, type FontSet, loadFonts } from './fonts.server.ts'
import { type FrameView, frameView } from './frame-view.ts'
import { minutesBody } from './minutes-view.ts'
import { letterer } from './lettering.ts'
import { brandMark } from './ornament.ts'
import { printable } from './printable.ts'
import { qrSvg } from './qr.ts'
import { type Setting, SETTINGS } from './settings.ts'
import { withTrueText } from './text-map.ts'

/** ISO 19005-3, level A: tagged, all text as Unicode, and the only one besides A-4f that carries an attachment. */
const STANDARD = 'a-3a'
/** Compilations whose memory is kept before the oldest is let go. */
const KEPT_COMPILATIONS = 8

type Press = {
  readonly compiler: NodeCompiler
  readonly fonts: FontSet
  readonly folder: string
  readonly lettering: ReturnType<typeof letterer>
}

/** The compiler is the largest thing a process can load: one that never prints does without. */
async function openPress(): Promise<Press> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  // Resolved through package.json "imports", so that it holds in a bundle too.
  const frame = createRequire(import.meta.url).resolve('#app/adapters/pdf/templates/frame.typ')
  const fonts = loadFonts()
  const folder = dirname(frame)
  // The workspace is all that a template may read from the disk.
  const compiler = Compiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.blobs }] })
  return { compiler, fonts, folder, lettering: letterer(compiler, fonts.draws) }
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
  return withTrueText(bytes)
}

/** The texts that are set in the display face, with their weights (experience.md section 3). */
function displayed(view: FrameView, { template, body }: Pick<Setting, 'template' | 'body'>) {
  if (template === 'act') return [{ text: view.title.ar, weight: 600 }]
  const { kind, headline, recipient } = body as Extract<Setting, { template: 'certificate' }>['body']
  const strong = [headline, recipient].map(({ ar }) => ({ text: ar.text, weight: 600 }))
  return [{ text: kind.ar.text, weight: 500 }, ...strong]
}

/** Sets documents by Typst. Built on first use, once; a page takes a few milliseconds. Same record, same bytes. */
export function createTypstPress(): PdfPress {
  let opened: Promise<Press> | null = null
  return {
    minutesBody,
    press: async <K extends MadeKind>(kind: K, record: DocumentRecords[K]): Promise<Pressed> => {
      const press = await (opened ??= openPress())
      const head: DocumentHead = record
      const text = canonicalJson(record)
      const recordSha256 = sha256(text)
      const { template, body, tiles } = SETTINGS[kind](record)
      const view = printable({ ...frameView(head, kind, recordSha256), body }, press.fonts.covers)
      const lettering = press.lettering(displayed(view, { template, body: view.body }))
      const art = { mark: brandMark(40), qr: qrSvg(head.checkUrl), tiles, lettering }
      const inputs = { record: text, view: canonicalJson(view), art: JSON.stringify(art) }
      const bytes = compiled(press, template, inputs, head.issuedAt)
      const foreign = foreignFonts(bytes)
      if (foreign.length > 0) throw new Error(`document ${kind}: font not ours: ${foreign.join(', ')}`)
      return { bytes, sha256: sha256(bytes), recordSha256 }
    },
  }
}
