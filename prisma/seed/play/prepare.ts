import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { adoptRegulation } from '#app/services/campaign/adopt-regulation.ts'
import { openCampaign } from '#app/services/campaign/open-campaign.ts'
import {
  prepareSyntheticCampaign,
  type SyntheticStart,
} from '#app/services/campaign/prepare-synthetic-campaign.ts'
import { type Cast, giveOffices } from './cast.ts'
import { must } from './must.ts'
import { seatJury } from './seat-jury.ts'
import { actorFor, type Stage } from './stage.ts'

export type PreparedCampaign = { readonly campaignId: string; readonly regulation: Regulation }

/** A campaign from preparation to the opening of nominations, offices given and (unless it is too early) jury seated. */
export async function prepareAndOpen(
  stage: Stage,
  cast: Cast,
  start: Omit<SyntheticStart, 'opensAt'>,
  hasJury = true,
): Promise<PreparedCampaign> {
  const { ctx } = stage
  const administrator = await actorFor(stage, cast.administrator.personId)
  const opensAt = start.regulation.calendar.nominationsOpen
  const { campaignId } = must(
    'prepare',
    await prepareSyntheticCampaign(ctx, administrator, { ...start, opensAt }),
  )
  await giveOffices(stage, cast, campaignId)
  const organiser = await actorFor(stage, cast.organiser.personId)
  must('adopt the regulation', await adoptRegulation(ctx, organiser, { campaignId, version: 1 }))
  must('open', await openCampaign(ctx, organiser, { campaignId, version: 2 }))
  if (hasJury) await seatJury(stage, cast, campaignId)
  return { campaignId, regulation: start.regulation }
}
