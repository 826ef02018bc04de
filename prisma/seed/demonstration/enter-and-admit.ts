import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { atOnce } from '../play/at-once.ts'
import type { Cast } from '../play/cast.ts'
import { signDossier } from '../play/enter.ts'
import { screen } from '../play/screen.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { daysAfter } from './calendar.ts'
import { writeInvented } from './enter-dossiers.ts'

export type Play = {
  readonly stage: Stage
  readonly cast: Cast
  readonly campaignId: string
  readonly regulation: Regulation
  readonly entered: readonly string[]
}

/** As many dossiers as asked, one of each applicant, deposited a month after the opening and admitted after the closing. */
export async function enterAndAdmit(
  play: Omit<Play, 'entered'>,
  applicants: readonly Applicant[],
  of: { readonly count: number; readonly category: string; readonly firstIndex: number },
): Promise<readonly string[]> {
  const { stage, cast, campaignId, regulation } = play
  const { ctx } = stage
  const { nominationsOpen: opensAt, nominationsClose } = regulation.calendar
  await moveClock(stage, daysAfter(opensAt, 30))
  // One after the other: readers are assigned in the order of the drafts, and with them figures and ranks stand or fall.
  const entered = await atOnce([...Array(of.count).keys()], 1, async (at) => {
    const applicant = applicants[at]
    if (!applicant) throw new RangeError('too few applicants')
    const { signatory, administrationId } = applicant
    const { category, firstIndex } = of
    const dossier = { index: firstIndex + at, category, administrationId, hasEvidence: at % 4 === 0 }
    const { nominationId } = await writeInvented(stage, signatory, { campaignId, opensAt }, dossier)
    await signDossier(ctx, signatory, nominationId)
    return nominationId
  })
  await moveClock(stage, nominationsClose)
  await closeNominations(ctx)
  await moveClock(stage, daysAfter(nominationsClose, 6))
  const [one, other] = cast.clerks
  const clerks = [await actorFor(stage, one.personId), await actorFor(stage, other.personId)] as const
  const checks = regulation.screening.checks.map(({ code }) => code)
  await atOnce(entered, 3, (nominationId) => screen(ctx, clerks, { nominationId, checks, failing: null }))
  return entered
}
