import type { Localized } from '../kernel/localized.ts'

/**
 * The title a replayed nomination carries when no source names its project (2005, one laureate). The dossier asks for
 * a title; the published record shows none.
 */
export const UNNAMED_PROJECT = {
  ar: 'مشروع لم تذكر المصادر عنوانه',
  fr: 'Projet dont les sources ne donnent pas le nom',
} as const satisfies Localized

export const isUnnamed = (title: Localized): boolean => title.fr === UNNAMED_PROJECT.fr
