import { beforeAll, describe, expect, it } from 'vitest'
import { answered } from './support/answered.ts'
import { bodyOf } from './support/bodies.ts'
import { everyForm, type Found } from './support/every-form.ts'
import { intentOf, plain } from './support/forms.ts'
import { aHouse, goesTo } from './support/house.ts'
import { type Entry, filledAnew } from './support/one-wrong.ts'

const { test, world, states, patterns, declared, read, post } = await aHouse()

/** A work page on which somebody writes; those of one's own account know no version and no phase. */
const isWork = ({ id, form }: Found): boolean =>
  form.method === 'post' &&
  !/^routes\/(account|admin|resources)\//.test(id) &&
  form.controls.some(({ kind }) => kind === 'text')

const wrong = { status: [] as string[], told: [] as string[], lost: [] as string[] }
const tried = { version: 0, phase: 0 }

/** The version that the page showed before somebody else wrote; null where the form carries none. */
function outdated(entries: readonly Entry[]): readonly Entry[] | null {
  const older = entries.map(([name, value]): Entry => [
    name,
    name === 'version' ? String(Number(value) + 1000) : value,
  ])
  return older.some(([, value], i) => value !== entries[i]?.[1]) ? older : null
}

/** A complaint has its own terms, whatever the phase. */
const IN_ANY_PHASE = [
  'routes/applicant/complaint',
  'routes/applicant/file-complaint',
  'routes/secretariat/complaint',
]

/** What a reader sees and finds in fields, without what is handed to a script. */
const shownOn = (html: string): string =>
  plain(html.slice(html.indexOf('<main')).replace(/<script\b[\s\S]*?<\/script>/g, ''))

/** Somebody's own words; a date is of no use any more, and a code is short. */
const isWords = (value: string): boolean => /\p{L}/u.test(value) && !/^[a-z0-9-]*$/.test(value)

/** It is refused, says so, and what was written stands in its form again, or below the page that has no form for it now. */
async function look(found: Found, why: 'version' | 'phase', entries: readonly Entry[]): Promise<void> {
  const { form, id, hand } = found
  const heard = await post(id, goesTo(found), hand, bodyOf(form, entries))
  const where = `${id} ${intentOf(form)} ${hand.name} ${why}`
  tried[why] += 1
  if (![400, 403, 409].includes(heard.status)) {
    wrong.status.push(`${where}: ${heard.status} ${heard.headers.location ?? ''}`)
    return
  }
  if (!answered(heard.body).hasAlert) wrong.told.push(where)
  const shown = shownOn(heard.body)
  for (const { name, kind } of form.controls) {
    if (kind !== 'text' || name === 'accessAccount') continue
    const words = entries.flatMap(([at, value]) => (at === name && isWords(value) ? [value] : []))
    if (words.some((value) => !shown.includes(value))) wrong.lost.push(`${where}: ${name}`)
  }
}

describe('what is written while the page is overtaken', () => {
  beforeAll(async () => {
    const forms = (await everyForm({ world, states, patterns, declared, read })).filter(isWork)
    for (const found of forms) {
      const older = outdated(filledAnew(found.form))
      if (older !== null) await look(found, 'version', older)
    }
    await test.owner.query(`UPDATE campaign SET phase = 'archived'`)
    for (const found of forms.filter(({ id }) => !IN_ANY_PHASE.includes(id)))
      await look(found, 'phase', filledAnew(found.form))
  }, 600_000)

  it('is tried', () => {
    expect(tried.version).toBeGreaterThan(30)
    expect(tried.phase).toBeGreaterThan(65)
  })
  it('is refused', () => expect(wrong.status).toEqual([]))
  it('hears why', () => expect(wrong.told).toEqual([]))
  it('is still there', () => expect(wrong.lost).toEqual([]))
})
