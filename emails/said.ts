/** A sentence with the values put into it kept apart: each has its own direction in HTML, none is lost in text. */
export type Piece = { readonly text: string; readonly own: boolean }
export type Said = readonly Piece[]

/** Signs of a private area stand around a value while the sentence is made; no fact may carry them. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
export const STRAY = /[\uE000\uE001]/gu

export const apart = (value: string): string => `${OPEN}${value}${CLOSE}`
export const pieces = (sentence: string): Said =>
  sentence
    .split(/(\uE000[^\uE001]*\uE001)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text: text.replace(STRAY, ''), own: text.startsWith(OPEN) }))
export const plainly = (said: Said): string => said.map(({ text }) => text).join('')
