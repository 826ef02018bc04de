import {
  loadAnswers,
  loadRescued,
  storeAnswers,
  storePartners,
  storeRescued,
} from '#app/adapters/db/answers.ts'
import { loadNomination, storeTitle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { type Answer, fieldFor, sameValue } from '#app/domain/nomination/answers.ts'
import { cleanAnswer } from '#app/domain/nomination/clean-answer.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import {
  type Conflict,
  type FieldOutcome,
  rescueAll,
  type RescuedText,
  saveAnswers as decideSave,
  type Saved,
  type SaveReason,
  type Typed,
} from '#app/domain/nomination/save-answers.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { hashWith } from './rules-of.ts'
import { isSecret, sealed, withoutUntouchedSecrets } from './secret-answers.ts'

/** `mark` is the digest of what the page showed in the field: sent back as it was shown, it was not touched. */
export type Sent = Typed & { readonly mark?: string | undefined }
export type SaveInput = { readonly nominationId: string; readonly typed: readonly Sent[] }
export type SavedAnswers = Act<{
  /** Version and mark of each stored field, to send with the next save. */
  readonly marks: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, FieldOutcome>>
  readonly conflicts: readonly Conflict[]
}>
export type SaveAnswersReason = SaveReason | PermitReason

const form = DEFAULT_FORM

const MARK_LENGTH = 16

/** Puts the value beside a field that came back as it was shown. */
function withShown(ctx: Context, typed: readonly Sent[]): readonly Typed[] {
  return typed.map(({ mark, ...sent }) => {
    const field = fieldFor(form, sent.field)
    const cleaned = field && cleanAnswer(field, sent.value)
    if (!mark || !cleaned?.ok) return sent
    return hashWith(ctx)(cleaned.value).startsWith(mark) ? { ...sent, shown: cleaned.value } : sent
  })
}

/**
 * What the next save sends back, for the fields stored now. A field that a colleague changed keeps its old mark:
 * its page still shows the older text, and must not overwrite the newer one.
 */
const marksOf = (ctx: Context, answers: readonly Answer[]): Record<string, string> =>
  Object.fromEntries(
    answers.map(({ field, version, value }) => [
      field,
      `${version}-${hashWith(ctx)(value).slice(0, MARK_LENGTH)}`,
    ]),
  )

/** An autosave that repeats the same losing text keeps it once. */
async function newRescues(
  unit: Unit,
  nominationId: string,
  rescued: readonly RescuedText[],
): Promise<readonly RescuedText[]> {
  if (rescued.length === 0) return []
  const kept = await loadRescued(unit.tx, nominationId)
  return rescued.filter(
    (text) =>
      !kept.some(
        (old) =>
          old.field === text.field && old.personId === text.personId && sameValue(old.value, text.value),
      ),
  )
}

async function store(ctx: Context, unit: Unit, nominationId: string, saved: Saved): Promise<void> {
  const { tx } = unit
  await storeAnswers(
    tx,
    nominationId,
    saved.answers.map((answer) => sealed(ctx, form, nominationId, answer)),
  )
  await storeTitle(tx, nominationId, saved.title)
  const partners = saved.answers.find(({ field }) => field === 'partners')
  if (partners && Array.isArray(partners.value)) {
    await storePartners(
      tx,
      ctx.ids,
      nominationId,
      partners.value.filter((name): name is string => typeof name === 'string'),
    )
  }
  const rescued = await newRescues(unit, nominationId, saved.rescued)
  await storeRescued(
    tx,
    rescued.map((text) => sealed(ctx, form, nominationId, { ...text, id: ctx.ids.rowId() })),
  )
}

/** What the page may see of a colleague's text; a secret of either side is not shown. */
const shown = (conflict: Conflict): Conflict =>
  isSecret(form, conflict.field) ? { ...conflict, mine: '', theirs: '' } : conflict

const save = (
  ctx: Context,
  actor: Actor,
  input: SaveInput,
): Promise<Result<SavedAnswers, SaveAnswersReason>> =>
  run<SavedAnswers, SaveAnswersReason>(ctx, actor, { db: 'applicant', role: 'applicant' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, 'nomination.write', found)
    if (!permit.ok) return permit
    const answers = await loadAnswers(unit.tx, input.nominationId)
    const { campaign, closesAt, nomination } = found
    const { screeningEnds } = campaign.regulation.calendar
    const context = { campaign: { id: campaign.id, phase: campaign.phase, closesAt, screeningEnds } }
    const decision = decideSave(
      { nomination, context, form, answers },
      actor,
      withoutUntouchedSecrets(form, withShown(ctx, input.typed)),
      unit.now,
    )
    if (!decision.ok) return decision
    const saved = decision.value
    await store(ctx, unit, nomination.id, saved)
    const entries = saved.entry === null ? [] : [saved.entry]
    return ok({
      marks: marksOf(ctx, saved.answers),
      outcomes: saved.outcomes,
      conflicts: saved.conflicts.map(shown),
      entries,
      notices: saved.notices,
    })
  })

const RESCUED_WHOLE: readonly SaveAnswersReason[] = [
  'wrong-phase',
  'withdrawn',
  'awaiting-visa',
  'not-editable',
  'deadline-passed',
]

/** The texts of a save that came too late are kept apart, for the team to read. */
const rescue = (ctx: Context, actor: Actor, input: SaveInput) =>
  run(ctx, actor, { db: 'applicant', role: 'applicant' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const answers = await loadAnswers(unit.tx, input.nominationId)
    const changed = withoutUntouchedSecrets(form, withShown(ctx, input.typed)).filter(
      ({ field, value }) => !sameValue(value, answers.find((answer) => answer.field === field)?.value),
    )
    const texts = await newRescues(
      unit,
      input.nominationId,
      rescueAll(found.nomination, changed, actor, unit.now),
    )
    await storeRescued(
      unit.tx,
      texts.map((text) => sealed(ctx, form, input.nominationId, { ...text, id: ctx.ids.rowId() })),
    )
    return ok({ entries: [], notices: [] })
  })

/**
 * Saves the fields of a page, each over the version its page was drawn with. Nothing typed is lost: what a colleague
 * was quicker on, and what came after the dossier was frozen, is kept as rescued text.
 */
export async function saveAnswers(
  ctx: Context,
  actor: Actor,
  input: SaveInput,
): Promise<Result<SavedAnswers, SaveAnswersReason>> {
  const result = await save(ctx, actor, input)
  const mandated = !result.ok && RESCUED_WHOLE.includes(result.reason)
  if (mandated) await rescue(ctx, actor, input)
  return result
}
