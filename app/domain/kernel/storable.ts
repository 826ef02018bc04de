/** Whether a database can hold or compare this text: no U+0000, and no half of a letter (a lone surrogate). */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')
