import { beforeAll, describe, expect, it } from 'vitest'
import { documentLinks, olderDocuments } from '#app/queries/files/permitted-document.ts'
import * as route from '#app/routes/account/older-documents.tsx'
import { aDocument } from '#tests/fences/support/receipts.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const { id: campaignId } = await given.campaign({ phase: 'evaluation' })
const clerk = await given.officer('secretariat', campaignId)
const REGISTERS = 120

beforeAll(async () => {
  for (let at = 0; at < REGISTERS; at += 1)
    await aDocument(given, { kind: 'register', campaignId, subjectId: campaignId })
  // Of three instants in all, so that the number parts what stands at one of them.
  await test.owner.query(
    `UPDATE document SET created_at = timestamptz '2026-01-05' + (abs(hashtext(number)) % 3) * interval '1 minute'`,
  )
})

describe('a list of documents that is longer than a page', () => {
  it('is read page by page, newest first, each document once', async () => {
    const pages = [await documentLinks(ctx, clerk, [campaignId], ['register'])]
    for (let last = pages[0]; last !== undefined && last.length > 50; last = pages.at(-1)) {
      const older = await olderDocuments(ctx, clerk, last[49]?.id ?? '')
      if (!older.ok) throw new Error(older.reason)
      pages.push(older.value)
    }
    expect(pages.map(({ length }) => length)).toEqual([51, 51, 20])
    const seen = pages.flatMap((page) => page.slice(0, 50))
    expect(new Set(seen.map(({ id }) => id)).size).toBe(REGISTERS)
    const times = seen.map(({ createdAt }) => createdAt)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
  })

  it('leads onward from the last one shown, in the words of every list', async () => {
    const documents = await documentLinks(ctx, clerk, [campaignId], ['register'])
    const cookie = await given.signedIn(clerk.personId)
    const params = { locale: 'fr', documentId: documents[49]?.id ?? '' }
    const { value } = await get(ctx, route, '/fr/account/documents/x/older', params, cookie)
    const older = (value as { documents: readonly { id: string }[] }).documents
    for (const [locale, words] of [
      ['fr', 'Page suivante'],
      ['ar', 'الصفحة التالية'],
    ] as const) {
      const html = renderPage(route, { locale, value })
      expect(html.match(/\/resources\/document\//g)).toHaveLength(50)
      expect(html).toContain(`/${locale}/account/documents/${older[49]?.id}/older`)
      expect(html).toContain(words)
    }
    expect(renderPage(route, { locale: 'fr', value: { documents: older.slice(0, 50) } })).not.toContain(
      '/older',
    )
  })

  it('leads back to the page that lists the newest, from every page of the older ones, and nowhere else', async () => {
    const documents = await documentLinks(ctx, clerk, [campaignId], ['register'])
    const cookie = await given.signedIn(clerk.personId)
    const params = { locale: 'fr', documentId: documents[49]?.id ?? '' }
    const shown = async (from: string) => {
      const asked = `/fr/account/documents/x/older${from}`
      return renderPage(route, { locale: 'fr', value: (await get(ctx, route, asked, params, cookie)).value })
    }
    const back = (href: string) => `<a href="${href}" data-soft="">Retour à la page de ces documents</a>`
    const list = `/fr/secretariat/campaigns/${campaignId}/queue`
    const html = await shown(`?from=${encodeURIComponent(list)}`)
    expect(html).toContain(back(list))
    expect(html).toContain(`/older?from=${encodeURIComponent(list)}"`)
    for (const elsewhere of ['', '?from=https%3A%2F%2Felsewhere.example', '?from=%2F%2Felsewhere.example'])
      expect(await shown(elsewhere)).toContain(back('/fr/account'))
  })

  it('is not there for somebody who may not read the document it goes on from', async () => {
    const [first] = await documentLinks(ctx, clerk, [campaignId], ['register'])
    const stranger = await given.officer('secretariat', (await given.campaign()).id)
    for (const id of [first?.id ?? '', crypto.randomUUID()])
      expect(await olderDocuments(ctx, stranger, id)).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await documentLinks(ctx, stranger, [campaignId], ['register'])).toEqual([])
  })

  it('asks two statements for its lines beside those of who may read them, whatever their number', async () => {
    const other = await given.campaign()
    await given.grant({ person: clerk.personId, role: 'secretariat', campaign: other.id })
    await aDocument(given, { kind: 'register', campaignId: other.id, subjectId: other.id })
    const both = await given.actor(clerk.personId)
    const count = async (id: string) => {
      test.countQueries()
      await documentLinks(ctx, both, [id], ['register'])
      return test.countQueries().total
    }
    expect(await count(campaignId)).toBe(await count(other.id))
  })
})
