import { categoriesApart, isOfBodies } from '#app/adapters/db/own-files.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { bodiesOf } from '#app/domain/access/own-files.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import type { CategoryRule } from '#app/domain/campaign/regulation.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type ChairPanel, panelView } from './panel-view.ts'

/** The page tells the pairs of jurors that agree least; their file tells all that are kept. */
const PAIRS_SHOWN = 15

export type ChairJuror = {
  readonly name: string
  readonly sheets: number
  readonly mean: number
  readonly severity: { readonly value: number; readonly se: number } | null
  readonly consistency: number | null
  readonly rangeRatio: number | null
}
export type ChairSheet = {
  readonly reference: string
  readonly title: Localized
  readonly juror: string
  readonly residual: number
}
export type ChairCategory = {
  readonly code: string
  readonly name: Localized
  /** Null while the worker has not made the figures. */
  readonly figures: {
    readonly jurors: readonly ChairJuror[]
    readonly unusual: readonly ChairSheet[]
    readonly severity: AdviceDocument['severity']
    readonly agreement: AdviceDocument['agreement']
    readonly concordance: NonNullable<AdviceDocument['concordance']> | null
    readonly reliability: AdviceDocument['reliability']
    readonly reserves: AdviceDocument['reserves']
    readonly panel: ChairPanel | null
  } | null
}
export type ChairFigures = {
  readonly campaignId: string
  readonly campaign: Localized
  /** Those who preside read all of it; an auditor, and the organiser after release, not the test of interests. */
  readonly presides: boolean
  /** A category is left out whole before the release: whoever reads acts for a body that competes in it. */
  readonly hidesOwn: boolean
  readonly categories: readonly ChairCategory[]
}

type Head = { phase: Phase; name: Localized; closed: boolean; charter: boolean }
type CategoryRow = {
  id: string
  code: string
  name: Localized
  rules: CategoryRule | null
  document: AdviceDocument | null
}
type FileRow = { id: string; reference: string; title: Localized; hidden: boolean }

async function headOf(tx: Tx, campaignId: string, personId: string): Promise<Head | undefined> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT c.phase, c.award_name AS name,
      NOT (c.phase = 'presentations' AND EXISTS (SELECT 1 FROM shortlist l WHERE l.campaign_id = c.id)) AND (c.phase <> 'evaluation'
        OR award_now() >= to_timestamp((SELECT (document -> 'calendar' ->> 'evaluationCloses')::float8
        FROM regulation_version WHERE campaign_id = c.id AND state = 'frozen' ORDER BY number DESC LIMIT 1) / 1000)) AS closed,
      EXISTS (SELECT 1 FROM seat s WHERE s.campaign_id = c.id AND s.person_id = ${personId}::uuid
        AND s.charter_signed_at IS NOT NULL) AS charter
    FROM campaign c WHERE c.id = ${campaignId}::uuid`
  return head
}

const categoriesOf = (tx: Tx, campaignId: string) => tx.$queryRaw<CategoryRow[]>`
  SELECT k.id, k.code, k.name, (SELECT a.document FROM tally t LEFT JOIN advice a ON a.tally_id = t.id
    WHERE t.category_id = k.id ORDER BY t.computed_at DESC, t.id DESC LIMIT 1) AS document,
    (SELECT jsonb_path_query_first(r.document, '$.categories[*] ? (@.code == $code)', jsonb_build_object('code', k.code))
      FROM regulation_version r WHERE r.campaign_id = k.campaign_id AND r.state = 'frozen'
      ORDER BY r.number DESC LIMIT 1) AS rules
  FROM category k WHERE k.campaign_id = ${campaignId}::uuid ORDER BY k.position`

/** Files whose sheets stand out, with those hidden from the reader marked. */
const filesOf = (tx: Tx, ids: readonly string[], actor: Actor) => tx.$queryRaw<FileRow[]>`
  SELECT n.id, n.reference, n.title, EXISTS (SELECT 1 FROM recusal r JOIN seat h ON h.id = r.seat_id
    WHERE r.nomination_id = n.id AND r.lifted_at IS NULL AND h.person_id = ${actor.personId}::uuid)
    OR ${isOfBodies(bodiesOf(actor))} AS hidden
  FROM nomination n WHERE n.id = ANY(${ids}::uuid[])`

const namesOf = (tx: Tx, campaignId: string) => tx.$queryRaw<{ id: string; name: string }[]>`
  SELECT s.id, coalesce(p.name, s.code) AS name FROM seat s LEFT JOIN person p ON p.id = s.person_id
  WHERE s.campaign_id = ${campaignId}::uuid`

function figuresOf(
  document: AdviceDocument,
  nameOf: (seatId: string) => string,
  files: ReadonlyMap<string, FileRow>,
  panel: ChairPanel | null,
): ChairCategory['figures'] {
  const { severity, agreement, concordance = null, reliability, reserves } = document
  return {
    ...{ severity, agreement, concordance, reliability, reserves, panel },
    jurors: document.jurors
      .map(({ seatId, sheets, mean, severity: own, consistency, rangeRatio }) => ({
        ...{ name: nameOf(seatId), sheets, mean, severity: own, consistency, rangeRatio },
      }))
      .sort((a, b) => (a.severity?.value ?? 0) - (b.severity?.value ?? 0)),
    unusual: document.unusual.flatMap(({ nominationId, seatId, residual }) => {
      const file = files.get(nominationId)
      if (!file || file.hidden) return []
      return [{ reference: file.reference, title: file.title, juror: nameOf(seatId), residual }]
    }),
  }
}

/**
 * Severity, agreement and unusual sheets for whoever presides, open once evaluation has closed and never to the
 * organiser before release (product.md section 5). Advisory; by name, and so never on the room's screen.
 */
export const chairFigures = (
  ctx: Context,
  actor: Actor,
  campaignId: string,
  most = PAIRS_SHOWN,
): Promise<Result<ChairFigures>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<ChairFigures>> => {
    const head = await headOf(tx, campaignId, actor.personId)
    if (!head) return refuse('not-found')
    const permit = decide(actor, 'spread.read', {
      campaignId,
      phase: head.phase,
      charterSigned: head.charter,
      deputises: seatIn(actor, campaignId)?.role === 'deputy',
      evaluationClosed: head.closed,
    })
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const apart = await categoriesApart(tx, actor, { id: campaignId, phase: head.phase })
    const categories = (await categoriesOf(tx, campaignId)).filter(({ code }) => !apart.has(code))
    const ids = categories.flatMap(({ document }) => document?.unusual.map((one) => one.nominationId) ?? [])
    const files = new Map((await filesOf(tx, ids, actor)).map((file) => [file.id, file]))
    const names = new Map((await namesOf(tx, campaignId)).map(({ id, name }) => [id, name]))
    const nameOf = (seatId: string): string => names.get(seatId) ?? seatId
    const presides = permit.value.as === 'chair' || permit.value.as === 'deputy'
    return ok({
      ...{ campaignId, presides, hidesOwn: apart.size > 0 },
      campaign: head.name,
      categories: categories.map(({ code, name, rules, document }) => ({
        ...{ code, name },
        figures:
          document &&
          figuresOf(document, nameOf, files, panelView(document, { rules, presides, most, nameOf })),
      })),
    })
  })
