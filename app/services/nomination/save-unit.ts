import {
  loadAnswers,
  loadRescued,
  storeAnswers,
  storePartners,
  storeRescued,
} from '#app/adapters/db/answers.ts'
import type { loadNomination } from '#app/adapters/db/nominations.ts'
import { storeTitle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
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
import type { Act, Unit } from '../run.ts'
import { hashWith } from './rules-of.ts'
import { isSecret, sealed, withoutUntouchedSecrets } from './secret-answers.ts'

/** `mark` is the digest of what the page showed in the field: sent back as it was shown, it was not touched. */
export type Sent = Typed & { readonly mark?: string | undefined }
export type SavedAnswers = Act<{
  /** Version and mark of each field that stands as it was sent, to send with the next save. */
  readonly marks: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, FieldOutcome>>
  readonly conflicts: readonly Conflict[]
}>

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
 * What the next save sends back, for the fields that stand as they were sent. A field that a colleague changed keeps its
 * old mark: its page still shows the older text, and must not overwrite the newer one.
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

type Found = NonNullable<Awaited<ReturnType<typeof loadNomination>>>

/** The save itself, inside a unit that holds the nomination's lock and has its permit. */
export async function saveInUnit(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: Found,
  typed: readonly Sent[],
): Promise<Result<SavedAnswers, SaveReason>> {
  const { campaign, closesAt, nomination } = found
  const answers = await loadAnswers(unit.tx, nomination.id)
  const { screeningEnds } = campaign.regulation.calendar
  const context = { campaign: { id: campaign.id, phase: campaign.phase, closesAt, screeningEnds } }
  const decision = decideSave(
    { nomination, context, form, answers },
    actor,
    withoutUntouchedSecrets(form, withShown(ctx, typed)),
    unit.now,
  )
  if (!decision.ok) return decision
  const saved = decision.value
  await store(ctx, unit, nomination.id, saved)
  return ok({
    marks: marksOf(ctx, [...saved.answers, ...saved.standing]),
    outcomes: saved.outcomes,
    conflicts: saved.conflicts.map(shown),
    entries: saved.entry === null ? [] : [saved.entry],
    notices: saved.notices,
  })
}

/** Keeps apart, for the team to read, what was typed and differs from the answer; the fields that were kept. */
export async function keepApart(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: Found,
  typed: readonly Sent[],
): Promise<readonly string[]> {
  const { nomination } = found
  const answers = await loadAnswers(unit.tx, nomination.id)
  const changed = withoutUntouchedSecrets(form, withShown(ctx, typed)).filter(
    ({ field, value }) => !sameValue(value, answers.find((answer) => answer.field === field)?.value),
  )
  const texts = await newRescues(unit, nomination.id, rescueAll(nomination, changed, actor, unit.now))
  await storeRescued(
    unit.tx,
    texts.map((text) => sealed(ctx, form, nomination.id, { ...text, id: ctx.ids.rowId() })),
  )
  return texts.map(({ field }) => field)
}
