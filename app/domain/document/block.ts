/**
 * A text and the language it is really in: a missing Arabic name shows the French one, marked as French. `runs`: the same
 * text in pieces, where a sentence quotes something in the other language.
 */
export type Spoken = { readonly text: string; readonly lang: string; readonly runs?: readonly Spoken[] }
export type Pair = { readonly fr: Spoken; readonly ar: Spoken }
/** Labels: always in both languages. */
export type Words = { readonly fr: string; readonly ar: string }

/** What the body of an act is made of: set by one template on paper, and drawn by one component on a page. */
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
