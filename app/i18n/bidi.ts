const FSI = '\u2068'
const PDI = '\u2069'

/**
 * A run whose direction is its own, for places without markup (subjects, titles, plain text).
 * In markup use <bdi> or <Reference>. Unicode UAX 9, section 2.6.
 */
export const isolate = (text: string): string => `${FSI}${text}${PDI}`

/** Directional controls that must not be typed into a catalogue or a name (UAX 9; also an attack, CVE-2021-42574). */
export const DIRECTIONAL_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
export const withoutControls = (text: string): string =>
  text.replace(new RegExp(DIRECTIONAL_CONTROLS.source, 'gu'), '')
