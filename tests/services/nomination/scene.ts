import { randomUUID } from 'node:crypto'
import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import type { AnswerValue } from '#app/domain/nomination/answers.ts'
import { dossierContent } from '#app/domain/nomination/revision.ts'
import type { Context } from '#app/services/context.ts'
import type { Seen } from '#app/services/nomination/act-on-nomination.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { hashWith } from '#app/services/nomination/rules-of.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { FULL_ANSWERS } from '#tests/support/builders/dossier.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import type { TestDb } from '#tests/support/db.ts'

export const DAY_OF_WORK: Instant = instant(GIVEN_OPENING + 5 * 86_400_000)
export const NOWHERE = '00000000-0000-4000-8000-00000000dead'
export const newKey = (): string => randomUUID()

/** The stories of these tests: a campaign, a body with its two people, a draft, and short ways through the acts. */
export function createScene(test: TestDb, ctx: Context) {
  const given = createGiven(test)

  const fill = async (
    nominationId: string,
    changes: Readonly<Record<string, AnswerValue>> = {},
  ): Promise<void> => {
    for (const [field, value] of Object.entries({ ...FULL_ANSWERS, ...changes })) {
      await given.insert('answer', {
        nomination_id: nominationId,
        field,
        value: JSON.stringify(value),
        version: 1,
        updated_by: NOWHERE,
        updated_at: new Date(DAY_OF_WORK),
      })
    }
  }

  // Each campaign has a year of its own: numbers of one year are shared by its campaigns.
  let year = 2030
  const campaignIn = (phase: Phase = 'nominations') => given.campaign({ phase, year: (year += 1) })

  const stage = async (of: { phase?: Phase; state?: string; complete?: boolean; category?: string } = {}) => {
    const campaign = await campaignIn(of.phase)
    const body = await given.administration()
    const editor = await given.applicant(body.id, 'editor')
    const signatory = await given.applicant(body.id, 'signatory')
    const nomination = await given.nomination({
      campaign,
      administration: body.id,
      state: of.state ?? 'draft',
    })
    if (of.complete !== false) await fill(nomination.id)
    return {
      campaign,
      body,
      editor,
      signatory,
      nomination,
      closesAt: campaign.regulation.calendar.nominationsClose,
    }
  }

  /** What the visa page would show now. */
  const digestOf = async (nominationId: string): Promise<string> => {
    const found = await loadNomination(ctx.db.applicant, nominationId, 'read')
    if (!found) throw new Error('no such nomination')
    return hashWith(ctx)(dossierContent(await loadDossierFacts(ctx.db.applicant, found)))
  }

  /** What a page of the dossier would carry now. */
  const seen = async (nominationId: string): Promise<Seen> => {
    const { rows } = await test.owner.query('SELECT version FROM nomination WHERE id = $1', [nominationId])
    return { nominationId, version: Number(rows[0]?.version) }
  }

  const submitted = async (phase: Phase = 'nominations') => {
    const scene = await stage()
    await requestVisa(ctx, scene.editor, await seen(scene.nomination.id))
    const result = await submitNomination(ctx, scene.signatory, {
      nominationId: scene.nomination.id,
      received: DAY_OF_WORK,
      seenDigest: await digestOf(scene.nomination.id),
      key: newKey(),
    })
    if (!result.ok) throw new Error(`the scene was refused: ${result.reason}`)
    if (phase !== 'nominations') {
      await test.owner.query('UPDATE campaign SET phase = $2 WHERE id = $1', [scene.campaign.id, phase])
    }
    return { ...scene, receipt: result.value }
  }

  const stateOf = async (nominationId: string): Promise<string> => {
    const { rows } = await test.owner.query<{ state: string }>('SELECT state FROM nomination WHERE id = $1', [
      nominationId,
    ])
    return rows[0]?.state ?? 'absent'
  }
  const count = async (table: string, where = 'true', values: readonly unknown[] = []): Promise<number> => {
    const { rows } = await test.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      [...values],
    )
    return rows[0]?.n ?? 0
  }
  const entriesAbout = async (id: string): Promise<string[]> => {
    const { rows } = await test.owner.query<{ act: string }>(
      'SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [id],
    )
    return rows.map((row) => row.act)
  }
  const noticesAbout = async (id: string): Promise<string[]> => {
    const { rows } = await test.owner.query<{ notice: string }>(
      `SELECT notice FROM outbox WHERE facts->>'nominationId' = $1 ORDER BY created_at, id`,
      [id],
    )
    return rows.map((row) => row.notice)
  }
  const stranger = async (): Promise<Actor> => given.applicant((await given.administration()).id)

  return {
    given,
    campaignIn,
    fill,
    stage,
    submitted,
    digestOf,
    seen,
    stateOf,
    count,
    entriesAbout,
    noticesAbout,
    stranger,
  }
}
