import fs from 'node:fs'
import { expect, it } from 'vitest'
import { ALONE } from '#tests/support/alone.ts'

const REPLACES = /\bvi\.(mock|doMock)\(/

it('runs whatever replaces a module of others in a process of its own, and nothing else', () => {
  const replacing = fs
    .globSync('tests/**/*.test.{ts,tsx}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) => file !== 'tests/architecture/alone.test.ts' && REPLACES.test(fs.readFileSync(file, 'utf8')),
    )
  expect(replacing.sort()).toEqual(ALONE)
})
