import { type Instant, toIso } from '../kernel/instant.ts'
import type { Facts, Result } from '../kernel/result.ts'
import { canonicalJson } from './canonical-json.ts'
import type { EntryDraft } from './entry.ts'

/** Who, when and from where, already without names: a keyed digest stands for the person and for the address. */
export type EntryAuthor = {
  readonly pseudonym: (personId: string) => string
  readonly actorId: string
  readonly role: string
  readonly from: string | null
  readonly at: Instant
  /** Random, hexadecimal: without it the hash of a short entry could be guessed. */
  readonly salt: string
}

/** Facts that name a person do so under one of these names. */
export const isPersonFact = (name: string): boolean => /personId$/i.test(name) || name === 'promoted'

const unnamed = (facts: Facts, pseudonym: EntryAuthor['pseudonym']): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      isPersonFact(name) && typeof value === 'string' && value !== '' ? pseudonym(value) : value,
    ]),
  )

/**
 * The canonical text of an entry (RFC 8785) before it has its place. `treeIndex`, which comes last in that order, is
 * added by the database under the lock of the log. Refused: facts without a canonical form.
 */
export const entryText = (entry: EntryDraft, author: EntryAuthor): Result<string, 'not-canonical'> =>
  canonicalJson({
    act: entry.act,
    actor: author.pseudonym(author.actorId),
    at: toIso(author.at),
    campaign: entry.campaignId,
    facts: unnamed(entry.facts, author.pseudonym),
    from: author.from,
    role: author.role,
    salt: author.salt,
    subject:
      entry.subject.type === 'person'
        ? { ...entry.subject, id: author.pseudonym(entry.subject.id) }
        : entry.subject,
  })

/**
 * Acts that the public pages show anyway, so that their text stands in the public log. Everything else stays a hash:
 * an act on a sheet, a ballot, a recusal or a decision would betray it.
 */
const DISCLOSED: readonly EntryDraft['act'][] = [
  'phaseChanged',
  'deadlineExtended',
  'sheetRootPublished',
  'bundlePublished',
]
export const isDisclosed = (entry: EntryDraft): boolean => DISCLOSED.includes(entry.act)
