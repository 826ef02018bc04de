import { type Announced, MOST_ON_THE_WAY } from '#app/domain/evidence/announced.ts'
import type { Client, Tx } from './client.server.ts'

type Whose = { readonly nominationId: string; readonly personId: string }
export type IncomingUpload = Announced & {
  readonly id: string
  readonly received: number
  /** Once the file is whole and tied to the dossier. */
  readonly evidenceId: string | null
}

const columns = {
  id: true,
  title: true,
  claim: true,
  fileName: true,
  size: true,
  sha256: true,
  received: true,
  evidenceId: true,
} as const

/** An upload of this person to this dossier; anybody else's is not there. */
export const loadUpload = (
  client: Client,
  { id, nominationId, personId }: Whose & { readonly id: string },
): Promise<IncomingUpload | null> =>
  client.incomingUpload.findFirst({ where: { id, nominationId, personId }, select: columns })

/** What of this person waits for its other parts. */
export const uploadsOnTheWay = (
  client: Client,
  { nominationId, personId }: Whose,
): Promise<readonly IncomingUpload[]> =>
  client.incomingUpload.findMany({
    where: { nominationId, personId, evidenceId: null },
    select: columns,
    orderBy: { touchedAt: 'desc' },
    take: MOST_ON_THE_WAY,
  })

/**
 * Begins an upload, or finds the one of the same bytes that waits and goes on with it, under the title of now; one that
 * was attached and taken away since begins again. Null when too many wait already. One statement, by the real clock.
 */
export async function beginIncoming(
  client: Client,
  {
    id,
    nominationId,
    personId,
    title,
    claim,
    fileName,
    size,
    sha256,
  }: Announced & Whose & { readonly id: string },
): Promise<{ readonly id: string; readonly received: number } | null> {
  const [row] = await client.$queryRaw<{ id: string; received: number }[]>`
    INSERT INTO incoming_upload AS u
      (id, nomination_id, person_id, title, claim, file_name, size, sha256, received, touched_at)
    SELECT ${id}::uuid, ${nominationId}::uuid, ${personId}::uuid, ${title}, ${claim}, ${fileName}, ${size}::int,
      ${sha256}, 0, clock_timestamp()
    WHERE (SELECT count(*) FROM incoming_upload w WHERE w.nomination_id = ${nominationId}::uuid
      AND w.person_id = ${personId}::uuid AND w.evidence_id IS NULL AND w.sha256 <> ${sha256}) < ${MOST_ON_THE_WAY}
    ON CONFLICT (nomination_id, person_id, sha256) DO UPDATE SET
      title = excluded.title, claim = excluded.claim, file_name = excluded.file_name, size = excluded.size,
      touched_at = excluded.touched_at, evidence_id = NULL,
      id = CASE WHEN u.evidence_id IS NULL AND u.size = excluded.size THEN u.id ELSE excluded.id END,
      received = CASE WHEN u.evidence_id IS NULL AND u.size = excluded.size THEN u.received ELSE 0 END
    RETURNING u.id, u.received`
  return row ?? null
}

/** Says that a part has come; false when another came first. */
export const advanceIncoming = async (
  client: Client,
  { id, from, bytes }: { readonly id: string; readonly from: number; readonly bytes: number },
): Promise<boolean> =>
  (await client.$executeRaw`UPDATE incoming_upload SET received = ${from + bytes}::int, touched_at = clock_timestamp()
    WHERE id = ${id}::uuid AND received = ${from}::int AND evidence_id IS NULL`) === 1

export async function storeUploadAttached(tx: Tx, id: string, evidenceId: string): Promise<void> {
  await tx.incomingUpload.updateMany({ where: { id }, data: { evidenceId } })
}

export async function dropIncoming(client: Client, id: string): Promise<void> {
  await client.incomingUpload.deleteMany({ where: { id } })
}

/** Takes away what nobody has touched for a day, and says which, so that their bytes go too. */
export const dropAbandoned = (client: Client): Promise<readonly { readonly id: string }[]> =>
  client.$queryRaw<{ id: string }[]>`
    DELETE FROM incoming_upload WHERE touched_at < clock_timestamp() - interval '1 day' RETURNING id`
