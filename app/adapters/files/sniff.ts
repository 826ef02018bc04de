import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { ContentRefusal, MediaType } from '#app/services/ports.ts'
import type { Content } from './content.ts'
import type { Fault } from './fault.ts'
import { checkCsv } from './sniff-csv.ts'
import { checkJpeg, checkPng } from './sniff-image.ts'
import { checkMp4 } from './sniff-mp4.ts'
import { checkPdf } from './sniff-pdf.ts'
import { endsAsZip } from './sniff-zip.ts'

type Check = (content: Content) => Promise<Fault>

const EXTENSIONS: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  csv: 'text/csv',
}
const CHECKS: Readonly<Record<MediaType, Check>> = {
  'application/pdf': checkPdf,
  'image/png': checkPng,
  'image/jpeg': checkJpeg,
  'video/mp4': checkMp4,
  'text/csv': checkCsv,
}
/** What a browser or a viewer could take for a page, near enough to the start to be believed. */
const PAGE = /<\s*(!doctype\s+html|html|head|body|script|svg|iframe|\?xml)/i
const HEAD = 1024

function typeOf(head: Buffer): MediaType | null {
  const text = head.toString('latin1')
  if (text.startsWith('%PDF-')) return 'application/pdf'
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png'
  if (text.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (text.slice(4, 8) === 'ftyp') return 'video/mp4'
  // No magic number: text that is not another known format; the check of CSV decides.
  return /^(GIF8|PK|\x1F\x8B|MZ|\x7FELF|#!|%!PS|\{\\rtf|Rar!|7z|RIFF|OggS|\xD0\xCF|BM.{4}\0\0\0\0)/s.test(
    text,
  )
    ? null
    : 'text/csv'
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * Which of the five accepted types the content is, whatever the name or the sender says (T29). Refused: nothing,
 * another type, a name of another type, a file cut short, a file that is also something else.
 */
export async function sniff(
  content: Content,
  claimedName: string,
): Promise<Result<MediaType, ContentRefusal>> {
  if (content.size === 0) return refuse('file-empty')
  const head = await content.read(0, HEAD)
  const type = typeOf(head)
  const text = head.toString('latin1')
  if (type === null) return refuse('file-type-unknown')
  if (type !== 'text/csv' && text.indexOf('%PDF-') > 0) return refuse('file-polyglot')
  if (PAGE.test(text)) return refuse(type === 'text/csv' ? 'file-type-unknown' : 'file-polyglot')
  if (await endsAsZip(content)) return refuse('file-polyglot')
  const fault = await CHECKS[type](content)
  if (fault !== null) return refuse(fault)
  return EXTENSIONS[extensionOf(claimedName)] === type ? ok(type) : refuse('file-extension-wrong', { type })
}
