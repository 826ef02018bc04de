import type { Campaign, RegulationVersion } from '#app/domain/campaign/campaign.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'
import { frozenRules } from './frozen-rules.ts'
import type { Prisma } from './generated/client.ts'

type Names = { readonly rowId: () => string }
type Latest = {
  readonly id: string
  readonly number: number
  readonly document: Regulation
  readonly hash: string | null
  readonly frozenAt: Instant | null
  readonly adoptedHash: string | null
}

const json = (document: Regulation): Prisma.InputJsonValue => document as unknown as Prisma.InputJsonValue

type LatestRow = Omit<Latest, 'document' | 'frozenAt'> & {
  readonly document: Regulation | null
  readonly frozenAt: Date | null
}

/** The newest regulation of a campaign: its draft in preparation, else the frozen version in force. */
export async function latestRegulation(client: Client | Tx, campaignId: string): Promise<Latest | null> {
  const [row] = await client.$queryRaw<LatestRow[]>`
    SELECT id, number, hash, frozen_at AS "frozenAt", adopted_hash AS "adoptedHash",
      CASE WHEN state = 'frozen' THEN NULL ELSE document END AS document
    FROM regulation_version WHERE campaign_id = ${campaignId}::uuid ORDER BY number DESC LIMIT 1`
  if (!row) return null
  const { id, number, hash, adoptedHash } = row
  const document = row.document ?? (await frozenRules(client, { id, hash: hash ?? '' }))
  return { id, number, document, hash, frozenAt: row.frozenAt && instantOf(row.frozenAt), adoptedHash }
}

export async function insertDraft(
  tx: Tx,
  ids: Names,
  campaign: Campaign,
  by: string,
  now: Instant,
): Promise<void> {
  await tx.regulationVersion.create({
    data: {
      id: ids.rowId(),
      campaignId: campaign.id,
      number: campaign.regulationVersion,
      state: 'draft',
      document: json(campaign.regulation),
      createdAt: toDate(now),
      createdBy: by,
    },
  })
}

/** Writes the draft anew. An adoption of another wording is void, and is taken away. */
export async function storeDraft(tx: Tx, campaignId: string, document: Regulation): Promise<void> {
  await tx.regulationVersion.updateMany({
    where: { campaignId, state: 'draft' },
    data: { document: json(document), adoptedHash: null, adoptedBy: null, adoptedAt: null },
  })
}

export async function storeAdoption(
  tx: Tx,
  campaignId: string,
  adoption: { readonly hash: string; readonly by: string; readonly now: Instant },
): Promise<void> {
  await tx.regulationVersion.updateMany({
    where: { campaignId, state: 'draft' },
    data: { adoptedHash: adoption.hash, adoptedBy: adoption.by, adoptedAt: toDate(adoption.now) },
  })
}

/** The draft becomes the version in force. */
export async function freezeDraft(tx: Tx, version: RegulationVersion): Promise<void> {
  await tx.regulationVersion.updateMany({
    where: { campaignId: version.campaignId, number: version.number, state: 'draft' },
    data: { state: 'frozen', hash: version.hash, frozenAt: toDate(version.frozenAt) },
  })
}

/** A later frozen version, with the notice that says why. */
export async function insertFrozen(
  tx: Tx,
  ids: Names,
  version: RegulationVersion,
  by: string,
): Promise<void> {
  await tx.regulationVersion.create({
    data: {
      id: ids.rowId(),
      campaignId: version.campaignId,
      number: version.number,
      state: 'frozen',
      document: json(version.document),
      hash: version.hash,
      ...(version.reason === null ? {} : { notice: version.reason }),
      createdAt: toDate(version.frozenAt),
      createdBy: by,
      frozenAt: toDate(version.frozenAt),
    },
  })
}

/** Rows that mirror the regulation's categories and slots by code, so that nominations can point at them. */
export async function syncCategories(
  tx: Tx,
  ids: Names,
  campaignId: string,
  regulation: Regulation,
): Promise<void> {
  for (const [position, rule] of regulation.categories.entries()) {
    const category = await tx.category.upsert({
      where: { campaignId_code: { campaignId, code: rule.code } },
      create: { id: ids.rowId(), campaignId, code: rule.code, name: rule.name, position },
      update: { name: rule.name, position },
      select: { id: true },
    })
    for (const [place, slot] of rule.slots.entries()) {
      const same = { type: slot.type, label: slot.label, position: place }
      await tx.prizeSlot.upsert({
        where: { categoryId_code: { categoryId: category.id, code: slot.code } },
        create: { id: ids.rowId(), categoryId: category.id, code: slot.code, ...same },
        update: same,
      })
    }
  }
}
