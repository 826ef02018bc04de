import { asWritten, type Pair, type Spoken, type Words, words } from './spoken.ts'

/** What the body of an act is made of. One template sets them all, so that every kind looks alike. */
export type Block =
  /** A sentence in both languages; one text without a second language runs over the whole width. */
  | { readonly is: 'text'; readonly text: Pair; readonly small: boolean }
  | { readonly is: 'section'; readonly title: Pair }
  | { readonly is: 'facts'; readonly rows: readonly FactRow[] }
  /** The one thing that the act says, set large. */
  | { readonly is: 'statement'; readonly text: Pair; readonly tone: Tone }
  | { readonly is: 'points'; readonly items: readonly Pair[] }
  | { readonly is: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  /** What a person wrote, in the language in which it was written. */
  | { readonly is: 'quote'; readonly paragraphs: readonly Spoken[] }
  /** Places in a dossier, numbered, each with the passage that is meant where there is one, in its own language. */
  | {
      readonly is: 'places'
      readonly items: readonly { readonly place: Pair; readonly passage: Spoken | null }[]
    }
  /** The outcome of one prize with those who won it. */
  | {
      readonly is: 'award'
      readonly slot: Pair
      readonly outcome: Pair
      readonly won: boolean
      readonly winners: readonly Winner[]
      readonly reason: Pair | null
    }
  | { readonly is: 'signatures'; readonly lines: readonly SignatureLine[] }

export type Tone = 'ink' | 'emerald' | 'terracotta' | 'prize'
/** A label, and a value in both languages or one that belongs to none (a reference, a digest). */
export type FactRow = { readonly label: Words } & ({ readonly value: Pair } | { readonly neutral: string })
export type Column = {
  readonly label: Words
  /** Share of what is left, or points. */
  readonly width: { readonly share: number } | { readonly points: number }
  readonly end: boolean
}
export type Cell =
  | { readonly pair: Pair; readonly strong: boolean }
  | { readonly code: string }
  | { readonly plain: string; readonly strong: boolean }
export type Winner = { readonly reference: string; readonly title: Pair; readonly administration: Pair }
export type SignatureLine = { readonly name: string; readonly role: Pair; readonly signed: Pair }

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
