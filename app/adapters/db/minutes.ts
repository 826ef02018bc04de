import type { Hash } from '#app/domain/audit/bytes.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import { minutesBlockers, type MinutesBlocker, type MinutesInput } from '#app/domain/deliberation/minutes.ts'
import type { Signature } from '#app/domain/deliberation/sign-minutes.ts'
import type { StoredFile } from '#app/services/ports.ts'
import { type Finalist, loadDecisions } from './awards.ts'
import type { Client, Tx } from './client.server.ts'
import { loadDissents } from './dissents.ts'
import { insertPdf } from './document-files.ts'
import type { DocumentRow } from './documents.ts'
import type { Prisma } from './generated/client.ts'
import type { Meeting } from './meetings.ts'
import { loadStandings } from './standings.ts'

/** The minutes as they would be composed now, and what still prevents signing them. */
export type MinutesCase = { readonly input: MinutesInput; readonly blockers: readonly MinutesBlocker[] }

async function commitmentsOf(tx: Tx, campaignId: string): Promise<{ root: string; size: number }> {
  const [row] = await tx.$queryRaw<{ root: string | null; size: number }[]>`
    SELECT c.sheet_root AS root, (SELECT count(*)::int FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      WHERE n.campaign_id = c.id AND s.state = 'sealed') AS size
    FROM campaign c WHERE c.id = ${campaignId}::uuid`
  return { root: row?.root ?? '', size: row?.size ?? 0 }
}

export async function loadMinutesCase(
  tx: Tx,
  meeting: Meeting,
  softwareVersion: string,
  hash: Hash,
): Promise<Result<MinutesCase>> {
  const { campaign, session, rankings, seatIds, quorum, recusals } = meeting
  const standings = await loadStandings(tx, campaign.id, hash)
  if (!standings.ok) return standings
  const { root, size } = await commitmentsOf(tx, campaign.id)
  const input: MinutesInput = {
    ...{ session, rankings, seatIds, quorum, recusals, softwareVersion },
    recusedAtOpening: new Map(meeting.items.map(({ id, recused }) => [id, recused])),
    regulationHash: campaign.regulationHash ?? '',
    commitmentRoot: root,
    commitmentSize: size,
    scores: new Map([...standings.value].map(([code, { scores }]) => [code, scores])),
    decisions: await loadDecisions(tx, campaign.id),
    dissents: (await loadDissents(tx, session.id)).filter(({ withdrawnAt }) => withdrawnAt === null),
  }
  const recomputed = new Map([...standings.value].map(([code, { ranking }]) => [code, ranking]))
  return ok({ input, blockers: minutesBlockers(input, slotsOnAgenda(meeting), recomputed) })
}

/** By category, the slots that this meeting has to decide. */
const slotsOnAgenda = ({ items }: Meeting): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(items, (item) => item.category)].map(([code, of]) => [
      code,
      of.map((one) => one.slotCode),
    ]),
  )

/** Under which names minutes speak of their files, by nomination. */
export type NamedFiles = Readonly<Record<string, Pick<Finalist, 'title' | 'administration'>>>

export type MinutesRow = {
  readonly id: string
  readonly state: 'draft' | 'signing' | 'signed'
  readonly hash: string
  readonly documentId: string
  readonly number: string
  readonly pdfSha256: string
  readonly createdAt: Instant
  readonly signedAt: Instant | null
  readonly signatures: readonly Signature[]
  /** Empty in minutes of before these names were kept. */
  readonly named: NamedFiles
  /** Ids of the dissents that it was drafted with; none in minutes from before they could be asked for. */
  readonly dissents: readonly string[]
}
type Raw = Omit<MinutesRow, 'createdAt' | 'signedAt' | 'signatures'> & {
  createdAt: Date
  signedAt: Date | null
  signatures: { personId: string; as: Signature['as']; documentHash: string; at: number }[]
}

/** The newest minutes of a session with the exact document and its signatures. */
export async function loadMinutes(client: Client | Tx, sessionId: string): Promise<MinutesRow | null> {
  const [row] = await client.$queryRaw<Raw[]>`
    SELECT m.id, m.state, m.hash, d.id AS "documentId", d.number, d.sha256 AS "pdfSha256", m.created_at AS "createdAt",
      m.signed_at AS "signedAt", coalesce(m.content -> 'named', '{}') AS named, coalesce(m.content -> 'dissents', '[]') AS dissents,
      coalesce((SELECT jsonb_agg(jsonb_build_object('personId', g.person_id, 'as', g.role,
        'documentHash', g.pdf_sha256, 'at', (extract(epoch FROM g.signed_at) * 1000)::float8) ORDER BY g.signed_at, g.role)
        FROM minutes_signature g WHERE g.minutes_id = m.id), '[]') AS signatures
    FROM minutes m JOIN document d ON d.id = m.document_id
    WHERE m.session_id = ${sessionId}::uuid ORDER BY m.created_at DESC, m.id DESC LIMIT 1`
  if (!row) return null
  const signatures = row.signatures.map((one) => ({ ...one, at: one.at as Instant }))
  return {
    ...row,
    signatures,
    createdAt: instantOf(row.createdAt),
    signedAt: row.signedAt && instantOf(row.signedAt),
  }
}

/** How many documents of one series and year stand: the next takes the next number. */
export async function countSeries(client: Client | Tx, series: string, year: number): Promise<number> {
  return client.document.count({ where: { number: { startsWith: `${series}-${year}-` } } })
}

/** The pressed file, its numbered document and the minutes that it is the exact text of. */
export async function insertMinutes(
  tx: Tx,
  minutes: {
    readonly id: string
    readonly sessionId: string
    readonly content: Facts
    readonly named: NamedFiles
    readonly hash: string
    readonly document: DocumentRow
    readonly file: StoredFile & { readonly id: string; readonly by: string }
    readonly at: Instant
  },
): Promise<void> {
  const { document, file } = minutes
  const at = toDate(minutes.at)
  await insertPdf(tx, { ...file, number: document.number, at: minutes.at })
  const { id, kind, number, checkCode, campaignId, subjectId, sha256 } = document
  await tx.document.create({
    data: {
      ...{ id, kind, number, checkCode, campaignId, subjectId, sha256, fileId: file.id },
      record: document.record as Prisma.InputJsonValue,
      public: document.isPublic,
      createdAt: at,
    },
  })
  const { sessionId, hash } = minutes
  const content = { ...minutes.content, named: minutes.named } as Prisma.InputJsonObject
  const row = { id: minutes.id, sessionId, hash, documentId: id, state: 'draft', createdAt: at }
  await tx.minutes.create({ data: { ...row, content } })
}

export async function storeSignature(
  tx: Tx,
  minutesId: string,
  signed: { readonly signature: Signature; readonly phrase: string; readonly complete: boolean },
): Promise<void> {
  const { signature, phrase, complete } = signed
  const at = toDate(signature.at)
  await tx.minutesSignature.create({
    data: {
      ...{
        minutesId,
        personId: signature.personId,
        role: signature.as,
        phrase,
        pdfSha256: signature.documentHash,
      },
      signedAt: at,
    },
  })
  await tx.minutes.update({
    where: { id: minutesId },
    data: complete ? { state: 'signed', signedAt: at } : { state: 'signing' },
    select: { id: true },
  })
}
