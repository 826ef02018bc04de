import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ACTS } from '#app/domain/audit/acts.ts'
import { NOTICES } from '#app/domain/notice/notice.ts'

const texts = readdirSync('tests/services', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== 'every-trail.test.ts')
  .map((file) => readFileSync(path.join('tests/services', file), 'utf8'))
  .join('\n')

it.each([
  ['act', ACTS],
  ['notice', Object.keys(NOTICES)],
])('names every %s in the test of a service that leaves it', (_, names) => {
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !texts.includes(`'${name}'`))).toEqual([])
})
