import type { Actor } from '../access/actor.ts'
import { hexOf } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import type { Instant } from '../kernel/instant.ts'
import { more } from '../kernel/count.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { commitSheet, SECOND_ROUND } from './commitment.ts'
import type { Commitment, CommittedSheet } from './commitment.ts'
import { fieldsFor, sheetEntry } from './score-sheet.ts'
import type { SheetChange } from './score-sheet.ts'
import type { ScoreSheet, SheetFacts } from './sheet.ts'
import { mayWriteSheet } from './sheet-gate.ts'
import type { SheetGateReason } from './sheet-gate.ts'
import { sheetProblems } from './sheet-problems.ts'

export type SealReason =
  | SheetGateReason
  | 'score-off-scale'
  | 'criterion-missing'
  | 'comment-required'
  | 'salt-length'
  | 'not-canonical'

/** The sealed version that is stored for ever: what was committed, and the salt that opens it. */
export type SealedVersion = Commitment & {
  readonly sheetId: string
  readonly round: number
  readonly saltHex: string
  readonly sealedAt: Instant
}

/** What this sheet commits to under that rubric. */
export const committedSheet = (sheet: ScoreSheet, rubricHash: string): CommittedSheet => ({
  campaign: sheet.campaignId,
  nomination: sheet.nominationId,
  rubric: rubricHash,
  levels: Object.fromEntries(
    sheet.entries.map(({ criterion, level }) => [criterion, level === null ? null : `${level}`]),
  ),
  version: `${sheet.round}`,
  sheet: sheet.sheetNumber,
  ...(sheet.isSecondRound ? { round: SECOND_ROUND } : {}),
})

/** Why the stored draft cannot be sealed yet; null when it is complete. */
function incompleteness(
  facts: SheetFacts,
): Result<null, 'score-off-scale' | 'criterion-missing' | 'comment-required'> {
  const { offScale, unknown, missing, commentless } = sheetProblems(facts.rubric, facts.sheet.entries)
  const wrong = [...offScale, ...unknown]
  if (wrong.length > 0)
    return refuse(
      'score-off-scale',
      { criteria: wrong },
      fieldsFor(wrong, 'scores', 'errors.score.outOfScale'),
    )
  if (missing.length > 0) {
    const fields = {
      ...fieldsFor(missing, 'scores', 'errors.score.missing'),
      ...fieldsFor(commentless, 'comments', 'errors.score.commentRequired'),
    }
    return refuse('criterion-missing', { criteria: missing }, fields)
  }
  if (commentless.length > 0) {
    const fields = fieldsFor(commentless, 'comments', 'errors.score.commentRequired')
    return refuse('comment-required', { criteria: commentless }, fields)
  }
  return ok(null)
}

/** The juror's receipt: the commitment, never a score. */
const receiptNotice = (actor: Actor, sheet: ScoreSheet, commitment: string): NoticeDraft => ({
  name: 'sheet-sealed',
  to: { personId: actor.personId },
  campaignId: sheet.campaignId,
  facts: { nominationId: sheet.nominationId, commitment },
})

/**
 * Makes the stored draft immutable and commits to it. The log keeps the commitment, never the levels.
 * A sheet with "cannot assess" may be sealed; under `exclude_sheet` it will not count (scoring.md section 1.4).
 */
export function sealSheet(
  facts: SheetFacts,
  actor: Actor,
  request: { readonly version: number; readonly salt: Uint8Array },
  now: Instant,
  hash: Hash,
): Result<SheetChange & { readonly sealed: SealedVersion }, SealReason> {
  const gate = mayWriteSheet(facts, actor, request.version, now)
  if (!gate.ok) return gate
  const complete = incompleteness(facts)
  if (!complete.ok) return complete
  const committed = commitSheet(committedSheet(facts.sheet, facts.rubricHash), request.salt, hash)
  if (!committed.ok) return committed
  const { commitment } = committed.value
  const sheet: ScoreSheet = {
    ...facts.sheet,
    state: 'sealed',
    version: more(facts.sheet.version, 1),
    sealedAt: now,
    commitment,
  }
  const sealed = {
    ...committed.value,
    sheetId: sheet.id,
    round: sheet.round,
    saltHex: hexOf(request.salt),
    sealedAt: now,
  }
  const entry = sheetEntry('scoreSheetSealed', sheet, { commitment })
  return ok({ sheet, sealed, entry, notices: [receiptNotice(actor, sheet, commitment)] })
}
