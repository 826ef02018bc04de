import type { Actor } from '../access/actor.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { isBlank } from '../kernel/clean-text.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { more } from '../kernel/count.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { placedOnScale } from './mark.ts'
import type { TypedEntry } from './mark.ts'
import type { PinPlaces, PinRefusal } from '../nomination/pin.ts'
import { pinnedEntries } from './pinned.ts'
import { entryFor } from './sheet.ts'
import type { ScoreSheet, SheetEntry, SheetFacts } from './sheet.ts'
import { mayWriteSheet } from './sheet-gate.ts'
import type { SheetGateReason } from './sheet-gate.ts'
import { sheetProblems } from './sheet-problems.ts'
import type { SheetProblems } from './sheet-problems.ts'

/** No pins were written, so no places were read. */
const NOWHERE: PinPlaces = { sections: [], files: [] }

/** What the juror typed: the whole sheet, with the version that the form was shown. */
export type SheetDraft = {
  readonly version: number
  readonly entries: readonly TypedEntry[]
  readonly privateNotes: string
  readonly remark: string
}
export type SheetChange = {
  readonly sheet: ScoreSheet
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

/**
 * Digest of the sheet for the log. It must be keyed (HMAC): four criteria of five levels have 625 contents, so a
 * plain hash in the log would give the scores away.
 */
export type KeyedDigest = (text: string) => string

export const sheetEntry = (act: Act, sheet: ScoreSheet, facts: Facts): EntryDraft => ({
  act,
  subject: { type: 'score-sheet', id: sheet.id },
  campaignId: sheet.campaignId,
  facts: {
    nominationId: sheet.nominationId,
    seatId: sheet.seatId,
    version: sheet.version,
    round: sheet.round,
    ...facts,
  },
})

export const digestOf = (sheet: ScoreSheet, digest: KeyedDigest): string =>
  digest(JSON.stringify([sheet.id, sheet.round, sheet.entries, sheet.privateNotes, sheet.remark]))

/**
 * Stores a draft as it stands, with its gaps: refused are a level that is not on the scale, because no honest form
 * can send it, and at their field typed points that fall on no step and pins that cannot be read. `problems` says what still prevents sealing.
 */
export function saveScores(
  facts: SheetFacts,
  actor: Actor,
  draft: SheetDraft,
  now: Instant,
  digest: KeyedDigest,
): Result<
  SheetChange & { readonly problems: SheetProblems },
  SheetGateReason | 'score-off-scale' | 'off-grid' | PinRefusal
> {
  const gate = mayWriteSheet(facts, actor, draft.version, now)
  if (!gate.ok) return gate
  const pinned = pinnedEntries(draft.entries, facts.places ?? NOWHERE, facts.sheet.entries)
  if (!pinned.ok) return pinned
  const placed = placedOnScale(facts.rubric, pinned.value)
  if (!placed.ok) return placed
  const entries = placed.value
  const problems = sheetProblems(facts.rubric, entries)
  const offScale = [...problems.offScale, ...problems.unknown]
  if (offScale.length > 0)
    return refuse(
      'score-off-scale',
      { criteria: offScale },
      fieldsFor(offScale, 'scores', 'errors.score.outOfScale'),
    )
  const { privateNotes, remark } = draft
  const sheet = { ...facts.sheet, entries, privateNotes, remark, version: more(facts.sheet.version, 1) }
  const entry = sheetEntry('scoreSheetSaved', sheet, { digest: digestOf(sheet, digest) })
  return ok({ sheet, entry, notices: [], problems })
}

/** What stands in a sheet, as far as a save writes it. */
export type Standing = Pick<ScoreSheet, 'entries' | 'privateNotes' | 'remark'>

/** The database names the parts of a pin in an order of its own. */
function isSame(sent: SheetEntry, stands: SheetEntry | undefined): boolean {
  const [first, second] = [sent, stands].map((entry) =>
    entry === undefined ? undefined : canonicalJson({ ...entry, pins: entry.pins ?? [] }),
  )
  return first?.ok === true && second?.ok === true && first.value === second.value
}

/**
 * What still prevents sealing where all that was sent stands in the sheet already; null where some of it does not. The
 * save was done and its answer lost on the way: sent again, over the version it was first sent over, it is no conflict.
 */
export function alreadySaved(
  facts: Pick<SheetFacts, 'rubric' | 'places'>,
  draft: SheetDraft,
  standing: Standing,
): SheetProblems | null {
  if (draft.privateNotes !== standing.privateNotes || draft.remark !== standing.remark) return null
  const pinned = pinnedEntries(draft.entries, facts.places ?? NOWHERE, standing.entries)
  const placed = pinned.ok ? placedOnScale(facts.rubric, pinned.value) : pinned
  if (!placed.ok) return null
  const isStanding = (entry: SheetEntry): boolean => isSame(entry, entryFor(standing, entry.criterion))
  return placed.value.every(isStanding) ? sheetProblems(facts.rubric, placed.value) : null
}

/** Points a refusal at the fields of the form, one per criterion. */
export const fieldsFor = (criteria: readonly string[], group: string, key: string): Record<string, string> =>
  Object.fromEntries(criteria.map((criterion) => [`${group}.${criterion}`, key]))

/**
 * The juror declines to judge and says why. Not a recusal: the juror stays in the quorum and in the room
 * (scoring.md section 1.3). The draft's entries are kept in the log's version, not counted.
 */
export function abstainFromSheet(
  facts: SheetFacts,
  actor: Actor,
  request: { readonly version: number; readonly reason: string },
  now: Instant,
): Result<SheetChange, SheetGateReason | 'reason-required'> {
  const gate = mayWriteSheet(facts, actor, request.version, now)
  if (!gate.ok) return gate
  const reason = request.reason.trim()
  if (isBlank(reason)) return refuse('reason-required', {}, { reason: 'errors.required' })
  const sheet: ScoreSheet = {
    ...facts.sheet,
    state: 'abstained',
    reason,
    version: more(facts.sheet.version, 1),
  }
  return ok({
    sheet,
    entry: sheetEntry('scoreSheetAbstained', sheet, { reasonLength: reason.length }),
    notices: [],
  })
}
