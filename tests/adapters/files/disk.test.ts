import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { sha256 } from '#app/adapters/crypto/digest.server.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { csv, pdf } from './samples.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'imtiyaz-files-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function* pieces(bytes: Buffer, size = 7, cutAt = Number.POSITIVE_INFINITY) {
  for (let at = 0; at < bytes.length; at += size) {
    if (at >= cutAt) throw new Error('the line went dead')
    await Promise.resolve()
    yield bytes.subarray(at, at + size)
  }
}
const readAll = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer())
const leftovers = async () => (await readdir(join(root, 'incoming')).catch(() => [])).length
const kept = async () => {
  const store = createDiskStore(root)
  const stored = await store.put(pieces(pdf()), { limit: 1000, claimedName: 'a.pdf' })
  if (!stored.ok) throw new Error(stored.reason)
  return {
    store,
    ...stored.value,
    path: join(root, 'kept', stored.value.storageName.slice(0, 2), stored.value.storageName),
  }
}

it('keeps a file under a generated name, with its size, digest and type', async () => {
  const file = await kept()
  expect(file).toMatchObject({ bytes: pdf().length, sha256: sha256(pdf()), mediaType: 'application/pdf' })
  expect(file.storageName).toMatch(/^[0-9a-f-]{36}$/)
  const opened = await file.store.open(file.storageName, { sha256: file.sha256 })
  expect(opened.ok && (await readAll(opened.value)).equals(pdf())).toBe(true)
  expect(await leftovers()).toBe(0)
})

it('reads a range, ends included', async () => {
  const file = await kept()
  const opened = await file.store.open(file.storageName, { start: 5, end: 7 })
  expect(opened.ok && (await readAll(opened.value)).toString('latin1')).toBe('1.7')
})

it('accepts a file of exactly the limit and refuses one byte more, reading no further', async () => {
  const store = createDiskStore(root)
  let read = 0
  async function* counted() {
    for await (const piece of pieces(csv(), 1)) {
      read += piece.length
      yield piece
    }
  }
  expect((await store.put(pieces(csv()), { limit: csv().length, claimedName: 'a.csv' })).ok).toBe(true)
  expect(await store.put(counted(), { limit: 10, claimedName: 'a.csv' })).toMatchObject({
    reason: 'file-too-large',
    facts: { limit: 10 },
  })
  expect(read).toBe(11)
  expect(await leftovers()).toBe(0)
})

it('keeps nothing of an upload cut at any place', async () => {
  const store = createDiskStore(root)
  for (const share of [0.01, 0.5, 0.99]) {
    const verdict = await store.put(pieces(pdf(), 1, Math.floor(pdf().length * share)), {
      limit: 1000,
      claimedName: 'a.pdf',
    })
    expect(verdict).toMatchObject({ ok: false, reason: 'upload-interrupted' })
  }
  expect(await leftovers()).toBe(0)
  expect(await readdir(root)).toEqual(['incoming'])
})

it('keeps nothing of a file whose content is refused', async () => {
  const store = createDiskStore(root)
  const verdict = await store.put(pieces(Buffer.from('<svg/>')), {
    limit: 1000,
    claimedName: '../../etc/passwd.png',
  })
  expect(verdict).toMatchObject({ reason: 'file-type-unknown' })
  expect(await store.put(pieces(Buffer.alloc(0)), { limit: 1000, claimedName: 'a.pdf' })).toMatchObject({
    reason: 'file-empty',
  })
  expect(await leftovers()).toBe(0)
})

it('refuses to give back a file with one byte changed, when asked to verify', async () => {
  const file = await kept()
  const bytes = await readFile(file.path)
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
  await writeFile(file.path, bytes)
  expect(await file.store.open(file.storageName, { sha256: file.sha256 })).toMatchObject({
    reason: 'file-altered',
  })
})

it('opens and removes nothing by a name that it did not make', async () => {
  const file = await kept()
  await writeFile(join(root, 'secret'), 'x')
  for (const name of [
    '../secret',
    '../../secret',
    '/etc/passwd',
    '',
    '.',
    `${file.storageName}/..`,
    '\0',
    'a'.repeat(36),
  ]) {
    expect(await file.store.open(name), name).toMatchObject({ reason: 'file-absent' })
    await file.store.remove(name)
  }
  expect(await readFile(join(root, 'secret'), 'utf8')).toBe('x')
  await file.store.remove(file.storageName)
  expect(await file.store.open(file.storageName)).toMatchObject({ reason: 'file-absent' })
})

it('sweeps what is old and belongs to nobody, and nothing else', async () => {
  const [referenced, orphan, fresh] = [await kept(), await kept(), await kept()]
  const old = new Date('2026-01-01T00:00:00Z')
  await writeFile(join(root, 'incoming', 'x.part'), 'half')
  await writeFile(join(root, 'incoming', 'y.part'), 'half')
  for (const path of [referenced.path, orphan.path, join(root, 'incoming', 'x.part')])
    await utimes(path, old, old)
  const swept = await fresh.store.sweep({
    olderThan: instant(Date.parse('2026-02-01T00:00:00Z')),
    isReferenced: (name) => Promise.resolve(name === referenced.storageName),
  })
  expect(swept).toBe(2)
  expect((await fresh.store.open(referenced.storageName)).ok).toBe(true)
  expect((await fresh.store.open(fresh.storageName)).ok).toBe(true)
  expect((await fresh.store.open(orphan.storageName)).ok).toBe(false)
  expect(await readdir(join(root, 'incoming'))).toEqual(['y.part'])
})

it('sweeps nothing where most of what is kept is in no row: it is the folder of another database', async () => {
  const store = createDiskStore(root)
  const old = new Date('2026-01-01T00:00:00Z')
  await mkdir(join(root, 'kept', 'ab'), { recursive: true })
  const path = (at: number) => join(root, 'kept', 'ab', `ab${at}`)
  for (let at = 0; at <= 20; at += 1) {
    await writeFile(path(at), 'whole')
    await utimes(path(at), old, old)
  }
  const sweep = () =>
    store.sweep({
      olderThan: instant(Date.parse('2026-02-01T00:00:00Z')),
      isReferenced: () => Promise.resolve(false),
    })
  await expect(sweep()).rejects.toThrow('21 of 21 stored files are in no row')
  expect(await readdir(join(root, 'kept', 'ab'))).toHaveLength(21)
  await rm(path(20))
  expect(await sweep()).toBe(20)
})
