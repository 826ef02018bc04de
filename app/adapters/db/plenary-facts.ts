import type { Tx } from './client.server.ts'
import { readersOf } from './assignments.ts'
import { organisersOf } from './grants.ts'
import { loadReferrals, loadSheetFigures } from './plenary.ts'
import { loadPresiding } from './presiding.ts'
import { isSecondRoundOpened, loadShortlist } from './shortlists.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { PlenaryReferral } from '#app/domain/scoring/plenary.ts'
import type { PlenaryFacts } from '#app/domain/scoring/send-to-plenary.ts'
import { unconflicted } from './own-files.ts'

/** Each sending and each taking back is one step: a page shows how many there were. */
const stepsOf = (referrals: readonly PlenaryReferral[]): number =>
  referrals.reduce((steps, { takenBackAt }) => steps + (takenBackAt === null ? 1 : 2), 0)

/** Whether the sheets of this file are being scored now, and in which round. */
async function roundOf(tx: Tx, { id, phase }: Campaign, nominationId: string) {
  const isSecondRound = await isSecondRoundOpened(tx, id)
  if (!isSecondRound) return { isSecondRound, isRoundOpen: phase === 'evaluation' }
  const shortlisted = await loadShortlist(tx, id)
  const isOn = shortlisted.some((one) => one.nominationId === nominationId)
  return { isSecondRound, isRoundOpen: phase === 'presentations' && isOn }
}

/** What the sending of an admitted file is decided on, for the act and for its page alike. Refused: no such file. */
export async function loadPlenaryFacts(
  tx: Tx,
  campaign: Campaign,
  file: { readonly id: string; readonly reference: string },
): Promise<Result<PlenaryFacts>> {
  const nominationId = file.id
  const round = await roundOf(tx, campaign, nominationId)
  const referrals = await loadReferrals(tx, nominationId)
  const live = referrals.find(({ takenBackAt }) => takenBackAt === null) ?? null
  // What was sent in a round that has closed keeps its figures; the tally of a second round does not hold it.
  const counted =
    live !== null && !round.isRoundOpen
      ? ok({ figures: live.figures, open: 0 })
      : await loadSheetFigures(tx, { campaignId: campaign.id, nominationId })
  if (!counted.ok) return counted
  const { calendar } = campaign.regulation
  const jury = await readersOf(tx, { id: nominationId, campaignId: campaign.id })
  return ok({
    ...{ campaignId: campaign.id, nominationId, reference: file.reference, ...round, ...counted.value },
    presiding: await loadPresiding(tx, nominationId),
    closesAt: round.isSecondRound ? calendar.deliberation : calendar.evaluationCloses,
    live,
    version: stepsOf(referrals),
    people: [...jury, ...(await unconflicted(tx, await organisersOf(tx, campaign.id), nominationId))],
  })
}
