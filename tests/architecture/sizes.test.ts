import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const LONGEST = 200
const LONGEST_ROUTE = 120

function* sources(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* sources(file)
    } else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield file
  }
}

const lines = (file: string): number => fs.readFileSync(file, 'utf8').trimEnd().split('\n').length
const limit = (file: string): number => (file.startsWith('app/routes/') ? LONGEST_ROUTE : LONGEST)

it('keeps every file short enough to read at once', () => {
  const long = [...sources('app'), ...sources('emails'), ...sources('prisma')].filter(
    (file) => lines(file) > limit(file),
  )
  expect(long.map((file) => `${file}: ${lines(file)} lines, at most ${limit(file)}`)).toEqual([])
})

it('keeps a README of at most 40 lines in every room', () => {
  const rooms = [
    'app',
    'prisma',
    'emails',
    'tests',
    ...['domain', 'forms', 'i18n', 'services', 'queries', 'adapters', 'http', 'ui', 'routes', 'verifier'].map(
      (room) => `app/${room}`,
    ),
  ]
  const wrong = rooms.filter((room) => {
    const readme = path.join(room, 'README.md')
    return !fs.existsSync(readme) || lines(readme) > 40
  })
  expect(wrong).toEqual([])
})

it('has no mark of unfinished work', () => {
  const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)|\b(it|test|describe)\.(skip|only)\(/
  const marked = ['app', 'emails', 'prisma', 'tests']
    .flatMap((folder) => [...sources(folder)])
    .filter((file) => !file.endsWith('sizes.test.ts') && marks.test(fs.readFileSync(file, 'utf8')))
  expect(marked).toEqual([])
})
