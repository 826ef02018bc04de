import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentOfBytes } from '#app/adapters/files/content.ts'
import { sniff } from '#app/adapters/files/sniff.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { csv, jpeg, mp4, pdf, png, zip } from './samples.ts'

const judged = async (bytes: Buffer, name: string) => {
  const verdict = await sniff(contentOfBytes(bytes), name)
  return verdict.ok ? verdict.value : verdict.reason
}
const text = (content: string) => Buffer.from(content, 'utf8')
const good = [
  ['application/pdf', pdf(), 'a.pdf'],
  ['image/png', png(), 'a.PNG'],
  ['image/jpeg', jpeg(), 'a.jpg'],
  ['image/jpeg', jpeg(), 'تقرير.jpeg'],
  ['video/mp4', mp4(), 'a.mp4'],
  ['text/csv', csv(), 'a.csv'],
] as const

it.each(good)('knows %s by its content', async (type, bytes, name) => {
  expect(await judged(bytes, name)).toBe(type)
})

it('knows the documents that the platform itself presses', async () => {
  expect(
    await judged(Buffer.from((await createTypstPress().press('receipt', SAMPLES.receipt)).bytes), 'x.pdf'),
  ).toBe('application/pdf')
})

it.each(good)('refuses %s under another name', async (_, bytes, name) => {
  for (const other of [
    'a.exe',
    'a',
    'a.pdf.exe',
    'a.svg',
    'a.csv.',
    '',
    name.endsWith('.pdf') ? 'a.png' : 'a.pdf',
  ]) {
    expect(await judged(bytes, other), other).toBe('file-extension-wrong')
  }
})

it.each(good.slice(0, 5))('refuses %s cut anywhere before its end', async (_, bytes, name) => {
  for (const share of [0.2, 0.5, 0.9, 0.97]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * share))
    expect(await judged(cut, name), String(share)).toBe('file-truncated')
  }
})

describe('the rest', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'a.pdf', 'file-empty'],
    [
      'SVG as PNG',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'a.png',
      'file-type-unknown',
    ],
    ['SVG behind a declaration', text('<?xml version="1.0"?>\n<svg/>'), 'a.csv', 'file-type-unknown'],
    ['HTML', text('<!doctype html><p>a,b</p>'), 'a.csv', 'file-type-unknown'],
    ['HTML further down a CSV', text('a,b\n1,<script>alert(1)</script>\n'), 'a.csv', 'file-type-unknown'],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0,;', 'latin1'), 'a.png', 'file-type-unknown'],
    ['GIF with script', Buffer.from('GIF89a=1;alert(1)', 'latin1'), 'a.csv', 'file-type-unknown'],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'a.pdf', 'file-type-unknown'],
    ['a script', text('#!/bin/sh\necho a,b\n'), 'a.csv', 'file-type-unknown'],
    ['an archive', zip(), 'a.pdf', 'file-type-unknown'],
    ['text without columns', text('bonjour\nmonde\n'), 'a.csv', 'file-type-unknown'],
    ['text not in UTF-8', Buffer.from('caf\xE9;2\n', 'latin1'), 'a.csv', 'file-type-unknown'],
    ['text with a zero byte', text('a;b\n\0;1\n'), 'a.csv', 'file-type-unknown'],
    ['PDF whose header is not first', Buffer.concat([text('x,y\n'), pdf()]), 'a.pdf', 'file-extension-wrong'],
    ['PDF and ZIP at once', Buffer.concat([pdf(), zip()]), 'a.pdf', 'file-polyglot'],
    [
      'PDF and HTML at once',
      Buffer.from(pdf().toString('latin1').replace('\n1 0', '\n<html><script>1</script>\n1 0'), 'latin1'),
      'a.pdf',
      'file-polyglot',
    ],
    ['PDF with bytes after its end', Buffer.concat([pdf(), text('var a=1')]), 'a.pdf', 'file-polyglot'],
    ['PNG and ZIP at once', Buffer.concat([png(), zip()]), 'a.png', 'file-polyglot'],
    ['PNG with bytes after its end', Buffer.concat([png(), text('x')]), 'a.png', 'file-polyglot'],
    ['PNG holding a PDF', Buffer.concat([png(), pdf()]), 'a.png', 'file-polyglot'],
    ['JPG and ZIP at once', Buffer.concat([jpeg(), zip()]), 'a.jpg', 'file-polyglot'],
    ['PNG of 60,000 by 60,000', png(60_000, 60_000), 'a.png', 'file-image-too-large'],
    ['JPG of 60,000 by 60,000', jpeg(60_000, 60_000), 'a.jpg', 'file-image-too-large'],
    [
      'a QuickTime film',
      Buffer.from(mp4().toString('latin1').replace('isom', 'qt  '), 'latin1'),
      'a.mp4',
      'file-type-unknown',
    ],
    ['MP4 without media', mp4().subarray(0, 72), 'a.mp4', 'file-truncated'],
  ] as const)('refuses %s', async (_, bytes, name, reason) => {
    expect(await judged(bytes, name)).toBe(reason)
  })

  it('never throws, whatever the bytes behind a true beginning', async () => {
    const starts = good.map(([, bytes]) => bytes.subarray(0, 24))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const verdict = await sniff(contentOfBytes(Buffer.concat([start, rest])), 'a.pdf')
        expect(typeof verdict.ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
