/** What stands between a decision and the names it concerns: French sets a space before it that no line breaks. */
export const COLON = { fr: '\u00A0: ', ar: ': ', en: ': ', zgh: ': ' } as const
