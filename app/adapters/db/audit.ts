import type { Actor } from '#app/domain/access/actor.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { type Instant, toDate, toIso } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

type Digest = (content: Uint8Array) => string

/** The leaf of RFC 6962: SHA-256(0x00 ‖ canonical entry). */
function leafOf(entry: EntryDraft, actor: Actor, role: string, at: Instant, sha256: Digest): string {
  const text = canonicalJson({
    act: entry.act,
    actor: actor.personId,
    at: toIso(at),
    campaign: entry.campaignId,
    facts: entry.facts,
    role,
    subject: entry.subject,
  })
  if (!text.ok) throw new Error(`audit entry ${entry.act} has no canonical form`)
  return sha256(Buffer.concat([Buffer.from([0]), Buffer.from(text.value, 'utf8')]))
}

/** Appends the entries of one act; the database alone says when it was really written (`recordedAt`). */
export async function appendEntries(
  tx: Tx,
  entries: readonly EntryDraft[],
  by: { readonly actor: Actor; readonly role: string; readonly now: Instant; readonly sha256: Digest },
): Promise<void> {
  for (const entry of entries) {
    await tx.$executeRaw`
      INSERT INTO audit_entry (at, actor_id, actor_role, act, subject_type, subject_id, campaign_id, facts, request_id, address, leaf_hash)
      VALUES (${toDate(by.now)}, ${by.actor.personId}::uuid, ${by.role}, ${entry.act}, ${entry.subject.type}, ${entry.subject.id},
        ${entry.campaignId}::uuid, ${JSON.stringify(entry.facts)}::jsonb, ${by.actor.origin.requestId}, ${by.actor.origin.address},
        ${leafOf(entry, by.actor, by.role, by.now, by.sha256)})`
  }
}
