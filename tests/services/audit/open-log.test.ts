import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { wholeLog } from '#app/queries/exports/log-file.ts'
import { openLog } from '#app/services/audit/open-log.ts'
import { openTrail } from '#app/services/audit/open-trail.ts'
import type { Context } from '#app/services/context.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { verifyLog } from '#app/verifier/verify-log.ts'
import { act } from './scene.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let auditor: Actor
let elsewhere: Actor
let otherCampaign: string
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  auditor = await panel.given.officer('auditor', panel.campaign.id)
  otherCampaign = (await panel.given.campaign()).id
  elsewhere = await panel.given.officer('auditor', otherCampaign)
  await act(ctx, 'phaseChanged', { from: 'screening', to: 'evaluation' })
})
const fileFor = async (actor: Actor, campaignId: string) => {
  const opened = await openLog(ctx, actor, campaignId)
  if (!opened.ok) throw new Error(opened.reason)
  let text = ''
  for await (const part of wholeLog(ctx.db.office, ctx.signer.verifierKey, campaignId)) text += part
  return logFromText(text, 'log')
}
const textsOf = (file: ReturnType<typeof logFromText>) => file.lines.map(({ entry }) => entry ?? '')

describe('the whole log for the auditor', () => {
  it('is for the auditor of the campaign alone', async () => {
    for (const actor of [
      elsewhere,
      (await panel.seated()).actor,
      await panel.given.officer('secretariat', panel.campaign.id),
    ])
      expect(await openLog(ctx, actor, panel.campaign.id)).toMatchObject({ ok: false })
    expect(
      await openLog(ctx, auditor, panel.campaign.id.replace(/.$/, '0').replace(/^./, 'f')),
    ).toMatchObject({
      reason: 'not-found',
    })
  })

  it('enters the look before it is read, verifies, and names nobody', async () => {
    const file = await fileFor(auditor, panel.campaign.id)
    expect(textsOf(file).at(-1)).toContain('"act":"logRead"')
    expect((await panel.given.trace()).entries.at(-1)).toBe('logRead')
    const outside = { key: ctx.signer.verifierKey, checkpoints: [], heads: [] }
    expect(verifyLog(file, outside).failures).toEqual([])
    expect(JSON.stringify(file.lines)).not.toContain(auditor.personId)
  })

  it('tells the acts of other campaigns by their hash alone', async () => {
    await openTrail(ctx, elsewhere, { campaignId: otherCampaign, act: null, before: null })
    const own = await fileFor(auditor, panel.campaign.id)
    const theirs = await fileFor(elsewhere, otherCampaign)
    const place = theirs.lines.findIndex(({ entry }) => entry?.includes('"act":"trailRead"'))
    expect(place).toBeGreaterThanOrEqual(0)
    expect(own.lines[place]).toMatchObject({ entry: null, leaf: theirs.lines[place]?.leaf })
    expect(textsOf(own).join('\n')).not.toContain(otherCampaign)
  })
})
