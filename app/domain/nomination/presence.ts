import { DEFAULT_FORM } from './default-form.ts'

/** Those who write a file and those who screen it are told of their own side alone. */
export const PRESENCE_SIDES = ['team', 'office'] as const
export type PresenceSide = (typeof PRESENCE_SIDES)[number]

/** Somebody else who has the file open: where in it, by the code of a section; empty elsewhere. */
export type PersonHere = { readonly id: string; readonly name: string; readonly place: string }

/** A page says every 30 seconds that it is looked at; who has missed two such words is gone. */
export const SAID_EVERY_SECONDS = 30
export const GONE_AFTER_SECONDS = 75

/** A place that a page may name: a section of the form. */
export const placeOf = (said: string): string =>
  DEFAULT_FORM.sections.some(({ code }) => code === said) ? said : ''
