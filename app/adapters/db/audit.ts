import type { Actor } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { entryText, isDisclosed } from '#app/domain/audit/entry-text.ts'
import { type Instant, toIso } from '#app/domain/kernel/instant.ts'
import type { Crypto } from '#app/services/ports.ts'
import type { Tx } from './client.server.ts'

const SALT_BYTES = 16
const PSEUDONYM_LENGTH = 32

type By = {
  readonly actor: Actor
  readonly role: string
  readonly now: Instant
  readonly crypto: Pick<Crypto, 'hmac' | 'randomBytes'>
}

function rowOf(entry: EntryDraft, { actor, role, now, crypto }: By) {
  const keyed = (purpose: string, value: string) => crypto.hmac(purpose, value).slice(0, PSEUDONYM_LENGTH)
  const { address } = actor.origin
  const text = entryText(entry, {
    pseudonym: (personId) => keyed('audit.person', personId),
    actorId: actor.personId,
    role,
    from: address === null ? null : keyed('audit.address', address),
    at: now,
    salt: Buffer.from(crypto.randomBytes(SALT_BYTES)).toString('hex'),
  })
  if (!text.ok) throw new Error(`audit entry ${entry.act} has no canonical form`)
  return {
    at: toIso(now),
    actorId: actor.personId,
    role,
    act: entry.act,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    campaignId: entry.campaignId,
    facts: entry.facts,
    requestId: actor.origin.requestId,
    address,
    disclosed: isDisclosed(entry),
    text: text.value,
  }
}

/**
 * Appends the entries of one act and holds the log until the transaction ends; the database gives them their places
 * and alone says when they were really written (`recordedAt`). The last thing an act does: it travels with the commit
 * (`pipelined.server.ts`), which fails when it fails.
 */
export async function appendEntries(tx: Tx, entries: readonly EntryDraft[], by: By): Promise<void> {
  if (entries.length === 0) return
  const rows = JSON.stringify(entries.map((entry) => rowOf(entry, by)))
  await tx.$executeRaw`SELECT append_audit_entries(${rows}::jsonb)`
}
