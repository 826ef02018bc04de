import { insertDocuments } from '#app/adapters/db/documents.ts'
import type { DossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { insertVersion, takeReceiptNumber } from '#app/adapters/db/dossiers.ts'
import { seriesPlaceOf } from '#app/adapters/db/nomination-entry.ts'
import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import { documentNumber } from '#app/domain/document/document.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { DossierVersion } from '#app/domain/nomination/revision.ts'
import { checkUrl } from '../check-url.ts'
import type { Context } from '../context.ts'
import type { ReceiptRecord } from '#app/domain/document/records.ts'
import type { Unit } from '../run.ts'

export type Deposited = {
  readonly nominationId: string
  readonly receiptNumber: string
  readonly documentId: string
  readonly version: number
  readonly receivedAt: Instant
}

/** A second campaign of a year begins its receipts at 100001, so that two receipts never bear one number. */
const SERIES_LENGTH = 100_000

/**
 * `AR-2026-0012`: the receipts of a campaign are numbered without a gap, under its row lock. With the phase under that
 * lock: the campaign may have turned since it was read.
 */
export async function nextReceipt(
  { tx }: Unit,
  { campaign }: NominationCase,
): Promise<{ readonly receiptNumber: string; readonly phase: Phase }> {
  const { taken, phase } = await takeReceiptNumber(tx, campaign.id)
  const sequence = (await seriesPlaceOf(tx, campaign.id)) * SERIES_LENGTH + taken
  const number = documentNumber('receipt', campaign.year, sequence)
  if (!number.ok) throw new Error(`receipt ${sequence} of ${campaign.year} has no number`)
  return { receiptNumber: number.value, phase }
}

function newCheckCode(ctx: Context): string {
  const code = checkCode(ctx.crypto.randomBytes(CHECK_CODE_BYTES))
  if (!code.ok) throw new Error('a check code takes ten bytes')
  return code.value
}

const recordOf = (
  ctx: Context,
  found: NominationCase,
  facts: DossierFacts,
  signatory: Actor,
  dossier: DossierVersion,
): ReceiptRecord => {
  const code = newCheckCode(ctx)
  const { campaign } = found
  return {
    number: dossier.receiptNumber,
    checkCode: code,
    checkUrl: checkUrl(ctx, code),
    issuedAt: dossier.receivedAt,
    place: null,
    authority: campaign.regulation.organiser,
    award: campaign.regulation.awardName,
    year: campaign.year,
    synthetic: campaign.synthetic,
    reference: found.nomination.reference,
    version: dossier.number,
    receivedAt: dossier.receivedAt,
    closesAt: found.closesAt,
    title: found.nomination.title,
    category: found.category.name,
    administration: found.administration.name,
    partners: facts.partners.map(({ name }) => name),
    signatory: { name: signatory.name, capacity: null },
    dossierSha256: dossier.hash,
    files: dossier.content.evidence.map(({ fileName, size, sha256 }) => ({
      name: fileName,
      bytes: size,
      sha256,
    })),
  }
}

/** Writes the frozen version and the record of its receipt; the PDF is pressed from the record when it is asked for. */
export async function depositDossier(
  ctx: Context,
  { tx, now }: Unit,
  found: NominationCase,
  facts: DossierFacts,
  by: { readonly actor: Actor; readonly dossier: DossierVersion },
): Promise<Deposited> {
  const { dossier } = by
  await insertVersion(tx, dossier, now)
  const record = recordOf(ctx, found, facts, by.actor, dossier)
  const documentId = ctx.ids.rowId()
  await insertDocuments(tx, [
    {
      id: documentId,
      kind: 'receipt',
      number: record.number,
      checkCode: record.checkCode,
      campaignId: found.campaign.id,
      subjectId: found.nomination.id,
      record,
      sha256: null,
      isPublic: false,
      createdAt: now,
    },
  ])
  return {
    nominationId: found.nomination.id,
    receiptNumber: record.number,
    documentId,
    version: dossier.number,
    receivedAt: dossier.receivedAt,
  }
}
