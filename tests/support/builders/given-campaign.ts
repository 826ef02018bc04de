import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import { aRegulation } from './regulation.ts'
import { START, type Writer } from './writer.ts'

export type GivenCampaign = {
  readonly id: string
  readonly slug: string
  readonly regulationVersionId: string
  readonly regulation: Regulation
  /** Category code → row id. */
  readonly categories: Readonly<Record<string, string>>
}

/** 2026-11-02T08:00Z: the instant at which given campaigns open unless told otherwise. */
export const GIVEN_OPENING: Instant = instant(Date.UTC(2026, 10, 2, 8))

/** A campaign at any phase, its rules frozen unless it is in preparation. */
export function givenCampaign({ insert, next }: Writer) {
  const campaign = async (
    changes: {
      phase?: Phase
      slug?: string
      year?: number
      opensAt?: Instant
      regulation?: Regulation
      synthetic?: boolean
    } = {},
  ): Promise<GivenCampaign> => {
    const [id, regulationVersionId, number] = [randomUUID(), randomUUID(), next()]
    const phase = changes.phase ?? 'nominations'
    const slug = changes.slug ?? `campagne-${number}`
    const regulation = changes.regulation ?? aRegulation({ opensAt: changes.opensAt ?? GIVEN_OPENING })
    const frozen = phase !== 'preparation'
    const text = canonicalJson(regulation as unknown as JsonValue)
    const hash = createHash('sha256')
      .update(text.ok ? text.value : '')
      .digest('hex')
    await insert('campaign', {
      id,
      year: changes.year ?? 2026,
      slug,
      award_name: regulation.awardName,
      organiser: regulation.organiser,
      phase,
      phase_since: START,
      opens_at: frozen ? new Date(regulation.calendar.nominationsOpen) : null,
      closes_at: frozen ? new Date(regulation.calendar.nominationsClose) : null,
      synthetic: changes.synthetic ?? false,
      sources: [],
      created_at: START,
    })
    await insert('regulation_version', {
      id: regulationVersionId,
      campaign_id: id,
      number: 1,
      state: frozen ? 'frozen' : 'draft',
      document: regulation,
      hash: frozen ? hash : null,
      created_at: START,
      created_by: randomUUID(),
      frozen_at: frozen ? START : null,
      adopted_hash: hash,
    })
    const categories: Record<string, string> = {}
    for (const [position, rule] of (frozen ? regulation.categories : []).entries()) {
      const categoryId = (categories[rule.code] = randomUUID())
      await insert('category', {
        id: categoryId,
        campaign_id: id,
        code: rule.code,
        name: rule.name,
        position,
      })
      for (const [place, slot] of rule.slots.entries()) {
        const { code, type, label } = slot
        await insert('prize_slot', {
          id: randomUUID(),
          category_id: categoryId,
          code,
          type,
          label,
          position: place,
        })
      }
    }
    return { id, slug, regulationVersionId, regulation, categories }
  }

  return { campaign }
}
