import { randomUUID } from 'node:crypto'
import type { GivenCampaign } from '#tests/support/builders/given-campaign.ts'
import type { Given } from '#tests/support/given.ts'

const AT = new Date('2026-01-05T09:00:00Z')
const LATER = new Date('2026-01-12T16:30:00Z')

/** A file found inadmissible, with the appeal of its signatory, which nobody has answered. */
export async function anAppeal(
  given: Given,
  of: { readonly campaign: GivenCampaign; readonly body: string; readonly signatory: string },
): Promise<string> {
  const { campaign, body, signatory } = of
  const { id } = await given.nomination({ campaign, administration: body, state: 'inadmissible' })
  const decision = randomUUID()
  await given.insert('screening_decision', {
    ...{ id: decision, nomination_id: id, outcome: 'inadmissible', reasons: ['other'], state: 'validated' },
    ...{ proposed_by: randomUUID(), proposed_at: AT, settled_by: randomUUID(), settled_at: AT },
  })
  await given.insert('appeal', {
    ...{ id: randomUUID(), number: `RI-${randomUUID()}`, decision_id: decision, nomination_id: id },
    ...{ grounds: 'Un texte.', filed_by: signatory, filed_at: AT, until: LATER, due_at: LATER },
  })
  return id
}
