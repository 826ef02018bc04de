import { randomUUID } from 'node:crypto'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { aDossier } from '#tests/support/builders/dossier.ts'
import type { Given } from '#tests/support/given.ts'

type Of = {
  readonly body: string
  readonly signatory: string
  readonly clerks: readonly string[]
  readonly at: Date
}

const LATER = 30 * 86_400_000

/**
 * A campaign in its screening: a file nobody decided, one that waits for the second hand, one asked to change its category,
 * one asked for what is missing, complete again.
 */
export async function aDesk(given: Given, { body, signatory, clerks, at }: Of) {
  const campaign = await given.campaign({ phase: 'screening', slug: 'instruite' })
  for (const person of clerks) await given.grant({ person, role: 'secretariat', campaign: campaign.id })
  const file = async (state: 'submitted' | 'completion_requested' = 'submitted'): Promise<string> => {
    const { id } = await given.nomination({ campaign, administration: body, state })
    await given.insert('dossier_version', {
      ...{ id: randomUUID(), nomination_id: id, number: 1, kind: 'submission', hash: 'd'.repeat(64) },
      content: {
        form: DEFAULT_FORM.version,
        answers: aDossier().map(({ field, value }) => ({ field, value })),
        evidence: [],
      },
      ...{ received_at: at, receipt_number: `R-${id}`, signatory_id: signatory, created_at: at },
    })
    return id
  }
  const [undecided, proposed, asked] = [await file(), await file(), await file()]
  const completing = await file('completion_requested')
  for (const { field, value } of aDossier())
    await given.insert('answer', {
      ...{ nomination_id: completing, field, value: JSON.stringify(value), version: 1 },
      ...{ updated_by: signatory, updated_at: at },
    })
  await given.insert('completion_request', {
    ...{ id: randomUUID(), nomination_id: completing, reasons: ['evidence-missing'], message: 'Un texte.' },
    ...{ requested_by: randomUUID(), requested_at: at, due_at: new Date(at.getTime() + LATER) },
  })
  await given.insert('screening_decision', {
    ...{ id: randomUUID(), nomination_id: proposed, outcome: 'inadmissible', reasons: ['other'] },
    ...{ comment: 'Un texte.', state: 'proposed', proposed_by: randomUUID(), proposed_at: at },
  })
  const [from, to] = Object.values(campaign.categories)
  await given.insert('category_proposal', {
    ...{ id: randomUUID(), nomination_id: asked, from_category_id: from, to_category_id: to },
    ...{ reason_ar: 'نص.', reason_fr: 'Un texte.', state: 'open', proposed_by: randomUUID() },
    ...{ proposed_at: at, due_at: new Date(at.getTime() + LATER) },
  })
  return { undecided, proposed, asked, completing }
}
