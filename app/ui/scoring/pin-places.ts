import { createContext } from 'react'
import type { PinPiece } from '#app/domain/nomination/pin.ts'

/** What the pins of one sheet may point at: the parts of its dossier by their codes, in their order, and its pieces. */
export type Places = {
  readonly sections: readonly string[]
  readonly files: readonly (PinPiece & { readonly title: string; readonly name: string })[]
}
export const PlacesContext = createContext<Places>({ sections: [], files: [] })

export const pinPlacesOf = ({ sections, files }: Places) => ({
  sections,
  files: files.map(({ number, fileId }) => ({ number, fileId })),
})
