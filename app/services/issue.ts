import { type DocumentRow, insertDocuments, takeNumbers } from '#app/adapters/db/documents.ts'
import { type Issuer, loadIssuer } from '#app/adapters/db/issuers.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import { DOCUMENT_SERIES, documentNumber } from '#app/domain/document/document.ts'
import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import type { DocumentHead } from '#app/domain/document/records.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { checkUrl } from './check-url.ts'
import type { Context } from './context.ts'
import type { Unit } from './run.ts'

/** What a kind says, without the head that every document bears. */
export type Body<K extends MadeKind> = Omit<DocumentRecords[K], keyof DocumentHead>
/** A document to be made. `subjectId`: the thing it is about, whose readers may read it. */
export type Draft = {
  readonly [K in MadeKind]: {
    readonly kind: K
    readonly subjectId: string
    readonly isPublic: boolean
    readonly body: Body<K>
  }
}[MadeKind]
export type Issued = Pick<DocumentRow, 'id' | 'kind' | 'number' | 'subjectId'>

type Making = Pick<Context, 'ids' | 'crypto' | 'origin'>

function headOf(ctx: Making, issuer: Issuer, number: string, issuedAt: Instant): DocumentHead {
  const code = checkCode(ctx.crypto.randomBytes(CHECK_CODE_BYTES))
  if (!code.ok) throw new Error('a check code takes ten bytes')
  return {
    ...{ number, checkCode: code.value, checkUrl: checkUrl(ctx, code.value), issuedAt, place: null },
    ...{ authority: issuer.organiser, award: issuer.awardName },
    ...{ year: issuer.year, synthetic: issuer.synthetic },
  }
}

const numbered = (kind: MadeKind, year: number, sequence: number): string => {
  const number = documentNumber(kind, year, sequence)
  if (!number.ok) throw new Error(`${kind} ${sequence} of ${year} has no number`)
  return number.value
}

/** The next number of each draft: one draw for each kind, so that a series has no gap. */
async function numbersOf({ tx }: Unit, issuer: Issuer, drafts: readonly Draft[]): Promise<readonly string[]> {
  const next = new Map<MadeKind, number>()
  for (const [kind, of] of Map.groupBy(drafts, (draft) => draft.kind)) {
    next.set(kind, await takeNumbers(tx, DOCUMENT_SERIES[kind], issuer.year, of.length))
  }
  return drafts.map(({ kind }) => {
    const sequence = next.get(kind) ?? 0
    next.set(kind, sequence + 1)
    return numbered(kind, issuer.year, sequence)
  })
}

/**
 * Writes the records of documents in the transaction of the act that makes them. Nothing is set here: the PDF comes
 * from the record when somebody first asks, and is kept from then on.
 */
export async function issueDocuments(
  ctx: Making,
  unit: Unit,
  campaignId: string,
  drafts: readonly Draft[],
): Promise<readonly Issued[]> {
  if (drafts.length === 0) return []
  const issuer = await loadIssuer(unit.tx, campaignId)
  const numbers = await numbersOf(unit, issuer, drafts)
  const rows = drafts.map(({ kind, subjectId, isPublic, body }, at): DocumentRow => {
    const head = headOf(ctx, issuer, numbers[at] ?? '', unit.now)
    return {
      ...{ id: ctx.ids.rowId(), kind, number: head.number, checkCode: head.checkCode },
      ...{ campaignId, subjectId, isPublic, record: { ...head, ...body }, sha256: null, createdAt: unit.now },
    }
  })
  await insertDocuments(unit.tx, rows)
  return rows
}
