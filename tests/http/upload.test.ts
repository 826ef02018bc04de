import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import { attachment, fileHeaders } from '#app/http/download.server.ts'
import { displayName, receiveUpload, textsBeside } from '#app/http/upload.server.ts'
import type { FileStore } from '#app/services/ports.ts'

const BOUNDARY = '----imtiyaz7MA4YWxk'

function memoryStore() {
  const kept = new Map<string, Buffer>()
  const store: FileStore = {
    put: async (source, { limit }) => {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of source) {
        size += chunk.length
        if (size > limit) return refuse('file-too-large')
        chunks.push(Buffer.from(chunk))
      }
      const bytes = Buffer.concat(chunks)
      if (bytes.length === 0) return refuse('file-empty')
      const storageName = `kept-${kept.size}`
      kept.set(storageName, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return ok({ storageName, bytes: bytes.length, sha256, mediaType: 'application/pdf' })
    },
    open: async () => refuse('file-absent'),
    remove: async (name) => void kept.delete(name),
    parts: {
      write: async () => refuse('storage-full'),
      finish: async () => refuse('upload-interrupted'),
      drop: async () => undefined,
    },
    sweep: async () => 0,
  }
  return { store, kept }
}

const field = (name: string, value: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (name: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
const tail = `\r\n--${BOUNDARY}--\r\n`

/** A request whose body arrives in pieces of `step` bytes. */
function request(body: Buffer, step = 7): Request {
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, at + step))
      at += step
    },
  })
  return new Request('http://own.invalid/', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: stream,
    duplex: 'half',
  } as RequestInit)
}

const whole = (bytes: Buffer, name = 'rapport.pdf'): Buffer =>
  Buffer.concat([Buffer.from(field('title', 'Rapport') + fileHead(name)), bytes, Buffer.from(tail)])

const rules = (limit: number) => ({ fields: ['title'], file: 'file', limit })

describe('receiveUpload', () => {
  it('keeps the very bytes, whatever the pieces in which they arrive', async () => {
    const bytes = Buffer.from(`\r\n--${BOUNDARY.slice(0, -1)}\r\n\r\n--\r\n%PDF-1.7 ${'é'.repeat(40)}\r\n`)
    for (const step of [1, 2, 3, 7, 64, 4096]) {
      const { store, kept } = memoryStore()
      const upload = await receiveUpload(request(whole(bytes), step), store, rules(4096))
      expect(upload.fields).toEqual({ title: 'Rapport' })
      expect(upload.file.ok && upload.file.value.displayName).toBe('rapport.pdf')
      expect([...kept.values()][0]).toEqual(bytes)
    }
  })

  it('accepts exactly the limit and refuses one byte more, keeping nothing of it', async () => {
    const { store, kept } = memoryStore()
    expect(
      (await receiveUpload(request(whole(Buffer.alloc(1000, 65)), 64), store, rules(1000))).file.ok,
    ).toBe(true)
    const over = await receiveUpload(request(whole(Buffer.alloc(1001, 65)), 64), store, rules(1000))
    expect(over.file).toMatchObject({ ok: false, reason: 'file-too-large' })
    expect(over.fields).toEqual({ title: 'Rapport' })
    expect(kept.size).toBe(1)
  })

  it('refuses a body that is cut in the middle and removes what was kept', async () => {
    const { store, kept } = memoryStore()
    const body = whole(Buffer.alloc(500, 65))
    const inFile = await receiveUpload(request(body.subarray(0, body.length - 200), 50), store, rules(1000))
    expect(inFile.file).toMatchObject({ ok: false, reason: 'upload-interrupted' })
    const atEnd = await receiveUpload(request(body.subarray(0, body.length - 6), 50), store, rules(1000))
    expect(atEnd.file).toMatchObject({ ok: false, reason: 'upload-interrupted' })
    expect(kept.size).toBe(0)
  })

  it('says at the field that no file was chosen', async () => {
    const { store } = memoryStore()
    const upload = await receiveUpload(request(whole(Buffer.alloc(0), '')), store, rules(1000))
    expect(upload.file).toMatchObject({
      ok: false,
      reason: 'file-missing',
      fields: { file: 'errors.requiredFile' },
    })
  })

  it.each([
    ['a field before the file', field('more', 'x') + fileHead('a.pdf'), '%PDF-1.7'],
    ['a field after the file', fileHead('a.pdf'), `%PDF-1.7\r\n${field('more', 'x')}`],
    ['a file under another name', fileHead('a.pdf').replace('name="file"', 'name="more"'), '%PDF-1.7'],
  ])('refuses %s that the form does not have, and keeps nothing', async (_what, head, rest) => {
    const { store, kept } = memoryStore()
    const body = Buffer.from(field('title', 'Rapport') + head + rest + tail)
    const upload = await receiveUpload(request(body), store, rules(1000))
    expect(upload).toMatchObject({ fields: { title: 'Rapport' }, file: { reason: 'unknown-field' } })
    expect(kept.size).toBe(0)
  })

  it('answers 415 to what is not a multipart form', async () => {
    const { store } = memoryStore()
    const plain = new Request('http://own.invalid/', { method: 'POST', body: 'title=x' })
    await expect(receiveUpload(plain, store, rules(10))).rejects.toMatchObject({ status: 415 })
  })
})

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\rapport.pdf', 'rapport.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['', 'file'],
  ])('shows %j as %j', (claimed, shown) => {
    expect(displayName(claimed)).toBe(shown)
  })

  it('shortens a long name and keeps its ending', () => {
    const shown = displayName(`${'م'.repeat(300)}.pdf`)
    expect(shown).toHaveLength(150)
    expect(shown.endsWith('.pdf')).toBe(true)
  })

  it.each(['rapport "final".pdf', 'تقرير 2026.pdf', "l'eau; filename=x.html", 'a%00b.pdf', '\uD800.pdf'])(
    'writes one disposition value for %j',
    (name) => {
      const value = attachment(name)
      expect(value).toMatch(
        /^attachment; filename="[ !#-$&-:<-[\]-~]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
      )
      expect(() => new Headers({ 'content-disposition': value })).not.toThrow()
    },
  )

  it('is never shown in place nor guessed at', () => {
    const headers = fileHeaders({ name: 'x.pdf', mediaType: 'application/pdf', bytes: 3 })
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('cache-control')).toContain('no-store')
  })
})

describe('the texts beside a file that nobody may take', () => {
  it('come back with the name of its field, and nothing of the file', async () => {
    const body = Buffer.from(field('title', 'Preuve') + fileHead('a.pdf') + 'x'.repeat(3000) + tail)
    const { texts, file } = await textsBeside(request(body, 999), 5)
    expect([[...texts.entries()], file]).toEqual([[['title', 'Preuve']], 'file'])
  })
  it('are no more than a form without a file may bring', async () => {
    const body = Buffer.from(field('a', 'x'.repeat(60_000)).repeat(9) + tail)
    const refused = await textsBeside(request(body, 65_536), 600).catch((error: unknown) => error)
    expect((refused as Response).status).toBe(413)
    const few = await textsBeside(request(Buffer.from(field('a', 'b').repeat(9) + tail), 99), 4)
    expect([...few.texts.entries()]).toHaveLength(4)
  })
})
