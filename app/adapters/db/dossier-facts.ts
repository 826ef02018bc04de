import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { SubmitFacts } from '#app/domain/nomination/submit-nomination.ts'
import { loadAnswers, loadPartners } from './answers.ts'
import type { Client, Tx } from './client.server.ts'
import { type EvidenceRow, loadEvidence } from './evidence.ts'
import { loadCircle, type NominationCase } from './nominations.ts'

export type DossierFacts = Omit<SubmitFacts, 'evidence'> & { readonly evidence: readonly EvidenceRow[] }

/** Everything a visa, a deposit or a completeness check is decided on. */
export async function loadDossierFacts(client: Client | Tx, found: NominationCase): Promise<DossierFacts> {
  const { nomination, campaign, administration } = found
  const partners = await loadPartners(client, nomination.id)
  return {
    nomination,
    context: await loadCircle(client, found),
    form: DEFAULT_FORM,
    regulationHash: campaign.regulationHash ?? '',
    limits: campaign.regulation.participation.evidence,
    answers: await loadAnswers(client, nomination.id),
    evidence: await loadEvidence(client, nomination.id),
    administration: { id: administration.id, name: administration.name },
    partners: partners.map(({ id, administrationId, name }) => ({
      id: administrationId ?? name.ar ?? name.fr ?? id,
      name,
    })),
  }
}
