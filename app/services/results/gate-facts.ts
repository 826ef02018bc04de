import type { FinalisationFacts } from '#app/domain/campaign/gate.ts'
import type { Release } from '#app/domain/results/publication.ts'

/**
 * What the gate of the phase asks, once `finalisationBlockers` (which looks closer: at rankings, sheets and the second
 * tally) has found nothing. The approvals are those of this very snapshot.
 */
export const gateFacts = (release: Release): FinalisationFacts => ({
  undecidedSlots: [],
  unbrokenTies: [],
  openSessions: [],
  unsignedMinutes: [],
  openCorrections: [],
  shadowTallyEqual: true,
  releaseAt: release.embargoUntil,
  approvers: release.approvals
    .filter(({ snapshotHash }) => snapshotHash === release.snapshotHash)
    .map(({ personId }) => personId),
})
