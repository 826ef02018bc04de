import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { coverageOf } from './coverage.ts'

/** TTF only: Typst silently drops woff (architecture.md decision 5). */
const FILES = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'ibm-plex-sans/500Medium/IBMPlexSans_500Medium.ttf',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'ibm-plex-sans-arabic/500Medium/IBMPlexSansArabic_500Medium.ttf',
  'ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  'fustat/500Medium/Fustat_500Medium.ttf',
  'fustat/600SemiBold/Fustat_600SemiBold.ttf',
  'ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  'ibm-plex-mono/500Medium/IBMPlexMono_500Medium.ttf',
  'ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold.ttf',
  'noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
] as const
const ALLOWED = /^(IBMPlexSans|IBMPlexSansArabic|IBMPlexMono|Fustat|NotoSansTifinagh)-/

export type FontSet = {
  readonly blobs: Buffer[]
  /** Whether a reading font has the character. */
  readonly covers: (codePoint: number) => boolean
  /** Whether the display font has it. */
  readonly draws: (codePoint: number) => boolean
}

export function loadFonts(): FontSet {
  const { resolve } = createRequire(import.meta.url)
  const blobs = FILES.map((file) => readFileSync(resolve(`@expo-google-fonts/${file}`)))
  const coverage = (isWanted: (file: string) => boolean) =>
    new Set(blobs.filter((_, k) => isWanted(FILES[k] ?? '')).flatMap((blob) => [...coverageOf(blob)]))
  // Fustat and Mono are only asked for letters that Plex has too: they add nothing that may be printed.
  const readable = coverage((file) => !/^(fustat|ibm-plex-mono)/.test(file))
  const drawable = coverage((file) => file.startsWith('fustat/600'))
  return { blobs, covers: (code) => readable.has(code), draws: (code) => drawable.has(code) }
}

const fontNames = (text: string): string[] =>
  [...text.matchAll(/\/BaseFont\s*\/([^\s/<>[\]()]+)/g)].map((hit) => hit[1] ?? '')

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

/** Every font named in a PDF, in plain objects and in compressed object streams; subset prefixes removed. */
export function embeddedFonts(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  const found = fontNames(text)
  for (const hit of text.matchAll(/\/Type\s*\/ObjStm\b[^>]*>>\s*stream\r?\n/g)) {
    const start = hit.index + hit[0].length
    found.push(...fontNames(inflated(bytes.subarray(start, text.indexOf('endstream', start)))))
  }
  return [...new Set(found.map((name) => name.replace(/^[A-Z]{6}\+/, '').replace(/-Identity-H$/, '')))].sort()
}

export const foreignFonts = (pdf: Uint8Array): string[] =>
  embeddedFonts(pdf).filter((name) => !ALLOWED.test(name))
