import { createContext } from 'react'

/** What the pins of one sheet may point at: the parts of its dossier by their codes, and its pieces, in the order of the page. */
export type Places = {
  readonly sections: readonly string[]
  readonly files: readonly { readonly fileId: string; readonly title: string; readonly name: string }[]
}
export const PlacesContext = createContext<Places>({ sections: [], files: [] })

export const pinPlacesOf = ({ sections, files }: Places) => ({
  sections,
  files: files.map(({ fileId }) => fileId),
})
