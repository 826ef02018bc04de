import { describe, expect, it } from 'vitest'
import type { Db } from '#app/adapters/db/client.server.ts'
import { openDb } from '#app/adapters/db/client.server.ts'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import type { Context } from '#app/services/context.ts'
import { quietContext } from '#tests/support/quiet-context.ts'
import { productionBuild, serve } from '#tests/support/web.ts'

const CANARY = 'canary-secret-9d1f'
/** Nobody listens there: every statement fails, and the address it fails at holds a secret. */
const broken: Db = openDb(`postgres://imtiyaz:${CANARY}@127.0.0.1:1/${CANARY}`)
const quiet = quietContext()
const context = {
  ...quiet.context,
  db: broken,
  crypto: createCrypto('a secret of at least thirty-two characters, for tests'),
  demonstration: false,
} as unknown as Context
const web = await serve((origin) => ({ ...context, origin }), await productionBuild())
const cookie = `__Host-imtiyaz-session=${'a'.repeat(43)}`

const INSIDE =
  /node_modules|\bat .+:\d+:\d+|PrismaClient|ECONNREFUSED|postgres:|\.server\.ts|Can't reach database/i

describe('a page whose database is gone', () => {
  it.each([
    '/fr/account',
    '/ar/organiser',
    '/fr/account.data',
    '/fr/jury.data?_routes=routes%2Fjury%2Fhome',
    '/fr/applicant',
  ])('%s says so in fixed words, with its name to quote, and all else in the log alone', async (path) => {
    quiet.lines.length = 0
    const heard = await web.ask(path, { headers: { cookie } })
    expect(heard.status).toBe(500)
    expect(heard.body).not.toMatch(INSIDE)
    expect(heard.body + JSON.stringify(heard.headers)).not.toContain(CANARY)
    const name = String(heard.headers['x-request-id'])
    expect(name).toMatch(/^[0-9a-f-]{36}$/)
    if (!path.includes('.data')) expect(heard.body).toContain(`>${name}</bdi>`)
    expect(String(heard.headers['cache-control'])).toContain('no-store')
    const log = quiet.lines.join('')
    expect(log).toContain(name)
    expect(log).not.toContain(CANARY)
    for (const line of quiet.lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
  })

  it('answers a write in the same way', async () => {
    const heard = await web.send('/fr/account/sign-in', { email: 'a@example.ma', password: CANARY })
    expect(heard.status).toBeGreaterThanOrEqual(500)
    expect(heard.body).not.toMatch(INSIDE)
    expect(heard.body + quiet.lines.join('')).not.toContain(CANARY)
    // In the language of its address, with its name to quote; it claims nothing of what was sent, and leads back to the form.
    expect(heard.body).toContain('<html lang="fr" dir="ltr"')
    expect(heard.body).toContain(`>${String(heard.headers['x-request-id'])}</bdi>`)
    expect(heard.body).not.toContain('Rien n’est perdu')
    expect(heard.body).toMatch(/href="\/fr\/account\/sign-in"[^>]*>(<svg.*?<\/svg>)?Rouvrir la page/)
  })

  it('offers a page that was read once more at its own address', async () => {
    const heard = await web.ask('/ar/organiser?tab=open', { headers: { cookie } })
    expect(heard.body).toContain('<html lang="ar" dir="rtl"')
    expect(heard.body).toMatch(/href="\/ar\/organiser\?tab=open"[^>]*>(<svg.*?<\/svg>)?إعادة المحاولة/)
  })

  it('still says that the process answers, and no more', async () => {
    expect(await web.ask('/health')).toMatchObject({ status: 200, body: 'ok' })
  })
})
