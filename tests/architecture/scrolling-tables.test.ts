import fs from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The rules under `selector` that make a table scroll, by the sheet that holds them. */
const SCROLLING = { '.table-scroll': 'tables.css', '.heat': 'tables.css', '.loo': 'charts-bars.css' }

const rulesOf = (selector: string, sheet: string): string => {
  const css = fs.readFileSync(`app/ui/styles/${sheet}`, 'utf8')
  return css.split(`\n${selector} {`).at(1)?.split('}')[0] ?? css.split('}')[0] ?? ''
}

describe('a table that scrolls', () => {
  it.each(Object.entries(SCROLLING))(
    'holds the words hidden in its cells (%s): placed against the page they would widen it',
    (selector, sheet) => {
      expect(rulesOf(selector, sheet)).toMatch(/overflow-x: auto/)
      expect(rulesOf(selector, sheet)).toMatch(/position: relative/)
    },
  )
})
