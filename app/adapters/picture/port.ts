/** A run of text as a picture sets it: a family of the house, its weight, its size in pixels. */
export type PictureText = {
  readonly text: string
  readonly family: string
  readonly weight: number
  readonly size: number
}
export type Painter = {
  /** SVG to PNG, with the fonts of the house alone: the same drawing gives the same bytes. */
  readonly paint: (svg: string) => Promise<Uint8Array>
  /** How wide each run stands once shaped, in pixels. */
  readonly widths: (texts: readonly PictureText[]) => Promise<readonly number[]>
  /** The mark that letters carry; painted once. */
  readonly mark: () => Promise<Uint8Array>
}

export type LetterPicture = {
  readonly cid: string
  readonly mediaType: 'image/png'
  readonly bytes: Uint8Array
}
