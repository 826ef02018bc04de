import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { putInPlace } from '#app/cli/put-in-place.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-place-'))
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true, force: true })
})
const write = (part: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, part, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, part, name), text)
  }
  return path.join(folder, part)
}
const read = (part: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(path.join(folder, part), file), fs.readFileSync(file, 'utf8')]),
  )

it('keeps what a running process and a page sent before still ask for', () => {
  const to = write('client', { 'assets/home-AAAAAAAA.js': 'old', 'index.js': 'old', 'favicon.svg': 'same' })
  putInPlace(write('next', { 'assets/home-BBBBBBBB.js': 'new', 'index.js': 'new' }), to)
  expect(read('client')).toEqual({
    'assets/home-AAAAAAAA.js': 'old',
    'assets/home-BBBBBBBB.js': 'new',
    'index.js': 'new',
    'favicon.svg': 'same',
  })
  expect(fs.existsSync(path.join(folder, 'next'))).toBe(false)
})

it('never lets a name point at a file that is not there yet', () => {
  const moved: string[] = []
  const rename = fs.renameSync
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    moved.push(path.basename(String(to)))
    rename(from, to)
  })
  putInPlace(
    write('next', { 'a.js': '', 'chunk-AAAAAAAA.js': '', 'cli/seed.js': '', 'z-BBBBBBBB.css': '' }),
    path.join(folder, 'node'),
  )
  expect(moved).toEqual(['chunk-AAAAAAAA.js', 'z-BBBBBBBB.css', 'a.js', 'seed.js'])
})

it('forgets after a week what no build holds any more', () => {
  const to = write('client', { 'assets/home-AAAAAAAA.js': 'old', 'assets/home-BBBBBBBB.js': 'kept' })
  const next = () => write('next', { 'assets/home-BBBBBBBB.js': 'kept' })
  const day = 86_400_000
  putInPlace(next(), to, Date.now() + 6 * day)
  expect(Object.keys(read('client'))).toHaveLength(2)
  putInPlace(next(), to, Date.now() + 8 * day)
  expect(Object.keys(read('client'))).toEqual(['assets/home-BBBBBBBB.js'])
})
