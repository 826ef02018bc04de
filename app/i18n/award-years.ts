import { legalTransitions, writeTransitions } from './legal-zone.ts'

const FROM = Date.UTC(2020, 0, 1)
const UNTIL = Date.UTC(2031, 0, 1)
let found: string | null = null

/** The legal hours of the years that work pages show, read once from the server's zone tables (`readTransitions`). */
export const awardYears = (): string => (found ??= writeTransitions(legalTransitions(FROM, UNTIL)))
