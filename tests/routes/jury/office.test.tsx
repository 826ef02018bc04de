import { beforeAll, describe, expect, it } from 'vitest'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import * as whyRoute from '#app/routes/jury/assignment-file.tsx'
import * as assignmentRoute from '#app/routes/jury/assignment.tsx'
import * as charterRoute from '#app/routes/jury/charter.tsx'
import * as homeRoute from '#app/routes/jury/home.tsx'
import * as progressRoute from '#app/routes/jury/progress.tsx'
import * as recusalsRoute from '#app/routes/jury/recusals.tsx'
import * as seatRoute from '#app/routes/jury/seat.tsx'
import * as seatsRoute from '#app/routes/jury/seats.tsx'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get, post } from '#tests/support/request.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { htmlOf } from './page.tsx'

const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let params: { locale: string; campaignId: string }
const as = { clerk: '', organiser: '', chair: '', juror: '' }
beforeAll(async () => {
  panel = await aPanel(test)
  params = { locale: 'fr', campaignId: panel.campaign.id }
  const jurors = [
    await panel.seated(),
    await panel.seated(),
    await panel.seated(),
    await panel.seated(),
    await panel.seated(),
  ]
  const file = await panel.file()
  for (const [at, juror] of jurors.slice(0, 2).entries()) {
    await panel.reading(juror, file.id)
    await panel.sealed(ctx, juror, file.id, at + 3)
  }
  const chair = await panel.seated({ role: 'chair' })
  as.clerk = await panel.given.signedIn(
    (await panel.given.officer('secretariat', panel.campaign.id)).personId,
  )
  as.organiser = await panel.given.signedIn(
    (await panel.given.officer('organiser', panel.campaign.id)).personId,
  )
  as.chair = await panel.given.signedIn(chair.personId)
  as.juror = await panel.given.signedIn(jurors[2]!.personId)
})
const NO_KEYS = />[^<]*\b(jury|work|common)\.[a-zA-Z]+\.[a-zA-Z]/

describe('the progress page', () => {
  it('says sealed, started or to score, and carries no level, comment or score', async () => {
    for (const cookie of [as.chair, as.organiser, as.clerk]) {
      const page = await get(ctx, progressRoute, '/x', params, cookie)
      expect(page.status).toBe(200)
      expect(JSON.stringify(page.value)).not.toMatch(/level|comment|score|remark|Constaté/i)
      expect(await htmlOf(progressRoute.default, { data: page.value }, 'ar')).not.toMatch(NO_KEYS)
    }
  })

  it('gives the chair alone the way to reopen, and a juror nothing', async () => {
    const sheetIds = async (cookie: string) => {
      const page = await get(ctx, progressRoute, '/x', params, cookie)
      return (page.value as { page: { rows: { cells: { sheetId: string | null }[] }[] } }).page.rows.flatMap(
        (row) => row.cells.flatMap((cell) => cell.sheetId ?? []),
      )
    }
    expect(await sheetIds(as.chair)).toHaveLength(2)
    expect(await sheetIds(as.organiser)).toHaveLength(0)
    expect((await get(ctx, progressRoute, '/x', params, as.juror)).status).toBe(404)
  })

  it('costs the same number of statements for one file and for forty', async () => {
    const count = async () => {
      test.countQueries()
      await get(ctx, progressRoute, '/x', params, as.chair)
      return test.countQueries().total
    }
    const few = await count()
    for (let at = 0; at < 39; at += 1) await panel.file()
    expect(await count()).toBe(few)
  })
})

describe('the pages of the office', () => {
  it('do not exist for a juror', async () => {
    for (const route of [seatsRoute, assignmentRoute, recusalsRoute]) {
      expect((await get(ctx, route, '/x', params, as.juror)).status).toBe(404)
    }
  })

  it('ask for a proposal, show it with its proof, and confirm what was shown', async () => {
    const asking = { intent: 'propose', objective: 'fairest', chance: 'none', slack: '2', newcomers: '' }
    expect((await post(ctx, assignmentRoute, asking, params, as.clerk)).status).toBe(303)
    const shown = async () => {
      const page = await get(ctx, assignmentRoute, '/fr/x', params, as.clerk)
      for (const locale of ['fr', 'ar'] as const)
        expect(await htmlOf(assignmentRoute.default, { data: page.value }, locale)).not.toMatch(NO_KEYS)
      return page.value as { proposal: { id: string; state: string; plan: { added: number } } }
    }
    const { proposal } = await shown()
    expect(proposal.state).toBe('waiting')
    await computeProposal({ ...ctx, solver: createThreadedSolver() }, proposal.id)
    const { plan, state } = (await shown()).proposal
    expect(state).toBe('ready')
    const { rows: before } = await test.owner.query('SELECT count(*)::int AS n FROM assignment')
    const confirm = () =>
      post(ctx, assignmentRoute, { intent: 'confirm', proposalId: proposal.id }, params, as.clerk)
    expect((await confirm()).status).toBe(303)
    const { rows: after } = await test.owner.query('SELECT count(*)::int AS n FROM assignment')
    expect(after[0].n - before[0].n).toBe(plan.added)
    expect((await confirm()).status).toBe(409)
  })

  it('lead from a missing reader to the field of that file, and say it there', async () => {
    const { id: nominationId } = await panel.file()
    const answer = await post(
      ctx,
      assignmentRoute,
      { intent: 'assign', nominationId, version: '0', seatId: '' },
      params,
      as.clerk,
    )
    expect(answer.status).toBe(400)
    const { value: data } = await get(ctx, assignmentRoute, `/x?after=`, params, as.clerk)
    const rows = (data as { page: { rows: { nominationId: string }[] } }).page.rows
    const shown = {
      ...(data as object),
      page: { ...(data as { page: object }).page, rows: [{ ...rows[0], nominationId }] },
    }
    const html = await htmlOf(assignmentRoute.default, { data: shown, actionData: answer.value })
    const target = /<li><a href="#([^"]+)">/.exec(html)?.[1]
    expect(target).toBe(`add-${nominationId}`)
    expect(html).toMatch(new RegExp(`<select[^>]*id="${target}"[^>]*aria-invalid="true"`))
  })

  it('answer 404 for a file of nobody and for one of another campaign, whatever is asked of it', async () => {
    const seat = await panel.seated()
    const other = await panel.given.campaign({ phase: 'evaluation', slug: 'autre' })
    const foreign = await panel.given.nomination({
      campaign: other,
      administration: (await panel.given.administration()).id,
      state: 'admissible',
    })
    for (const nominationId of ['00000000-0000-4000-8000-00000000dead', foreign.id])
      for (const intent of ['assign', 'unassign'])
        expect(
          (
            await post(
              ctx,
              assignmentRoute,
              { intent, nominationId, version: '0', seatId: seat.seatId },
              params,
              as.clerk,
            )
          ).status,
        ).toBe(404)
  })

  it('keep the settings of a refused proposal, with the error at its field', async () => {
    const asking = { intent: 'propose', objective: 'richest', chance: '75', slack: '101', relax: 'on' }
    const answer = await post(ctx, assignmentRoute, asking, params, as.clerk)
    expect(answer.status).toBe(400)
    const { value: data } = await get(ctx, assignmentRoute, '/x', params, as.clerk)
    const html = await htmlOf(assignmentRoute.default, { data, actionData: answer.value })
    expect(html).toMatch(/<details[^>]* open=""><summary>[^<]*<\/summary><form/)
    expect(html).toMatch(/<input[^>]*name="slack"[^>]*aria-invalid="true"[^>]*value="101"/)
    expect(html).toMatch(/<option value="75" selected=""/)
    expect(html).toMatch(/<input[^>]*name="relax"[^>]*checked=""/)
    expect(html).toMatch(
      /<input[^>]*checked=""[^>]*value="richest"|<input[^>]*value="richest"[^>]*checked=""/,
    )
  })

  it('explain every juror of a file, in French and in Arabic, without a key', async () => {
    const { rows } = await test.owner.query('SELECT nomination_id FROM assignment LIMIT 1')
    const own = { ...params, nominationId: rows[0].nomination_id as string }
    const page = await get(ctx, whyRoute, '/x', own, as.clerk)
    for (const locale of ['fr', 'ar'] as const)
      expect(await htmlOf(whyRoute.default, { data: page.value }, locale)).not.toMatch(NO_KEYS)
    expect((await get(ctx, whyRoute, '/x', own, as.juror)).status).toBe(404)
  })

  it('record and list a recusal by the reference of the file', async () => {
    const file = await panel.file()
    const juror = await panel.seated()
    const wrong = await post(
      ctx,
      recusalsRoute,
      { intent: 'pin', seatId: juror.seatId, reference: 'EMT-0000-0000', ground: 'family' },
      params,
      as.clerk,
    )
    expect(wrong.status).toBe(400)
    const done = await post(
      ctx,
      recusalsRoute,
      { intent: 'pin', seatId: juror.seatId, reference: file.reference, ground: 'family' },
      params,
      as.clerk,
    )
    expect(done.status).toBe(303)
    const page = await get(ctx, recusalsRoute, '/x', params, as.clerk)
    expect(await htmlOf(recusalsRoute.default, { data: page.value })).toContain(file.reference)
  })

  it('name and invite the holder of a seat', async () => {
    const { id } = await panel.given.seat({ campaign: panel.campaign.id })
    const seat = { locale: 'fr', seatId: id }
    const fields = {
      intent: 'name',
      version: '1',
      holderName: 'Membre',
      holderEmail: 'nouveau@example.ma',
      alternateName: '',
      alternateEmail: '',
      institutionId: '',
    }
    expect((await post(ctx, seatRoute, fields, seat, as.organiser)).status).toBe(303)
    const invite = (version: string) =>
      post(ctx, seatRoute, { intent: 'invite', version }, seat, as.organiser)
    const overtaken = await invite('1')
    expect(overtaken.status).toBe(409)
    const asked = await get(ctx, seatRoute, '/x', seat, as.organiser)
    const shown = await htmlOf(seatRoute.default, { data: asked.value, actionData: overtaken.value })
    expect(shown).toContain('La page montre qui y est nommé à présent')
    expect((await invite('2')).status).toBe(303)
    const page = await get(ctx, seatRoute, '/x', seat, as.organiser)
    expect(await htmlOf(seatRoute.default, { data: page.value }, 'ar')).toContain('nouveau@example.ma')
    const list = await get(ctx, seatsRoute, '/x', params, as.organiser)
    expect(await htmlOf(seatsRoute.default, { data: list.value })).not.toMatch(NO_KEYS)
    const late = await post(
      ctx,
      seatRoute,
      { ...fields, alternateName: 'Écrit trop tard', alternateEmail: 'tard@example.ma' },
      seat,
      as.organiser,
    )
    expect(late.status).toBe(409)
    const kept = await htmlOf(seatRoute.default, { data: page.value, actionData: late.value })
    expect(kept).toContain('Ce siège a changé entre-temps.')
    expect(kept).toContain('value="Écrit trop tard"')
    expect(kept).toContain('name="version" value="1"')
    expect(
      (await post(ctx, seatRoute, { ...fields, holderEmail: 'pas une adresse' }, seat, as.organiser)).status,
    ).toBe(400)
  })

  it('keep no name without an address, which would be lost in silence: the address is asked for', async () => {
    const { id } = await panel.given.seat({ campaign: panel.campaign.id })
    const seat = { locale: 'fr', seatId: id }
    const fields = { intent: 'name', version: '1', holderName: 'Sans adresse', holderEmail: '' }
    const more = { alternateName: '', alternateEmail: '', institutionId: '' }
    const refused = await post(ctx, seatRoute, { ...fields, ...more }, seat, as.organiser)
    expect(refused.status).toBe(400)
    const page = await get(ctx, seatRoute, '/x', seat, as.organiser)
    const html = await htmlOf(seatRoute.default, { data: page.value, actionData: refused.value })
    expect(html).toContain('href="#f-holderEmail"')
    expect(html).toContain('value="Sans adresse"')
  })
})

describe('the charter page', () => {
  it('asks to tick before signing, then leads to the interests', async () => {
    const juror = await panel.seated({ charterSigned: false })
    const cookie = await panel.given.signedIn(juror.personId)
    const home = await get(ctx, homeRoute, '/x', { locale: 'fr' }, cookie)
    expect(await htmlOf(homeRoute.default, { data: home.value })).toContain(panel.campaign.id)
    expect((await post(ctx, charterRoute, {}, params, cookie)).status).toBe(400)
    const signed = await post(ctx, charterRoute, { agree: 'on' }, params, cookie)
    expect([signed.status, signed.headers.get('location')]).toEqual([
      303,
      `/fr/jury/campaigns/${panel.campaign.id}/interests`,
    ])
    const page = await get(ctx, charterRoute, '/x', params, cookie)
    expect(await htmlOf(charterRoute.default, { data: page.value }, 'ar')).not.toMatch(NO_KEYS)
  })
})
