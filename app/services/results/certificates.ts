import type { DocumentRow } from '#app/adapters/db/documents.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import { documentNumber } from '#app/domain/document/document.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { PrizeType } from '#app/domain/campaign/regulation.ts'
import type {
  Snapshot,
  SnapshotCategory,
  SnapshotSlot,
  SnapshotWinner,
} from '#app/domain/results/snapshot.ts'
import { checkUrl } from '#app/services/check-url.ts'
import type { Context } from '#app/services/context.ts'
import type { CertificateRecord } from '#app/services/ports.ts'

type Won = {
  readonly category: SnapshotCategory
  readonly slot: SnapshotSlot
  readonly winner: SnapshotWinner
}

/** Every prize that was given, in the order of the regulation: one certificate for each laureate. */
const prizesOf = (snapshot: Snapshot): readonly Won[] =>
  snapshot.categories.flatMap((category) =>
    category.slots.flatMap((slot) => slot.winners.map((winner) => ({ category, slot, winner }))),
  )

function recordFor(
  ctx: Context,
  campaign: Campaign,
  { category, slot, winner }: Won,
  head: { readonly sequence: number; readonly issuedAt: Instant },
): CertificateRecord {
  const code = checkCode(ctx.crypto.randomBytes(CHECK_CODE_BYTES))
  const number = documentNumber('laureate_certificate', campaign.year, head.sequence)
  if (!code.ok || !number.ok) throw new Error('a certificate cannot be numbered')
  return {
    ...{ number: number.value, checkCode: code.value, checkUrl: checkUrl(ctx, code.value) },
    ...{ issuedAt: head.issuedAt, place: null, year: campaign.year, synthetic: campaign.synthetic },
    authority: campaign.regulation.organiser,
    award: campaign.regulation.awardName,
    prize: slot.label,
    prizeType: slot.type as PrizeType,
    category: category.name,
    recipient: winner.administration.name,
    service: winner.title,
    citation: null,
    signatory: null,
  }
}

/**
 * The documents of the laureates' certificates, with the hash of the PDF that each record gives. Pressed before the
 * transaction; the bytes are made again from the record whenever somebody asks.
 */
export async function certificatesFor(
  ctx: Context,
  campaign: Campaign,
  snapshot: Snapshot,
  from: { readonly taken: number; readonly issuedAt: Instant },
): Promise<readonly DocumentRow[]> {
  const documents: DocumentRow[] = []
  for (const [at, won] of prizesOf(snapshot).entries()) {
    const record = recordFor(ctx, campaign, won, { sequence: from.taken + at + 1, issuedAt: from.issuedAt })
    const { sha256 } = await ctx.press.press('certificate', record)
    documents.push({
      ...{
        id: ctx.ids.rowId(),
        kind: 'laureate_certificate',
        number: record.number,
        checkCode: record.checkCode,
      },
      ...{ campaignId: campaign.id, subjectId: won.winner.nominationId, record, sha256 },
      isPublic: true,
      createdAt: from.issuedAt,
    })
  }
  return documents
}
