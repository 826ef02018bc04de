import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Answer, AnswerValue } from '#app/domain/nomination/answers.ts'
import type { KeptText } from '#app/domain/nomination/merge-answer.ts'
import type { RescuedText } from '#app/domain/nomination/save-answers.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

type Names = { readonly rowId: () => string }

export async function loadAnswers(client: Client | Tx, nominationId: string): Promise<readonly Answer[]> {
  const rows = await client.answer.findMany({
    where: { nominationId },
    select: { field: true, value: true, version: true, updatedBy: true, updatedAt: true },
    orderBy: { field: 'asc' },
  })
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue, updatedAt: instantOf(row.updatedAt) }))
}

/** Writes the fields that changed; the caller holds the nomination's lock and decided on these very versions. */
export async function storeAnswers(tx: Tx, nominationId: string, answers: readonly Answer[]): Promise<void> {
  for (const { field, value, version, updatedBy, updatedAt } of answers) {
    await tx.$executeRaw`
      INSERT INTO answer (nomination_id, field, value, version, updated_by, updated_at)
      VALUES (${nominationId}::uuid, ${field}, ${JSON.stringify(value)}::jsonb, ${version}, ${updatedBy}::uuid, ${toDate(updatedAt)})
      ON CONFLICT (nomination_id, field) DO UPDATE SET value = excluded.value, version = excluded.version,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`
  }
}

export type RescuedRow = RescuedText & { readonly id: string }

/** The texts that lost: kept beside the answer until somebody has chosen. */
export async function storeRescued(tx: Tx, rescued: readonly RescuedRow[]): Promise<void> {
  if (rescued.length === 0) return
  await tx.rescuedText.createMany({
    data: rescued.map(({ value, at, ...row }) => ({
      ...row,
      value: value as Prisma.InputJsonValue,
      at: toDate(at),
    })),
  })
}

export async function loadRescued(client: Client | Tx, nominationId: string): Promise<readonly RescuedRow[]> {
  const rows = await client.rescuedText.findMany({
    where: { nominationId, settledAt: null },
    select: { id: true, nominationId: true, field: true, value: true, personId: true, at: true },
    orderBy: { at: 'desc' },
    take: 200,
  })
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue, at: instantOf(row.at) }))
}

/** One kept text of a nomination, settled or not; null when there is none of this id. */
export async function loadKept(tx: Tx, nominationId: string, id: string): Promise<KeptText | null> {
  const row = await tx.rescuedText.findFirst({
    where: { id, nominationId },
    select: { id: true, field: true, settledAt: true },
  })
  return row && { id: row.id, field: row.field, settled: row.settledAt !== null }
}

/** The team has chosen: the text stays on record and is no longer an open conflict. */
export async function settleRescued(tx: Tx, nominationId: string, id: string, at: Instant): Promise<void> {
  await tx.rescuedText.updateMany({
    where: { id, nominationId, settledAt: null },
    data: { settledAt: toDate(at) },
  })
}

/** A partner as a name that was typed, tied to a known administration when the name is its official one. */
export type Partner = {
  readonly id: string
  readonly administrationId: string | null
  readonly name: Localized
}

export async function loadPartners(client: Client | Tx, nominationId: string): Promise<readonly Partner[]> {
  const rows = await client.nominationPartner.findMany({
    where: { nominationId },
    select: { id: true, administrationId: true, name: true },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => ({ ...row, name: row.name as Localized }))
}

const ARABIC = /\p{Script=Arabic}/u

/** Mirrors the list of partners of the dossier into rows, because conflicts of interest look at administrations. */
export async function storePartners(
  tx: Tx,
  ids: Names,
  nominationId: string,
  names: readonly string[],
): Promise<void> {
  await tx.nominationPartner.deleteMany({ where: { nominationId } })
  if (names.length === 0) return
  const known = await tx.$queryRaw<{ id: string; name: Localized; typed: string }[]>`
    SELECT a.id, a.name, t.typed FROM administration a JOIN unnest(${[...names]}::text[]) AS t (typed)
      ON lower(t.typed) IN (lower(a.name->>'ar'), lower(a.name->>'fr'), lower(a.acronym))
    WHERE a.state = 'approved' ORDER BY a.created_at`
  await tx.nominationPartner.createMany({
    data: names.map((typed, position) => {
      const body = known.find((row) => row.typed === typed)
      const name = body?.name ?? (ARABIC.test(typed) ? { ar: typed } : { fr: typed })
      return { id: ids.rowId(), nominationId, administrationId: body?.id ?? null, name, position }
    }),
  })
}
