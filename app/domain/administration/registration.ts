import { isBilingual } from '../campaign/bilingual.ts'
import { cleanLocalized } from '../campaign/localized-edit.ts'
import { ok, refuse } from '../kernel/result.ts'
import { ADMINISTRATION_TYPES } from './administration.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { Administration, AdministrationState, AdministrationType } from './administration.ts'

export type AskedBody = {
  readonly id: string
  readonly name: Localized
  readonly type: string
  readonly parentId: string | null
}
type Registered<A> = { readonly administration: A; readonly entry: EntryDraft }
export type RequestBodyReason = 'unreadable-text' | 'name-missing' | 'type-unknown' | 'already-registered'
export type SettleBodyReason = 'not-requested'

const isType = (text: string): text is AdministrationType =>
  (ADMINISTRATION_TYPES as readonly string[]).includes(text)

const entryFor = (act: Act, body: Administration): EntryDraft => ({
  act,
  subject: { type: 'administration', id: body.id },
  campaignId: null,
  facts: { type: body.type },
})

/**
 * Asks for a public body to enter the register, so that somebody may act for it. Refuses a name that lacks Arabic or
 * French (the official names exist in both), a type outside the list, and a body of the same name (`namesakes`).
 */
export function requestBody(
  asked: AskedBody,
  namesakes: readonly { readonly id: string }[],
): Result<Registered<Administration>, RequestBodyReason> {
  const name = cleanLocalized(asked.name, 'line')
  if (!name.ok) {
    const fields = Object.entries(name.fields).map(([lang, message]) => [`name.${lang}`, message])
    return refuse('unreadable-text', {}, Object.fromEntries(fields))
  }
  if (!isBilingual(name.value)) {
    const missing = (['ar', 'fr'] as const).filter((lang) => name.value[lang] === undefined)
    return refuse(
      'name-missing',
      {},
      Object.fromEntries(missing.map((lang) => [`name.${lang}`, 'errors.required'])),
    )
  }
  if (!isType(asked.type)) return refuse('type-unknown', {}, { type: 'errors.choice' })
  if (namesakes.length > 0) return refuse('already-registered', {}, { 'name.fr': 'errors.duplicate' })
  const administration: Administration = {
    id: asked.id,
    name: name.value,
    names: [{ name: name.value, from: null, until: null }],
    type: asked.type,
    parentId: asked.parentId,
    state: 'requested',
  }
  return ok({ administration, entry: entryFor('administrationRequested', administration) })
}

/** Enters a requested body in the register, or turns it away. Refuses one already settled. */
export function settleBody<A extends Administration>(
  administration: A,
  to: Exclude<AdministrationState, 'requested'>,
): Result<Registered<A>, SettleBodyReason> {
  if (administration.state !== 'requested') return refuse('not-requested', { state: administration.state })
  const settled: A = { ...administration, state: to }
  const act = to === 'approved' ? 'administrationApproved' : 'administrationRefused'
  return ok({ administration: settled, entry: entryFor(act, settled) })
}

/** Nobody acts for a body that is not in the register. */
export const mayBeActedFor = (state: AdministrationState): Result<true, 'administration-not-approved'> =>
  state === 'approved' ? ok(true) : refuse('administration-not-approved', { state })
