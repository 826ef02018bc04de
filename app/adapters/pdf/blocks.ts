import type { Block, Cell, Column, FactRow, Pair, Tone } from '#app/domain/document/block.ts'
import { asWritten, words } from './spoken.ts'

export type { Block, Cell, FactRow }

export const text = (pair: Pair): Block => ({ is: 'text', text: pair, small: false })
export const note = (pair: Pair): Block => ({ is: 'text', text: pair, small: true })
export const section = (title: Pair): Block => ({ is: 'section', title })
export const facts = (...rows: readonly FactRow[]): Block => ({ is: 'facts', rows })
export const statement = (pair: Pair, tone: Tone): Block => ({ is: 'statement', text: pair, tone })
export const points = (items: readonly Pair[]): Block => ({ is: 'points', items })
export const table = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Block => ({
  is: 'table',
  columns,
  rows,
})
/** A typed text, paragraph by paragraph; nothing when nothing was typed. */
export const quote = (typed: string): Block[] => {
  const paragraphs = typed.split(/\n+/).filter((one) => one.trim() !== '')
  return paragraphs.length === 0
    ? []
    : [{ is: 'quote', paragraphs: paragraphs.map((one) => asWritten(one).fr) }]
}

export const pair = (value: Pair, strong = false): Cell => ({ pair: value, strong })
export const code = (value: string): Cell => ({ code: value })
export const plain = (value: string, strong = false): Cell => ({ plain: value, strong })

/** Labels of one kind: `documents.<kind>.<key>`. */
export const labelsOf = (kind: string) => ({
  fact: (key: string, value: Pair): FactRow => ({ label: words(`${kind}.${key}`), value }),
  neutral: (key: string, neutral: string): FactRow => ({ label: words(`${kind}.${key}`), neutral }),
  share: (key: string, share: number, end = false): Column => ({
    label: words(`${kind}.${key}`),
    width: { share },
    end,
  }),
  fixed: (key: string, width: number, end = false): Column => ({
    label: words(`${kind}.${key}`),
    width: { points: width },
    end,
  }),
})
