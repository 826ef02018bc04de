import { afterAll, describe, expect, it } from 'vitest'
import { action, loader } from '#app/routes/account/demonstration.tsx'
import { loader as letter } from '#app/routes/account/letter.tsx'
import { loader as letterHtml } from '#app/routes/account/letter-html.ts'
import { loader as mailbox } from '#app/routes/account/mailbox.tsx'
import { loader as sample } from '#app/routes/account/sample-letter.tsx'
import { loader as sampleHtml } from '#app/routes/account/sample-letter-html.ts'
import { loader as samples } from '#app/routes/account/sample-letters.tsx'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { catalogue } from '#emails/catalogue.ts'
import { identityContext, stage } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { answerOf, ask, sessionOf } from './ask.ts'

const test = await testDb()
const real = identityContext(test)
const painter = createPainter()
afterAll(() => painter.close())
const demonstration = { ...real, painter, demonstration: true }
const on = stage(test, real)
const LETTER = '0190a000-0000-7000-8000-000000000001'
await test.owner.query(
  `INSERT INTO demo_mail (id, to_email, subject, html, text, at) VALUES ($1, 'a@example.ma', 'Objet', '<script>alert(1)</script><p>Bonjour</p>', 'Bonjour', now())`,
  [LETTER],
)

const SAMPLES = '/fr/account/mailbox/templates'
const PUBLISHED = { name: 'published', language: 'fr' }

describe('the demonstration pages', () => {
  it('do not exist in a real installation, neither to read nor to post', async () => {
    const { id } = await on.account({ demonstration: true })
    const params = { id: LETTER }
    const answers = [
      await answerOf(() => loader(ask(real, '/fr/account/demonstration'))),
      await answerOf(() => action(ask(real, '/fr/account/demonstration', { form: { personId: id } }))),
      await answerOf(() => mailbox(ask(real, '/fr/account/mailbox'))),
      await answerOf(() => letter(ask(real, `/fr/account/mailbox/${LETTER}`, { params }))),
      await answerOf(() => letterHtml(ask(real, `/fr/account/mailbox/${LETTER}/html`, { params }))),
      await answerOf(() => samples(ask(real, SAMPLES))),
      await answerOf(() => sample(ask(real, `${SAMPLES}/published/fr`, { params: PUBLISHED }))),
      await answerOf(() => sampleHtml(ask(real, `${SAMPLES}/published/fr/html`, { params: PUBLISHED }))),
    ]
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(await on.liveSessions(id)).toBe(0)
  })

  it('let one be an invented person, and nobody else', async () => {
    const invented = await on.account({ demonstration: true })
    const person = await on.account()
    const page = await answerOf(() => loader(ask(demonstration, '/fr/account/demonstration')))
    expect(JSON.stringify(page.body)).toContain(invented.id)
    expect(JSON.stringify(page.body)).not.toContain(person.id)
    const done = await answerOf(() =>
      action(ask(demonstration, '/fr/account/demonstration', { form: { personId: invented.id } })),
    )
    expect([done.status, sessionOf(done) !== '']).toEqual([303, true])
    expect(
      (
        await answerOf(() =>
          action(ask(demonstration, '/fr/account/demonstration', { form: { personId: person.id } })),
        )
      ).status,
    ).toBe(404)
  })

  it('show a letter as text, and as HTML in a box that runs nothing', async () => {
    const params = { id: LETTER }
    expect(
      (await answerOf(() => letter(ask(demonstration, `/fr/account/mailbox/${LETTER}`, { params })))).body,
    ).toMatchObject({ text: 'Bonjour' })
    const html = await answerOf(() =>
      letterHtml(ask(demonstration, `/fr/account/mailbox/${LETTER}/html`, { params })),
    )
    expect(html.headers.get('content-security-policy')).toMatch(
      /^sandbox (?!.*allow-scripts).*default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    )
    for (const id of ['0190a000-0000-7000-8000-000000000002', 'x', '../1']) {
      expect(
        (await answerOf(() => letter(ask(demonstration, '/fr/account/mailbox/x', { params: { id } }))))
          .status,
      ).toBe(404)
    }
  })

  it('list every letter by its subject in each language, and show one as text and as HTML in its box', async () => {
    const list = await answerOf(() => samples(ask(demonstration, SAMPLES)))
    const { rows } = list.body as {
      rows: { name: string; subjects: { locale: string; subject: string }[] }[]
    }
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(catalogue))
    for (const { subjects } of rows) {
      expect(subjects.map(({ locale }) => locale).sort()).toEqual(['ar', 'en', 'fr', 'zgh'])
      expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(4)
    }
    const params = { name: 'nomination-received', language: 'ar' }
    const text = await answerOf(() =>
      sample(ask(demonstration, `${SAMPLES}/nomination-received/ar`, { params })),
    )
    expect((text.body as { text: string }).text).toMatch(/^توصلنا بترشيحكم/)
    const html = await answerOf(() =>
      sampleHtml(ask(demonstration, `${SAMPLES}/nomination-received/ar/html`, { params })),
    )
    expect(html.headers.get('content-security-policy')).toContain('sandbox')
    expect(JSON.stringify(html.body)).toContain('data:image/png;base64,')
    expect(JSON.stringify(html.body)).not.toContain('cid:')
  })

  it('know no letter of another name or language', async () => {
    for (const params of [
      { name: 'constructor', language: 'fr' },
      { name: 'phase-changed', language: 'fr' },
      { name: 'published', language: 'de' },
      { name: '../x', language: 'fr' },
    ]) {
      for (const loader of [sample, sampleHtml])
        expect((await answerOf(() => loader(ask(demonstration, SAMPLES, { params })))).status).toBe(404)
    }
  })
})
