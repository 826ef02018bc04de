import { awardNow } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { importArchivedEdition, recordArchiveGaps } from '#app/services/campaign/import-archived-edition.ts'
import { castApplicants } from './demonstration/applicants.ts'
import { playCampaignEvaluated } from './demonstration/campaign-evaluated.ts'
import { playCampaignInDeliberation } from './demonstration/campaign-in-deliberation.ts'
import { playCampaignInEvaluation } from './demonstration/campaign-in-evaluation.ts'
import { playCampaignInSecondRound } from './demonstration/campaign-in-second-round.ts'
import { playOpenCampaign } from './demonstration/campaign-open.ts'
import { castPlayers } from './play/cast.ts'
import { planEdition } from './play/edition-plan.ts'
import { must } from './play/must.ts'
import { playEdition } from './play/play-edition.ts'
import { moveClock, type Stage } from './play/stage.ts'
import { RECORD, recordedEdition } from './record.ts'

/** The edition that the demonstration replays in the place of its imported row. */
const REPLAYED = 2021

/**
 * Everything the demonstration shows: the archive, one replayed edition, a campaign in the middle of its evaluation,
 * one in deliberation, one before its meeting, one in its second round and one whose nominations are open. `say` hears a
 * line before each stage. The clock is given back at the end.
 */
export async function seedDemonstration(stage: Stage, say: (line: string) => void): Promise<void> {
  const { ctx } = stage
  await moveClock(stage, null)
  const now = await awardNow(ctx.db.office)
  say('Demonstration: the archive of past editions …')
  for (const edition of RECORD.filter(({ year }) => year !== REPLAYED))
    must(`import ${edition.year}`, await importArchivedEdition(ctx, SYSTEM_ACTOR, edition))
  must(
    'record the gaps',
    await recordArchiveGaps(
      ctx,
      RECORD.map(({ year }) => year),
    ),
  )
  say(`Demonstration: the edition of ${REPLAYED}, replayed …`)
  const edition = recordedEdition(REPLAYED)
  if (!edition) throw new Error(`the record has no edition of ${REPLAYED}`)
  const plan = planEdition(edition)
  await moveClock(stage, plan.regulation.calendar.nominationsOpen)
  const cast = await castPlayers(stage)
  await playEdition(stage, cast, plan)
  say('Demonstration: a campaign in the middle of its evaluation …')
  const applicants = await castApplicants(stage, cast)
  await playCampaignInEvaluation(stage, cast, applicants, now)
  say('Demonstration: a campaign in deliberation …')
  await playCampaignInDeliberation(stage, cast, applicants, now)
  say('Demonstration: a campaign between its evaluation and its meeting …')
  await playCampaignEvaluated(stage, cast, applicants, now)
  say('Demonstration: a campaign in its second round …')
  await playCampaignInSecondRound(stage, cast, applicants, now)
  say('Demonstration: a campaign open for nominations …')
  await playOpenCampaign(stage, cast, applicants, now)
  await moveClock(stage, null)
}
