import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSigner } from '#app/adapters/crypto/signer.server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-key-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('makes one key for processes that start at once, keeps it, and lets nobody else read it', async () => {
  const file = path.join(folder, 'keys', 'log.pem')
  const from = { key: undefined, file, name: 'test.example/log' }
  const atOnce = await Promise.all(Array.from({ length: 8 }, () => openSigner(from)))
  const later = await openSigner(from)
  expect(new Set([...atOnce, later].map(({ verifierKey }) => verifierKey)).size).toBe(1)
  expect(await readdir(path.dirname(file))).toEqual(['log.pem'])
  expect((await stat(file)).mode & 0o077).toBe(0)
})
