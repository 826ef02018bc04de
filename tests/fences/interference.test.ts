import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#app/http/paths.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { type Heard, productionBuild, serve } from '#tests/support/web.ts'
import { aMeeting } from '#tests/services/deliberation/a-meeting.ts'
import { addressOf, KINDS, patternsOf } from './support/addresses.ts'
import { otherSecrets } from './support/secrets.ts'
import { TABLE } from './support/table.ts'
import { aWorld, type Role, ROLES, type World } from './support/world.ts'

/**
 * Non-interference (reliability.md, section 3.4): the same questions are asked twice, and between the two nothing changes
 * but the secrets: levels, comments, remarks, notes, how far a sheet has come, the official result, the ballots. Whoever
 * may not read these hears the same answer to the last byte, headers and length included.
 */
const test = await testDb()
const plain = await testContext(test)
/** The one thing of a page that is drawn anew each time and is no name of the request: the key of a visa. */
const context = { ...plain, ids: { ...plain.ids, uuid: () => '11111111-1111-4111-8111-111111111111' } }
const meeting = await aMeeting(test, plain)
const world = await aWorld(test, plain.files)
const build = await productionBuild()
const web = await serve((origin) => ({ ...context, origin }), build)

/** Pages of nobody's but the reader's own account: one draws a new secret at each reading, one tells its last visit. */
const OF_THE_READING = new Set(['routes/account/second-factor-enrol', 'routes/account/security'])
/** Those who read a sheet or a ranking by right stand apart: the auditor, and the jury in its meeting. */
const OUTSIDE = ROLES.filter((role) => role !== 'auditor')
const BENCH: readonly Role[] = ['juror', 'recused', 'chair']
const isMeetings = (id: string): boolean => /^routes\/(deliberation|release)\//.test(id)

type Question = { readonly name: string; readonly path: string; readonly cookie: string }

/** The world of the walk: in its campaign under evaluation the bench too knows no sheet but the juror's own. */
const ofWorld: readonly Question[] = Object.entries(patternsOf(build)).flatMap(([id, pattern]) => {
  const row = TABLE[id]
  if (!row || row.writesOnly || row.frameOf || OF_THE_READING.has(id)) return []
  const roles = row.anyone
    ? (['anonymous', 'editor'] as const)
    : OUTSIDE.filter((role) => !BENCH.includes(role) || !isMeetings(id))
  return KINDS.filter((kind) => kind === 'own' || kind === 'foreign').flatMap((kind) => {
    const address = addressOf(pattern, id, kind, world)
    if (address === null) return []
    const paths = kind === 'own' && address !== '/' ? [address, dataOf(address)] : [address]
    return roles.flatMap((role) =>
      paths.map((path) => ({ name: `${role} ${kind} ${path}`, path, cookie: world.cookies[role] })),
    )
  })
})

function dataOf(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path}.data${query === undefined ? '' : `?${query}`}`
}

/** A meeting under way, with sealed sheets, a tally and advice behind it: for its office, a candidate and a stranger. */
async function ofMeeting(): Promise<readonly Question[]> {
  const { campaign, files, given, items, sessionId, secretariat } = meeting
  const [item] = items
  if (!item) throw new Error('no item')
  await meeting.opened(item.id)
  const candidate = await given.person()
  await given.mandate({ person: candidate.id, administration: files[0]?.administration ?? '' })
  const people = {
    secretariat: secretariat.personId,
    organiser: (await given.officer('organiser', campaign.id)).personId,
    publisher: (await given.officer('publisher', campaign.id)).personId,
    candidate: candidate.id,
    administrator: world.people.administrator,
  }
  const sheets = await test.owner.query<{ id: string; seat_id: string }>(
    'SELECT s.id, s.seat_id FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id WHERE n.campaign_id = $1 LIMIT 1',
    [campaign.id],
  )
  const [sheet] = sheets.rows
  const id = (text: string | undefined) => (text ?? '') as World['sheets']['own']
  const nomination = id(files[0]?.id)
  const own = id(sheet?.id)
  const at: World = {
    ...world,
    campaigns: {
      ...{ meeting: campaign.id, open: campaign.id, judged: campaign.id },
      ...{ prepared: campaign.id, elsewhere: campaign.id },
    },
    nominations: {
      ...{ draft: nomination, foreignDraft: nomination, file: nomination, farFile: nomination },
      refused: nomination,
    },
    sheets: { own, second: own, far: own },
    seats: { ...world.seats, juror: sheet?.seat_id ?? '' },
    meetings: {
      ...world.meetings,
      mine: { ...world.meetings.mine, sessionId: id(sessionId), itemId: id(item.id) },
    },
    slug: campaign.slug,
  }
  const asked: Question[] = []
  for (const [who, person] of Object.entries(people)) {
    const cookie = await given.signedIn(person)
    for (const [id, pattern] of Object.entries(patternsOf(build))) {
      const row = TABLE[id]
      const address = row && !row.writesOnly && !row.frameOf ? addressOf(pattern, id, 'own', at) : null
      if (!row || address === null || !/:\w*[Ii]d\b|:slug/.test(pattern)) continue
      asked.push({ name: `${who} of the meeting ${address}`, path: dataOf(address), cookie })
    }
  }
  return asked
}

/** What a request is called by, and nothing else, is left out: its nonce, its number and the second it was answered in. */
function comparable({ status, headers, body }: Heard): string {
  const { date: _date, 'x-request-id': number = '', ...kept } = headers
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  let text = JSON.stringify([status, kept, body])
  for (const name of [nonce, String(number)])
    if (name !== undefined && name !== '') text = text.replaceAll(name, '·'.repeat(name.length))
  return text
}

async function answers(questions: readonly Question[]): Promise<ReadonlyMap<string, string>> {
  const heard = new Map<string, string>()
  const waiting = [...questions]
  /** A busy machine may answer that it cannot now: that is no answer yet. */
  const settled = async ({ path, cookie }: Question): Promise<Heard> => {
    const asking = { headers: cookie === '' ? {} : { cookie } }
    let answer = await web.ask(path, asking)
    for (let again = 0; again < 3 && answer.status >= 500; again += 1) answer = await web.ask(path, asking)
    return answer
  }
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      heard.set(next.name, comparable(await settled(next)))
  }
  await Promise.all(Array.from({ length: 8 }, one))
  return heard
}

describe('answers to those who may not know', () => {
  let before: ReadonlyMap<string, string>
  let after: ReadonlyMap<string, string>
  let read: { before: string; after: string }

  beforeAll(async () => {
    const questions = [...ofWorld, ...(await ofMeeting())]
    await adviseJury(plain)
    const cookie = await meeting.given.signedIn(meeting.chair.personId)
    const room = dataOf(paths.room('fr', meeting.sessionId, meeting.items[0]?.id))
    const president = async (): Promise<string> => comparable(await web.ask(room, { headers: { cookie } }))
    const first = await president()
    before = await answers(questions)
    await otherSecrets(test, world.sheets.own)
    await meeting.retally()
    await adviseJury(plain)
    after = await answers(questions)
    read = { before: first, after: await president() }
  }, 1_200_000)

  it('are many, and most of them pages', () => {
    expect(before.size).toBeGreaterThan(2000)
    expect([...before.values()].filter((text) => text.startsWith('[200')).length).toBeGreaterThan(500)
  })

  it('do not change with the scores, the notes, the progress, the result or the ballots', () => {
    const different = [...before].flatMap(([name, text]) => {
      const other = after.get(name) ?? ''
      const at = [...text].findIndex((letter, index) => letter !== other[index])
      return other === text
        ? []
        : [`${name}: ${text.slice(0, 4)} ${text.slice(at, at + 60)} | ${other.slice(at, at + 60)}`]
    })
    expect(different).toEqual([])
  })

  it('change for the president, who may know: the secrets really are others', () => {
    expect(read.before).toMatch(/^\[200,/)
    expect(read.after).not.toBe(read.before)
  })
})
