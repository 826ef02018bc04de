import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export type AnswerValue = Prisma.JsonValue
export type StoredAnswer = {
  readonly field: string
  readonly value: AnswerValue
  readonly version: number
  readonly updatedBy: string
  readonly updatedAt: Instant
}

export async function loadAnswers(tx: Tx, nominationId: string): Promise<readonly StoredAnswer[]> {
  const rows = await tx.answer.findMany({
    where: { nominationId },
    select: { field: true, value: true, version: true, updatedBy: true, updatedAt: true },
    orderBy: { field: 'asc' },
  })
  return rows.map((row) => ({ ...row, updatedAt: instantOf(row.updatedAt) }))
}

/** Writes the fields that changed; the caller holds the nomination's lock and decided on these very versions. */
export async function storeAnswers(tx: Tx, nominationId: string, answers: readonly StoredAnswer[]): Promise<void> {
  for (const { field, value, version, updatedBy, updatedAt } of answers) {
    await tx.$executeRaw`
      INSERT INTO answer (nomination_id, field, value, version, updated_by, updated_at)
      VALUES (${nominationId}::uuid, ${field}, ${JSON.stringify(value)}::jsonb, ${version}, ${updatedBy}::uuid, ${toDate(updatedAt)})
      ON CONFLICT (nomination_id, field) DO UPDATE SET value = excluded.value, version = excluded.version,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`
  }
}

export type RescuedRow = {
  readonly id: string
  readonly field: string
  readonly value: AnswerValue
  readonly personId: string
  readonly at: Instant
}

/** The texts that lost: kept beside the answer until somebody has chosen. */
export async function storeRescued(tx: Tx, nominationId: string, rescued: readonly RescuedRow[]): Promise<void> {
  if (rescued.length === 0) return
  await tx.rescuedText.createMany({
    data: rescued.map(({ value, at, ...row }) => ({
      ...row,
      nominationId,
      value: value as Prisma.InputJsonValue,
      at: toDate(at),
    })),
  })
}

export async function loadRescued(tx: Tx, nominationId: string): Promise<readonly RescuedRow[]> {
  const rows = await tx.rescuedText.findMany({
    where: { nominationId },
    select: { id: true, field: true, value: true, personId: true, at: true },
    orderBy: { at: 'desc' },
    take: 200,
  })
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }))
}

export type Partner = {
  readonly id: string
  readonly administrationId: string | null
  readonly name: Readonly<Record<string, string>>
  readonly position: number
}

export async function loadPartners(tx: Tx, nominationId: string): Promise<readonly Partner[]> {
  const rows = await tx.nominationPartner.findMany({
    where: { nominationId },
    select: { id: true, administrationId: true, name: true, position: true },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => ({ ...row, name: row.name as Record<string, string> }))
}

/** The partner list is an answer of the dossier; these rows mirror it, because conflicts of interest look at them. */
export async function storePartners(tx: Tx, nominationId: string, partners: readonly Partner[]): Promise<void> {
  await tx.nominationPartner.deleteMany({ where: { nominationId } })
  if (partners.length > 0) await tx.nominationPartner.createMany({ data: partners.map((partner) => ({ ...partner, nominationId })) })
}
