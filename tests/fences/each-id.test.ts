import { beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from './support/bodies.ts'
import { everyForm, type Found } from './support/every-form.ts'
import { intentOf } from './support/forms.ts'
import { aHouse, goesTo } from './support/house.ts'
import { type Entry, filledAnew } from './support/one-wrong.ts'
import { rowsOf } from './support/rows.ts'
import { TABLE } from './support/table.ts'

const { test, world, states, patterns, declared, read, post } = await aHouse()

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ABSENT = '00000000-0000-4000-8000-00000000dead'
const MALFORMED = "1' or '1"

/** Which table each id of the house is of. */
async function tablesOfIds(): Promise<ReadonlyMap<string, string>> {
  const tables = await test.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' ORDER BY 1`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables.rows)
    for (const { id } of (await test.owner.query<{ id: string }>(`SELECT id FROM ${name}`)).rows)
      found.set(id, name)
  return found
}
const tables = await tablesOfIds()
/** Things of a campaign in which nobody of the world has anything to do, and of a body for which none of them acts. */
const { campaigns, nominations, complaints, seats, sheets, evidence, meetings, documents } = world
const far = new Map(
  [
    campaigns.elsewhere,
    nominations.farFile,
    complaints.far,
    seats.far,
    sheets.far,
    evidence.foreign.id,
    documents.foreign,
    ...Object.values(meetings.theirs),
  ].map((id) => [tables.get(id) ?? '', id]),
)

const wrong: string[] = []
let tried = 0

/** On pages of one's own account a thing of somebody else is not there: what is asked of it is done to nothing. */
const isDoneToNothing = (id: string, status: number): boolean => status === 303 && TABLE[id]?.account === true

/** Every id that a form sends, each in its turn another: nobody's, no id at all, and somebody else's. */
async function tryIds(found: Found): Promise<void> {
  const { form, id, hand } = found
  const entries = filledAnew(form)
  for (const [at, [name, value]] of entries.entries()) {
    if (!UUID.test(value) || name === 'key') continue
    const foreign = far.get(tables.get(value) ?? '')
    const others = { absent: ABSENT, malformed: MALFORMED, ...(foreign === undefined ? {} : { foreign }) }
    for (const [kind, other] of Object.entries(others)) {
      // An administrator gives a role in whichever campaign the page offers.
      if (other === value || form.controls.some(({ offers }) => offers.includes(other))) continue
      const changed = entries.map((entry, i): Entry => (i === at ? [name, other] : entry))
      const { status, headers } = await post(id, goesTo(found), hand, bodyOf(form, changed))
      tried += 1
      if (![400, 403, 404, 409, 410].includes(status) && !isDoneToNothing(id, status))
        wrong.push(
          `${id} ${intentOf(form)} ${hand.name} ${name} ${kind}: ${status} ${headers.location ?? ''}`,
        )
    }
  }
}

describe('every id that a form sends, made another', () => {
  const rows = { before: '', after: '' }
  beforeAll(async () => {
    const forms = await everyForm({ world, states, patterns, declared, read })
    rows.before = await rowsOf(test)
    for (const found of forms.filter(({ form }) => form.method === 'post')) await tryIds(found)
    rows.after = await rowsOf(test)
  }, 600_000)

  it('is tried', () => expect(tried).toBeGreaterThan(180))
  it('is refused', () => expect(wrong).toEqual([]))
  it('changes not one row', () => expect(rows.after).toBe(rows.before))
})
