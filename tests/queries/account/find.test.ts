import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { findAtOffice } from '#app/queries/account/find.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const mine = await given.campaign({ phase: 'evaluation' })
const theirs = await given.campaign({ phase: 'evaluation' })
const body = await given.administration({ name: { fr: 'Agence du phare', ar: 'وكالة المنارة' } })
const far = await given.administration({
  name: { fr: 'Office du phare lointain', ar: 'مكتب المنارة البعيدة' },
})
const title = { fr: 'Balise 100% en ligne', ar: 'المنارة الرقمية' }
const file = await given.nomination({ campaign: mine, administration: body.id, state: 'admissible', title })
const draft = await given.nomination({ campaign: mine, administration: body.id, state: 'draft', title })
const hidden = await given.nomination({
  campaign: theirs,
  administration: far.id,
  state: 'admissible',
  title,
})
beforeAll(() => test.setNow(GIVEN_OPENING))

async function found(actor: Actor, asked: string) {
  const answer = await findAtOffice(ctx, actor, asked)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
const idsOf = async (actor: Actor, asked: string) => {
  const { nominations, bodies } = await found(actor, asked)
  return { nominations: nominations.map(({ id }) => id).sort(), bodies: bodies.map(({ id }) => id) }
}

describe('findAtOffice', () => {
  it('finds by reference, title in either script and administration, in one’s own campaigns alone', async () => {
    const organiser = await given.officer('organiser', mine.id)
    expect((await idsOf(organiser, 'المنارة الرقمية')).nominations).toEqual([file.id, draft.id].sort())
    expect((await idsOf(organiser, 'balise 100%')).nominations).toEqual([file.id, draft.id].sort())
    expect(await idsOf(organiser, 'PHARE')).toEqual({ nominations: [], bodies: [body.id] })
    expect(await idsOf(organiser, '100_')).toEqual({ nominations: [], bodies: [] })
    expect(await idsOf(organiser, '')).toEqual({ nominations: [], bodies: [] })
    const elsewhere = await given.officer('organiser', theirs.id)
    expect(await idsOf(elsewhere, 'phare')).toEqual({ nominations: [], bodies: [far.id] })
    expect((await idsOf(elsewhere, 'balise')).nominations).toEqual([hidden.id])
  })

  it('leads to the clerk’s desk only who may read it, and never to a draft there', async () => {
    const clerk = await given.officer('secretariat', mine.id)
    const screened = (await found(clerk, 'balise')).nominations.filter((one) => one.screened)
    expect(screened.map(({ id }) => id)).toEqual([file.id])
    const organiser = await given.officer('organiser', mine.id)
    expect((await found(organiser, 'balise')).nominations.some((one) => one.screened)).toBe(false)
  })

  it('shows no nomination and no body to a publisher or an administrator, who list none', async () => {
    for (const actor of [await given.officer('publisher', mine.id), await given.officer('administrator')])
      expect(await idsOf(actor, 'balise')).toEqual({ nominations: [], bodies: [] })
  })

  it('names of each campaign only the pages that the policy opens', async () => {
    const pagesOf = async (role: 'secretariat' | 'organiser' | 'publisher') =>
      (await found(await given.officer(role, mine.id), '')).campaigns.flatMap(({ pages }) => pages)
    expect(await pagesOf('publisher')).toEqual([])
    expect(await pagesOf('organiser')).toContain('setup')
    expect(await pagesOf('organiser')).not.toContain('queue')
    expect(await pagesOf('secretariat')).toContain('queue')
    expect(await pagesOf('secretariat')).not.toContain('setup')
  })

  it('hides what a person is recused from, in another seat of theirs', async () => {
    const { id: person } = await given.person()
    await given.grant({ person, role: 'organiser', campaign: mine.id })
    const seat = await given.seat({ campaign: mine.id, person })
    await given.insert('recusal', {
      id: randomUUID(),
      seat_id: seat.id,
      nomination_id: file.id,
      source: 'declared',
      kind: 'other',
      at: new Date(),
    })
    const { grants, ...rest } = await given.actor(person)
    // The two hands are kept apart by the policy; the recusal holds even where they were not.
    expect((await idsOf({ ...rest, grants, seats: [] } as Actor, 'balise')).nominations).toEqual([draft.id])
  })

  it('is nobody’s who holds no office', async () => {
    const applicant = await given.applicant(body.id)
    expect(await findAtOffice(ctx, applicant, 'balise')).toMatchObject({ ok: false, reason: 'wrong-role' })
    const { id: person } = await given.person()
    await given.seat({ campaign: mine.id, person })
    expect(await findAtOffice(ctx, await given.actor(person), 'x')).toMatchObject({ ok: false })
  })
})
