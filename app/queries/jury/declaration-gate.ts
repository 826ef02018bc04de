import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { automaticExclusions, type Body, conflictHints, type HintCause } from '#app/domain/jury/conflict.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { decodeCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type ToDeclare = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly lead: Localized
  readonly partners: readonly Localized[]
  readonly hints: readonly HintCause[]
}
export type DeclarationGate = { readonly campaignId: string; readonly page: Page<ToDeclare> }
type Row = {
  id: string
  reference: string
  title: Localized
  lead: Localized
  partner_names: Localized[]
  lead_body: Body
  partner_bodies: Body[]
  own_body: Body | null
}
/** What ties the juror to a file beside the bodies, as `jury_ties` of the database tells it. */
type Ties = { id: string; own_domain: string; mail_domains: string[]; is_own: boolean }

/**
 * What a juror sees before any content opens: title, lead and partners of each file not declared yet. Files of the
 * juror's own bodies are not offered: they close by themselves.
 */
export async function declarationGate(
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly after: string | null },
): Promise<Result<DeclarationGate>> {
  const held = seatIn(actor, input.campaignId)
  if (!held) return refuse('not-found')
  const from = decodeCursor(input.after)?.value ?? ''
  const read = await readAs(ctx.db.jury, actor.personId, async (tx) => {
    const seat = await tx.seat.findUnique({
      where: { id: held.seatId },
      select: { charterSignedAt: true, campaign: { select: { phase: true } } },
    })
    const rows = await tx.$queryRaw<Row[]>`
      SELECT n.id, n.reference, n.title, l.name AS lead,
        jsonb_build_object('administrationId', l.id, 'supervisingId', l.parent_id) AS lead_body,
        coalesce((SELECT jsonb_agg(p.name ORDER BY p.position) FROM nomination_partner p WHERE p.nomination_id = n.id), '[]') AS partner_names,
        coalesce((SELECT jsonb_agg(jsonb_build_object('administrationId', b.id, 'supervisingId', b.parent_id))
          FROM nomination_partner p JOIN administration b ON b.id = p.administration_id WHERE p.nomination_id = n.id), '[]') AS partner_bodies,
        (SELECT jsonb_build_object('administrationId', o.id, 'supervisingId', o.parent_id)
          FROM seat t JOIN administration o ON o.id = t.institution_id WHERE t.id = ${held.seatId}::uuid) AS own_body
      FROM nomination n JOIN administration l ON l.id = n.administration_id
      WHERE n.campaign_id = ${input.campaignId}::uuid AND n.state = 'admissible' AND n.reference > ${from}
        AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = ${held.seatId}::uuid AND i.nomination_id = n.id)
      ORDER BY n.reference LIMIT ${PAGE_SIZE + 1}`
    const ids = rows.map(({ id }) => id)
    const ties = await tx.$queryRaw<Ties[]>`
      SELECT nomination_id AS id, own_domain, mail_domains, is_own FROM jury_ties(${ids}::uuid[])`
    return { seat, rows, ties: new Map(ties.map((one) => [one.id, one])) }
  })
  const access = {
    campaignId: input.campaignId,
    phase: (read.seat?.campaign.phase ?? null) as Phase | null,
    charterSigned: read.seat?.charterSignedAt != null,
  }
  const permit = decide(actor, 'interests.read', access)
  if (!permit.ok) return permit
  const page = pageOf(read.rows, (row) => ({ value: row.reference, id: row.id }))
  return ok({
    campaignId: input.campaignId,
    page: { next: page.next, rows: page.rows.flatMap((row) => offered(actor, row, read.ties.get(row.id))) },
  })
}

function offered(actor: Actor, row: Row, known: Ties | undefined): readonly ToDeclare[] {
  const { personId } = actor
  const juror = { personId, institution: row.own_body, mailDomain: known?.own_domain ?? '' }
  const ties = {
    nominationId: row.id,
    lead: row.lead_body,
    partners: row.partner_bodies,
    peopleIds: known?.is_own ? [personId] : [],
    mailDomains: known?.mail_domains ?? [],
  }
  if (automaticExclusions(juror, ties).length > 0) return []
  const { id, reference, title, lead, partner_names: partners } = row
  const hints = conflictHints(juror, ties).map((hint) => hint.cause)
  return [{ nominationId: id, reference, title, lead, partners, hints: [...new Set(hints)] }]
}
