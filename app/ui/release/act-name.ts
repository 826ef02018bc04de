import type { Translator } from '#app/i18n/instance.ts'

/** The words of an act of the log; a name of an older version, which has none any more, stands as it is written. */
export const actName = (t: Translator, act: string): string => {
  const key = `results.acts.${act}`
  return t.has(key) ? t(key) : act
}

/** In which quality somebody acted; likewise. */
export const handName = (t: Translator, role: string): string => {
  const key = `results.trail.role.${role}`
  return t.has(key) ? t(key) : role
}
