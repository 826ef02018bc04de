import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { PipelinedClient } from '#app/adapters/db/pipelined.server.ts'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { register } from '#app/services/account/register.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { PASSWORD, visit } from '#tests/services/account/stage.ts'
import { aScoredCampaign, must } from '#tests/services/deliberation/a-meeting.ts'
import { createScene, DAY_OF_WORK, newKey } from '#tests/services/nomination/scene.ts'
import { aScheduledRelease } from '#tests/services/results/a-release.ts'
import { aPanel, draft, opened } from '#tests/services/scoring/a-panel.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
// Each try counts as one: the limits are another test's matter.
const ctx = { ...(await testContext(test)), limits: createMemoryRateLimit() }
const scene = createScene(test, ctx)

/**
 * The statement after which the line to the database breaks: it is done there, and its answer never comes. The server
 * cannot tell it from a line that breaks before the next one leaves.
 */
let breaksAfter: number | null = null
let statements = 0

type Query = (this: pg.Client, ...asked: unknown[]) => unknown
const real = pg.Client.prototype.query as unknown as Query
const cut = (client: pg.Client): Error => {
  const { stream } = (client as unknown as { connection: { stream: { destroy: () => void } } }).connection
  stream.destroy()
  return new Error('Connection terminated unexpectedly')
}
pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]): unknown {
  if (breaksAfter === null || !(this instanceof PipelinedClient)) return real.apply(this, asked)
  statements += 1
  if (statements !== breaksAfter) return real.apply(this, asked)
  // A pool asks with a callback, a transaction with a promise.
  const heard: unknown = asked.at(-1)
  if (typeof heard === 'function')
    return real.apply(this, [...asked.slice(0, -1), () => void heard(cut(this))])
  return Promise.resolve(real.apply(this, asked)).then(() => Promise.reject(cut(this)))
} as unknown as typeof pg.Client.prototype.query
afterAll(() => {
  pg.Client.prototype.query = real as unknown as typeof pg.Client.prototype.query
})

/** What every table holds, but those that count attempts and visits. */
async function everyRow(): Promise<ReadonlyMap<string, string>> {
  const tables = await test.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
     AND table_name NOT IN ('session', 'rate_limit') ORDER BY 1`,
  )
  const sums = tables.rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS sum FROM ${name} t`,
  )
  const { rows } = await test.owner.query<{ name: string; sum: string }>(sums.join(' UNION ALL '))
  return new Map(rows.map(({ name, sum }) => [name, sum]))
}
const grown = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].flatMap(([name, sum]) => {
    const [was, is] = [before.get(name) ?? '', sum].map((text) => Number(text.split(' ')[0]))
    return sum === before.get(name) ? [] : [`${name} +${(is ?? 0) - (was ?? 0)}`]
  })

/** The server notices that its client is gone when it next listens: until then the transaction is neither. */
async function settled(): Promise<void> {
  for (let looks = 0; looks < 200; looks += 1) {
    const { rows } = await test.owner.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' LIMIT 1`,
    )
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('a transaction never ended')
}

type Act = () => Promise<Result<unknown>>
type Staged = {
  readonly act: Act
  readonly again: RegExp
  /** What follows from the act stands with it: the tables, and by how much they have grown. */
  readonly follows?: readonly string[]
}

/** One run over a line that breaks: whether it said that it succeeded. */
async function disturbed(act: Act, after: number): Promise<boolean> {
  statements = 0
  breaksAfter = after
  const said = await act().then(
    ({ ok }) => ok,
    () => false,
  )
  breaksAfter = null
  await settled()
  return said
}

const ACTS: Readonly<Record<string, () => Promise<Staged>>> = {
  'the visa that submits': async () => {
    const { editor, signatory, nomination } = await scene.stage()
    await requestVisa(ctx, editor, await scene.seen(nomination.id))
    const seenDigest = await scene.digestOf(nomination.id)
    const post = { nominationId: nomination.id, received: DAY_OF_WORK, seenDigest, key: newKey() }
    return { act: () => submitNomination(ctx, signatory, post), again: /"ok":true.*"version":1/ }
  },
  'a withdrawal': async () => {
    const { signatory, nomination } = await scene.submitted()
    const seen = await scene.seen(nomination.id)
    return { act: () => withdrawNomination(ctx, signatory, seen), again: /"ok":false/ }
  },
  'a registration': async () => {
    const email = `${newKey()}@example.ma`
    const guest = { email, name: 'Nadia Alaoui', password: PASSWORD, locale: 'fr' as const }
    return { act: () => register(ctx, visit(), guest), again: /"ok":true/ }
  },
  'a save of a score sheet': async () => {
    const panel = await aPanel(test)
    const juror = await panel.seated()
    const { id } = await panel.file()
    await panel.reading(juror, id)
    const post = draft(await opened(ctx, juror, id), 1, panel.entriesAt(3))
    return {
      act: async () => (await saveScoreSheet(ctx, juror.actor, post)).result,
      // The answer was lost with the line: sent again, it hears the version that it made.
      again: /"ok":true,"value":\{"version":2,.*"entries":\[\]/,
    }
  },
  'the seal of a score sheet': async () => {
    const panel = await aPanel(test)
    const juror = await panel.seated()
    const { id } = await panel.file()
    await panel.reading(juror, id)
    const sheetId = await opened(ctx, juror, id)
    const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(4)))
    const version = saved.result.ok ? saved.result.value.version : 0
    return { act: () => sealScoreSheet(ctx, juror.actor, { sheetId, version }), again: /"ok":false/ }
  },
  // Once the sheets are counted, the act and the count made again are one: the jury never works on a ranking without it.
  'the seal of a sheet that was reopened in the meeting': async () => {
    const scored = await aScoredCampaign(test, ctx)
    const [juror, file] = [scored.jurors[0]!, scored.files[3]!]
    const { rows } = await test.owner.query<{ id: string; version: number }>(
      'SELECT id, version FROM score_sheet WHERE nomination_id = $1 AND person_id = $2',
      [file.id, juror.personId],
    )
    const sealed = { sheetId: rows[0]!.id, version: rows[0]!.version }
    const reopened = await reopenScoreSheet(ctx, scored.chair.actor, {
      ...sealed,
      reason: 'Erreur signalée.',
    })
    const { sheetId } = must(reopened)
    const saved = await saveScoreSheet(
      ctx,
      juror.actor,
      draft(sheetId, sealed.version + 1, scored.entriesAt(5)),
    )
    const { version } = must(saved.result)
    return {
      act: () => sealScoreSheet(ctx, juror.actor, { sheetId, version }),
      again: /"ok":false/,
      follows: [`tally +${scored.codes.length}`, 'campaign +0'],
    }
  },
  'an interest declared against a counted sheet': async () => {
    const { campaign, jurors, files, codes } = await aScoredCampaign(test, ctx)
    const declared = [{ nominationId: files[1]!.id, kind: 'family' as const, words: '' }]
    return {
      act: () => declareInterests(ctx, jurors[1]!.actor, { campaignId: campaign.id, declared }),
      again: /"ok":false/,
      follows: [`tally +${codes.length}`, 'score_sheet +1'],
    }
  },
  'the visa of a file that arrived before the turn': async () => {
    const { editor, signatory, nomination, closesAt } = await scene.stage()
    await requestVisa(ctx, editor, await scene.seen(nomination.id))
    const seenDigest = await scene.digestOf(nomination.id)
    const post = {
      ...{ nominationId: nomination.id, received: instant(closesAt - 1), seenDigest },
      key: newKey(),
    }
    await test.setNow(closesAt)
    await closeNominations(ctx)
    return {
      act: () => submitNomination(ctx, signatory, post),
      again: /"ok":true.*"version":1/,
      // The receipt, and the register drawn anew.
      follows: ['document +2'],
    }
  },
  'a release': async () => {
    const release = await aScheduledRelease(test, ctx)
    await test.setNow(release.embargoUntil)
    const { releaseId } = release
    return {
      act: () => publishResults(ctx, release.publisher, { releaseId }),
      again: /already-published/,
    }
  },
}

describe('a line to the database that breaks at any statement', { timeout: 600_000 }, () => {
  it.each(Object.entries(ACTS))('leaves nothing of %s, or all of it', async (name, stage) => {
    const isScored = /sheet|release/.test(name)
    await test.setNow(DAY_OF_WORK)
    const { act, again, follows = [] } = await stage()
    const before = await everyRow()
    let at = 0
    let after = before
    // Every statement in turn, until the one behind which all is done: nothing counts before it.
    do {
      at += 1
      expect(await disturbed(act, at), `${name}, after statement ${at}`).toBe(false)
      after = await everyRow()
    } while (grown(before, after).length === 0 && at < 400)
    expect(at).toBeGreaterThan(3)
    expect(grown(before, after)).toEqual(expect.arrayContaining([...follows]))
    // All of it: the rows, the entry of the log and what is owed by mail. Asked again it says so, and does nothing twice.
    expect(grown(before, after).some((line) => /^audit_entry \+[1-9]/.test(line))).toBe(true)
    expect(
      JSON.stringify(await act(), (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).toMatch(again)
    if (!/registration/.test(name)) expect(grown(after, await everyRow())).toEqual([])
    expect(isScored || grown(before, after).some((line) => /^outbox \+[1-9]/.test(line))).toBe(true)
  })
})
