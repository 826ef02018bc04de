import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { minutesBody } from '#app/adapters/pdf/minutes-view.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { minutesPage } from '#app/queries/deliberation/minutes-page.ts'
import { permittedDocument } from '#app/queries/files/permitted-document.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { pressDocument } from '#app/services/press-document.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { heldAt } from '#tests/support/held.ts'
import { aMeeting, decideAll, must, PHRASE, type Met } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
let met: Met
let documentHash: string
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
})
const documents = async () =>
  (await test.owner.query(`SELECT * FROM document WHERE kind = 'minutes' ORDER BY created_at DESC, id DESC`))
    .rows

describe('the minutes', () => {
  it('wait for the end of the meeting', async () => {
    const { sessionId } = met
    expect(await draftMinutes(ctx, met.chair.actor, { sessionId })).toMatchObject({ reason: 'gate-closed' })
    expect(await draftMinutes(ctx, met.jurors[1]!.actor, { sessionId })).toMatchObject({
      reason: 'not-found',
    })
    expect(await documents()).toHaveLength(0)
    await decideAll(ctx, met)
  })

  it('are pressed, numbered, kept to the byte, and owed to both signatories', async () => {
    const { sessionId } = met
    const both = await heldAt(test, 'minutes', () =>
      [met.secretariat, met.chair.actor].map((actor) => draftMinutes(ctx, actor, { sessionId })),
    )
    expect(both.find((answer) => !answer.ok)).toMatchObject({ reason: 'record-unchanged' })
    const drafted = must(both.find((answer) => answer.ok)!)
    expect(await documents()).toHaveLength(1)
    expect(drafted.number).toBe('PV-2026-0001')
    const [document] = await documents()
    documentHash = document.sha256
    const stored = await test.owner.query('SELECT * FROM stored_file WHERE id = $1', [document.file_id])
    const kept = await ctx.files.open(stored.rows[0].storage_key, { sha256: documentHash })
    const bytes = Buffer.from(await new Response(must(kept)).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(documentHash)
    expect(Buffer.from((await pressDocument(ctx, document)).bytes).equals(bytes)).toBe(true)
    expect((await ctx.press.press('minutes', document.record)).sha256).toBe(documentHash)
    expect(document.public).toBe(false)
    const record = document.record
    expect(record.attendance).toHaveLength(5)
    expect(record.items[0].decisions[0].winners[0].reference).toBe(met.files[0]!.reference)
    expect(record.items[0].ranking.map(({ sheets }: { sheets: number }) => sheets)).toEqual([3, 3, 3, 3])
    expect(JSON.stringify(record)).not.toMatch(/sheetScores|seatId/)
    const { notices, entries } = await met.given.trace()
    expect(notices.filter((name) => name === 'minutes-to-sign')).toHaveLength(2)
    expect(entries.filter((act) => act === 'minutesDrafted')).toHaveLength(1)
    expect(entries.at(-1)).toBe('minutesDrafted')
  })

  it('show before release what was decided and no score; the exact document opens to whoever may read scores', async () => {
    const { sessionId, secretariat, chair, given, campaign } = met
    const publisher = await given.officer('publisher', campaign.id)
    const [document] = await documents()
    const score = document.record.items[0].ranking[0].score
    expect(score).toMatch(/^\d+,\d+$/)
    const reads = async (actor: Actor) => {
      const page = must(await minutesPage(ctx, actor, sessionId))
      const body = page.document?.body ?? []
      const prize = body.find((block) => block.is === 'award')
      expect(prize?.winners.map(({ reference }) => reference)).toEqual([met.files[0]!.reference])
      const opened = await permittedDocument(ctx, actor, document.id)
      expect(opened.ok).toBe(page.document?.mayOpen)
      // On the page as on the paper: the ranking to whoever may open that, and not one figure or digest of it to the others.
      const told = JSON.stringify(page)
      const { rankingSha256 } = document.record
      if (opened.ok) {
        expect(body).toEqual(minutesBody(document.record))
        for (const figure of [score, rankingSha256]) expect(told).toContain(figure)
      } else expect(told).not.toMatch(new RegExp(`${score}|${rankingSha256}|"score"|"rank"|Note officielle`))
      return opened.ok
    }
    expect(await reads(secretariat)).toBe(false)
    expect(await reads(publisher)).toBe(false)
    expect(await reads(chair.actor)).toBe(true)
    expect(await reads(met.jurors[1]!.actor)).toBe(true)
  })

  it('are signed by the president, then the secretary, each with the phrase and the hash of the exact document', async () => {
    const { sessionId, chair } = met
    const secretary = met.jurors[0]!
    const signing = { sessionId, documentHash, phrase: PHRASE }
    expect(await signMinutes(ctx, secretary.actor, signing)).toMatchObject({
      reason: 'president-signs-first',
    })
    expect(await signMinutes(ctx, met.jurors[1]!.actor, signing)).toMatchObject({ reason: 'not-signatory' })
    expect(await signMinutes(ctx, chair.actor, { ...signing, phrase: 'oui' })).toMatchObject({
      reason: 'consent-missing',
      fields: { phrase: 'deliberation.errors.phrase' },
    })
    expect(await signMinutes(ctx, chair.actor, { ...signing, documentHash: 'f'.repeat(64) })).toMatchObject({
      reason: 'document-changed',
    })
    const weak = { ...chair.actor, secondFactor: false }
    expect(await signMinutes(ctx, weak, signing)).toMatchObject({ reason: 'second-factor-required' })
    const twice = await Promise.all([
      signMinutes(ctx, chair.actor, signing),
      signMinutes(ctx, chair.actor, signing),
    ])
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1)
    expect(twice.find((answer) => !answer.ok)).toMatchObject({ reason: 'already-signed' })
    expect((await met.given.trace()).entries.filter((act) => act === 'minutesSigned')).toHaveLength(1)
  })

  it('are not drafted again over a signature while the record says the same', async () => {
    const before = await met.given.trace()
    expect(await draftMinutes(ctx, met.secretariat, { sessionId: met.sessionId })).toMatchObject({
      reason: 'record-unchanged',
    })
    expect(await met.given.trace()).toEqual(before)
    expect(await documents()).toHaveLength(1)
  })

  it('keep the names that were signed: a member named otherwise since changes nothing in them', async () => {
    const [president, member] = [met.chair, met.jurors[2]!]
    const named = (name: string, { personId }: { readonly personId: string }) =>
      test.owner.query('UPDATE person SET name = $1 WHERE id = $2', [name, personId])
    for (const one of [president, member]) await named('Nom corrigé', one)
    const before = await met.given.trace()
    expect(await draftMinutes(ctx, met.secretariat, { sessionId: met.sessionId })).toMatchObject({
      reason: 'record-unchanged',
    })
    expect(await met.given.trace()).toEqual(before)
    const [document] = await documents()
    expect(document.record.attendance.map(({ name }: { name: string }) => name)).not.toContain('Nom corrigé')
    expect((await pressDocument(ctx, document)).sha256).toBe(documentHash)
  })

  it('keep the titles and bodies that were signed too', async () => {
    const [document] = await documents()
    const { winners } = document.record.items[0].decisions[0]
    const before = await met.given.trace()
    await test.owner.query(`UPDATE nomination SET title = '{"fr": "Titre corrigé", "ar": "عنوان مصحح"}'`)
    await test.owner.query(
      `UPDATE administration SET name = '{"fr": "Organisme corrigé", "ar": "هيئة مصححة"}'`,
    )
    expect(await draftMinutes(ctx, met.secretariat, { sessionId: met.sessionId })).toMatchObject({
      reason: 'record-unchanged',
    })
    expect(await met.given.trace()).toEqual(before)
    const [still] = await documents()
    expect(still.record.items[0].decisions[0].winners).toEqual(winners)
    expect(JSON.stringify(still.record)).not.toMatch(/corrigé/)
    expect((await pressDocument(ctx, still)).sha256).toBe(documentHash)
  })

  it('that a changed record replaces void the signature by an entry, and tell whoever gave it', async () => {
    const { sessionId, chair } = met
    const secretary = met.jurors[0]!
    await test.owner.query(
      `UPDATE deliberation_session SET place = '{"ar": "الرباط، القاعة 2", "fr": "Rabat, salle 2"}' WHERE id = $1`,
      [sessionId],
    )
    await test.setNow(instant(met.now + 60_000))
    const before = await met.given.trace()
    expect(must(await draftMinutes(ctx, met.secretariat, { sessionId })).number).toBe('PV-2026-0002')
    const { entries, notices } = await met.given.trace()
    expect(entries.slice(before.entries.length)).toEqual(['minutesSignatureVoided', 'minutesDrafted'])
    expect(notices.slice(before.notices.length).sort()).toEqual(['minutes-replaced', 'minutes-to-sign'])
    const { rows } = await test.owner.query(
      `SELECT person_id, facts->>'previous' AS previous FROM outbox WHERE notice = 'minutes-replaced'`,
    )
    expect(rows).toEqual([{ person_id: chair.personId, previous: 'PV-2026-0001' }])
    const voided = await test.owner.query(
      `SELECT facts FROM audit_entry WHERE act = 'minutesSignatureVoided' AND subject_id = $1`,
      [sessionId],
    )
    expect(voided.rows).toEqual([
      { facts: { number: 'PV-2026-0001', as: 'president', documentHash, personId: chair.personId } },
    ])
    const older = { sessionId, documentHash, phrase: PHRASE }
    expect(await signMinutes(ctx, secretary.actor, older)).toMatchObject({ reason: 'document-changed' })
    const [replacing] = await documents()
    documentHash = replacing.sha256
    // What replaces them speaks under the names of its own day.
    expect(replacing.record.items[0].decisions[0].winners[0]).toMatchObject({
      title: { fr: 'Titre corrigé' },
      administration: { fr: 'Organisme corrigé' },
    })
    expect(must(await minutesPage(ctx, chair.actor, sessionId)).mySign).toBe(true)
  })

  it('are final with both signatures', async () => {
    const { sessionId } = met
    const signing = { sessionId, documentHash, phrase: 'أوقّع هذا المحضر' }
    expect(must(await signMinutes(ctx, met.chair.actor, signing)).complete).toBe(false)
    expect(must(await signMinutes(ctx, met.jurors[0]!.actor, signing)).complete).toBe(true)
    const { rows } = await test.owner.query('SELECT state FROM minutes ORDER BY created_at')
    expect(rows).toEqual([{ state: 'signing' }, { state: 'signed' }])
    expect(await draftMinutes(ctx, met.secretariat, { sessionId })).toMatchObject({
      reason: 'minutes-signed',
    })
    expect(await documents()).toHaveLength(2)
  })

  it('and their decisions never change again, whoever asks the database', async () => {
    await expect(ctx.db.office.$executeRaw`UPDATE award_decision SET outcome = 'withheld'`).rejects.toThrow()
    await expect(test.owner.query(`UPDATE award_decision SET outcome = 'withheld'`)).rejects.toThrow(
      /never change/,
    )
    await expect(test.owner.query('DELETE FROM minutes_signature')).rejects.toThrow(/never change/)
  })
})
