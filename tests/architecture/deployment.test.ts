import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnv } from '#app/env.server.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? '')

/** What the processes read, and the one variable that only the start does. */
const KNOWN = [...new Set([...matches(read('app/env.server.ts'), /^ {2}([A-Z_]+): /gm), 'DEMO'])].sort()
const EXAMPLE = new Map(
  matches(read('.env.example'), /^([A-Z_]+=.*)$/gm).map((line) => {
    const [name = '', value = ''] = line.split(/=(.*)/s)
    return [name, value.replace(/^"(.*)"$/, '$1')] as const
  }),
)

/** What a start makes where nobody named it. */
const MADE = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u@h/d', APP_SECRET: 'x'.repeat(32) } as const

describe('the example of an environment', () => {
  it('names every variable that is read, and no other', () => {
    expect(KNOWN.length).toBeGreaterThan(10)
    expect([...EXAMPLE.keys()].sort()).toEqual(KNOWN)
    for (const name of KNOWN) expect(read('README.md')).toContain(`\`${name}`)
  })

  it('is taken as it stands, once a start has filled in what it makes itself', () => {
    expect(readEnv({ ...Object.fromEntries(EXAMPLE), ...MADE })).toMatchObject({
      ...{ HOST: '127.0.0.1', PORT: 3000, TRUSTED_PROXY: 'loopback', LOG_LEVEL: 'info' },
      origin: 'http://127.0.0.1:3000',
    })
  })

  it('lets nobody choose their own address by trusting every proxy', () => {
    for (const TRUSTED_PROXY of ['true', '1', '*', 'proxy.example', ''])
      expect(() => readEnv({ ...MADE, TRUSTED_PROXY }), TRUSTED_PROXY).toThrow('TRUSTED_PROXY')
    for (const TRUSTED_PROXY of ['uniquelocal', '10.0.0.0/8', '127.0.0.1, fc00::/7', '::1'])
      expect(readEnv({ ...MADE, TRUSTED_PROXY }).TRUSTED_PROXY).toBe(TRUSTED_PROXY)
  })
})

describe('the image and its layout', () => {
  it('run what a build makes, with variables that are read', () => {
    const compose = read('compose.yaml')
    const named = matches(compose, /^ {4}([A-Z_]+): /gm)
    expect(named).toContain('DATABASE_URL')
    expect(named.filter((name) => !KNOWN.includes(name))).toEqual([])
    const run = matches(read('Dockerfile') + compose, /(build\/node\/[a-z/-]+)\.js/g)
    expect(run).toContain('build/node/worker')
    for (const file of run) expect(existsSync(`${file.replace('build/node', 'app')}.ts`), file).toBe(true)
    expect(existsSync('prisma/engine.ts')).toBe(true)
  })

  it('keeps what a checkout makes out of the image', () => {
    const kept = new Set(read('.dockerignore').split('\n'))
    const made = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''))
    expect(made.filter((line) => line !== '' && !kept.has(line))).toEqual([])
  })
})
