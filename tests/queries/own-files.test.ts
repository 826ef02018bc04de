import { beforeAll, describe, expect, it } from 'vitest'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { flagList } from '#app/queries/chair/flags.ts'
import { progress } from '#app/queries/chair/progress.ts'
import { progressFile } from '#app/queries/chair/progress-file.ts'
import { assignmentFile } from '#app/queries/jury/assignment-file.ts'
import { assignmentPage } from '#app/queries/jury/assignment-page.ts'
import { recusalsPage } from '#app/queries/jury/recusals-page.ts'
import { nominationsList } from '#app/queries/organiser/nominations.ts'
import { phaseGate } from '#app/queries/organiser/phase-gate.ts'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { towerFile } from '#app/queries/organiser/tower-file.ts'
import { screeningQueue } from '#app/queries/secretariat/queue.ts'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

/**
 * Non-interference for somebody of the office who also acts for a body of a file (reliability.md T11 and section 3.4): between
 * two readings of every page of theirs nothing changes but what became of that file, and they read the same. A colleague
 * who acts for nobody reads something else, so that the change is one.
 */
type Office = 'secretariat' | 'organiser' | 'auditor'
let test: TestDb
let ctx: TestContext
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: Juror[]
let own: { id: string; administration: string; reference: string }
let other: typeof own
let partner: string
const campaignId = () => panel.campaign.id

beforeAll(async () => {
  test = await testDb()
  ctx = { ...(await testContext(test)), solver: createThreadedSolver() } as TestContext
  panel = await aPanel(test)
  jurors = []
  for (let seat = 0; seat < 6; seat += 1) jurors.push(await panel.seated())
  ;[own, other] = [await panel.file(), await panel.file()]
  partner = await panel.partnered(own.id)
  await panel.reading(jurors[0]!, own.id)
  await panel.reading(jurors[0]!, other.id)
  await panel.reading(jurors[1]!, other.id)
})

async function officerFor(role: Office, administration: string | null): Promise<Actor> {
  const { personId } = await panel.given.officer(role, campaignId())
  if (administration !== null) await panel.given.mandate({ person: personId, administration })
  return panel.given.actor(personId)
}

type Page = (actor: Actor) => Promise<unknown>
const file = async (made: Promise<{ ok: boolean; value?: { bytes: Uint8Array } }>): Promise<unknown> => {
  const found = await made
  return found.value ? Buffer.from(found.value.bytes).toString('utf8') : found
}
const CLERKS: Readonly<Record<string, Page>> = {
  assignment: (actor) => assignmentPage(ctx, actor, { campaignId: campaignId(), after: null }),
  'one file of it': (actor) =>
    assignmentFile(ctx, actor, { campaignId: campaignId(), nominationId: other.id }),
  recusals: (actor) => recusalsPage(ctx, actor, campaignId()),
  queue: (actor) => screeningQueue(ctx, actor, campaignId(), { view: 'decided', after: null }),
}
const ALL: Readonly<Record<string, Page>> = {
  tower: (actor) => controlTower(ctx, actor, campaignId(), {}),
  'file of its heat map': (actor) =>
    file(towerFile(ctx, actor, { campaignId: campaignId(), figure: 'progress' })),
  gate: (actor) => phaseGate(ctx, actor, campaignId()),
  nominations: (actor) => nominationsList(ctx, actor, campaignId(), { sort: 'reference' }),
  progress: (actor) => progress(ctx, actor, { campaignId: campaignId(), after: null }),
  'file of the progress': (actor) => file(progressFile(ctx, actor, campaignId())),
  flags: (actor) => flagList(ctx, actor, campaignId()),
}
const pagesOf = (role: Office) => (role === 'secretariat' ? { ...ALL, ...CLERKS } : ALL)
const READERS = [
  ['secretariat', 'the body that presents it', () => own.administration],
  ['secretariat', 'a partner of it', () => partner],
  ['organiser', 'the body that presents it', () => own.administration],
  ['organiser', 'a partner of it', () => partner],
  ['auditor', 'a partner of it', () => partner],
] as const

const SETTINGS = {
  ...{ capPercent: null, slack: 1, relax: false, specialist: false, newcomers: null },
  objective: 'fairest' as const,
}
const must = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const proposed = async (clerk: Actor): Promise<string> => {
  const { proposalId } = must(
    await proposeAssignment(ctx, clerk, { campaignId: campaignId(), settings: SETTINGS }),
  )
  must(await computeProposal(ctx, proposalId))
  return proposalId
}

/** What the jury and the office make of the file: read, sealed, recused from, flagged, proposed to be put out. */
async function judged(clerk: Actor): Promise<void> {
  await panel.sealed(ctx, jurors[0]!, own.id, 2)
  await panel.reading(jurors[2]!, own.id)
  await panel.recused(jurors[3]!.seatId, own.id)
  must(
    await raiseFlag(ctx, jurors[0]!.actor, { nominationId: own.id, ground: 'plagiarism', text: 'Repris.' }),
  )
  must(
    await proposeDisqualification(ctx, clerk, {
      ...{ nominationId: own.id, version: 1 },
      reason: 'false-statement',
      text: { ar: 'تصريح غير صحيح.', fr: 'Déclaration inexacte.' },
    }),
  )
}

describe('what the office makes of a file', () => {
  const before = new Map<string, unknown>()
  const people = new Map<string, Actor>()
  let neutral: Actor
  const nameOf = (role: string, whom: string, page: string) => `${role} for ${whom}: ${page}`
  const readAll = async (into: Map<string, unknown>) => {
    for (const [role, whom, body] of READERS) {
      const person = people.get(`${role} ${whom}`) ?? (await officerFor(role, body()))
      people.set(`${role} ${whom}`, person)
      for (const [page, read] of Object.entries(pagesOf(role)))
        into.set(nameOf(role, whom, page), await read(person))
    }
    for (const [page, read] of Object.entries({ ...ALL, ...CLERKS }))
      into.set(`neutral: ${page}`, await read(neutral))
  }

  beforeAll(async () => {
    neutral = await officerFor('secretariat', null)
    await proposed(neutral)
    await readAll(before)
    await judged(neutral)
  })

  it('changes no page of those who act for its bodies, and the pages of a colleague', async () => {
    const after = new Map<string, unknown>()
    await readAll(after)
    const now = (value: unknown) => JSON.stringify(value).replaceAll(/"(now|finishedAt)":[^,}]+/g, '')
    const changed = [...after.keys()].filter((name) => now(after.get(name)) !== now(before.get(name)))
    expect(changed.filter((name) => !name.startsWith('neutral'))).toEqual([])
    // The queue has no word of the jury; another file's page has a load, which the draw of the proposal may already hold.
    const quiet = ['queue', 'one file of it']
    const pages = Object.keys({ ...ALL, ...CLERKS }).filter((page) => !quiet.includes(page))
    expect(pages.filter((page) => changed.includes(`neutral: ${page}`))).toEqual(pages)
  })

  it('is told to a colleague and to none of them', async () => {
    const told = async (person: Actor): Promise<number> => {
      const found = await test.owner.query(
        `SELECT count(*)::int AS told FROM notice WHERE person_id = $1 AND facts->>'reference' = $2`,
        [person.personId, own.reference],
      )
      return found.rows[0].told
    }
    for (const [role, whom] of READERS) expect(await told(people.get(`${role} ${whom}`)!)).toBe(0)
    expect(await told(neutral)).toBeGreaterThan(0)
  })

  it('is on none of their pages, which say that something is left out', async () => {
    for (const [role, whom] of READERS) {
      const person = people.get(`${role} ${whom}`)!
      for (const [page, read] of Object.entries(pagesOf(role))) {
        const shown = JSON.stringify(await read(person))
        expect([role, page, shown.includes(own.id), shown.includes(own.reference)]).toEqual([
          ...[role, page, false, false],
        ])
        if (!/file/.test(page)) expect([page, shown.includes('"hidesOwn":true')]).toEqual([page, true])
      }
    }
    for (const [page, read] of Object.entries({ ...ALL, ...CLERKS })) {
      const shown = JSON.stringify(await read(neutral))
      if (!/one file/.test(page)) expect([page, shown.includes(own.reference)]).toEqual([page, true])
      expect([page, shown.includes('"hidesOwn":true')]).toEqual([page, false])
    }
  })

  it('blocks the way on in a word of its own where nothing else does, and then names nothing', async () => {
    const { evaluationCloses } = panel.campaign.regulation.calendar
    await test.setNow(instant(evaluationCloses + 1))
    await test.owner.query(`UPDATE nomination SET state = 'withdrawn' WHERE id = $1`, [other.id])
    const organiser = people.get('organiser a partner of it')!
    const codes = (screen: Awaited<ReturnType<typeof phaseGate>>) =>
      must(screen).exits.map(({ blockers }) => blockers.map(({ code }) => code))
    expect(codes(await phaseGate(ctx, organiser, campaignId()))).toEqual([['own-file'], ['own-file']])
    const whole = codes(await phaseGate(ctx, await officerFor('organiser', null), campaignId()))
    expect(whole.flat()).toContain('sheets-unsealed')
    await test.owner.query(`UPDATE nomination SET state = 'admissible' WHERE id = $1`, [other.id])
    await test.setNow(panel.now)
  })
})
