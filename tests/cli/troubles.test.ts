import { describe, expect, it } from 'vitest'
import pg from 'pg'
import { saidLast } from '#app/cli/postgres-places.mjs'
import { checkDatabaseUrl, installTrouble, readPort, ROLES_SQL, sentence } from '#app/cli/troubles.mjs'
import { webProcesses } from '#app/cli/web-processes.mjs'

const failing = (message: string, code?: string) => Object.assign(new Error(message), { code })

describe('a server that ends', () => {
  it('has said nothing where its folder was taken away before', () => {
    expect(saidLast('/nowhere/server.log')).toBe('no reason given')
  })
})

describe('a trouble of a start', () => {
  it.each([
    [failing('write failed', 'ENOSPC'), /^The disk is full/],
    [failing('could not extend file: No space left on device', '53100'), /^The disk is full/],
    [
      failing('PostgreSQL could not be initialised: FATAL:  could not write: No space left on device'),
      /^The disk is full/,
    ],
    [failing('connect', 'ECONNREFUSED'), /does not answer/],
    [new AggregateError([failing('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED')]), /does not answer/],
    [failing('getaddrinfo ENOTFOUND db', 'ENOTFOUND'), /does not answer/],
    [failing('password authentication failed for user "x"', '28P01'), /user name or the password/],
    [failing('database "x" does not exist', '3D000'), /create it first/],
    [failing('permission denied to create role', '42501'), /may not create roles/],
    [failing('permission denied for schema public', '42501'), /may not create tables there/],
    [failing('sorry, too many clients already', '53300'), /no connection left/],
  ])('is one sentence: %s', (error, expected) => {
    expect(sentence(error, true)).toMatch(expected)
    expect(sentence(error, true)).not.toMatch(/\n\s+at /)
  })

  it('speaks of DATABASE_URL only to who has set it', () => {
    const error = failing('PostgreSQL did not answer within 30 seconds: timeout expired')
    expect(sentence(error, true)).toContain('DATABASE_URL')
    expect(sentence(error)).toBe(error.message)
  })

  it('that a real server reports is known: nobody listens', async () => {
    const client = new pg.Client({ connectionString: 'postgres://a:b@127.0.0.1:1/c' })
    const error: unknown = await client.connect().catch((caught: unknown) => caught)
    expect(sentence(error, true)).toMatch(/does not answer/)
  })

  it('names the four roles in the SQL it prints', () => {
    for (const role of ['public', 'applicant', 'jury', 'office'])
      expect(ROLES_SQL).toContain(`CREATE ROLE imtiyaz_${role} NOLOGIN;`)
  })
})

describe('PORT', () => {
  it.each(['abc', '0', '65536', '-1', '3000.5', '1e3', ' 80', '0x50'])('%s is refused by name', (text) => {
    expect(() => readPort(text)).toThrow(/^PORT is /)
  })
  it('is 3000 when nothing is said', () => {
    expect([readPort(undefined), readPort(''), readPort('3100')]).toEqual([3000, 3000, 3100])
  })
})

describe('DATABASE_URL', () => {
  it.each([
    'x',
    'mysql://a@b/c',
    'postgres://',
    'postgres://host',
    'postgres://host/',
    'postgres://host:port/db',
    'postgres://u:50%@host/db',
    'host=/tmp dbname=x',
  ])('%s is refused without being repeated', (text) => {
    expect(() => checkDatabaseUrl(text)).toThrow(/^DATABASE_URL is no database address: postgres:\/\/user:/)
  })
  it.each([
    'postgres://u:p@h/d',
    'postgresql://u@h:5432/d?sslmode=require',
    'postgres:///d?host=/var/run/postgresql',
    'postgres://u:a%40b@[::1]/d',
  ])('%s names a database', (text) => expect(() => checkDatabaseUrl(text)).not.toThrow())
})

describe('an installation that fails', () => {
  it.each([
    ['npm error code ENOSPC', /^The disk is full/],
    ['npm error code ENOTFOUND\nnpm error network request failed', /registry does not answer/],
    ['npm error code EACCES', /no permission/],
    ['npm error something else', /npm says why above/],
  ])('says why in one sentence: %s', (words, expected) => expect(installTrouble(words)).toMatch(expected))
})

describe('WEB_PROCESSES', () => {
  it.each(['abc', '0', '17', '-1', '1.5', ' 2', '0x2'])('%s is refused by name', (text) => {
    expect(() => webProcesses(text)).toThrow(/^WEB_PROCESSES is /)
  })
  it('is what is said, or at most two', () => {
    expect([webProcesses('1'), webProcesses('16')]).toEqual([1, 16])
    expect([1, 2]).toContain(webProcesses(''))
    expect(webProcesses(undefined)).toBe(webProcesses(''))
  })
})
