import { describe, expect, it } from 'vitest'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { markName, sentAnswers, typedAnswer } from '#app/forms/nomination-answers.form.ts'

const KEY = 'goLive'
const section = DEFAULT_FORM.sections.find(({ fields }) => fields.some(({ key }) => key === KEY))!
const boxes = (day: string, month: string, year: string): Record<string, string> => ({
  [`${KEY}.day`]: day,
  [`${KEY}.month`]: month,
  [`${KEY}.year`]: year,
  [markName(KEY)]: '0',
})
/** As it is stored, and as it comes back after a refusal. */
function read(typed: Record<string, string>): readonly unknown[] {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return [
    sentAnswers(section, form).find(({ field }) => field === KEY)?.value,
    typedAnswer(section, typed, KEY),
  ]
}

describe('a date in three boxes', () => {
  it.each([
    ['5', '3', '2025', '2025-03-05'],
    ['05', '03', '2025', '2025-03-05'],
    ['', '', '', ''],
  ])('%s %s %s is one date', (day, month, year, date) =>
    expect(read(boxes(day, month, year))).toEqual([date, date]),
  )
  it.each([
    ['12', '', '2026', '2026--12'],
    ['12', '3', '', '-3-12'],
    ['12', '3', '26', '26-3-12'],
    ['31', '2', '2025', '2025-2-31'],
    ['x', '3', '2025', '2025-3-x'],
  ])('%s %s %s is none, and stays box by box what was typed', (day, month, year, typed) =>
    expect(read(boxes(day, month, year))).toEqual([typed, typed]),
  )
})
