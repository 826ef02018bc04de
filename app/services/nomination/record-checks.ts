import { storeCheck, turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { entryOf } from '#app/domain/nomination/nomination.ts'
import { type CheckVerdict, recordCheck as decideCheck } from '#app/domain/nomination/screening-check.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { loadSeen, type SeenScreening } from './screening-unit.ts'

export type RecordCheckReason =
  'unknown-check' | 'note-required' | 'unreadable-text' | 'already-decided' | 'stale-version' | PermitReason
type Recorded = Act<{ readonly nominationId: string; readonly codes: readonly string[] }>

/** Records the lines of the checklist that a clerk has looked at; lines left blank stay as they were. */
export const recordChecks = (
  ctx: Context,
  actor: Actor,
  input: SeenScreening & { readonly verdicts: readonly CheckVerdict[] },
): Promise<Result<Recorded, RecordCheckReason>> =>
  run<Recorded, RecordCheckReason>(ctx, actor, { db: 'office', role: 'secretariat' }, async ({ tx, now }) => {
    const found = await loadSeen(tx, actor, 'screening.check', input)
    if (!found.ok) return found
    const { facts, nomination } = found.value
    if (facts.live !== null) return refuse('already-decided', { state: facts.live.state })
    const codes: string[] = []
    for (const typed of input.verdicts) {
      const check = decideCheck(facts.checks, typed)
      if (!check.ok) {
        const fields = Object.fromEntries(
          Object.entries(check.fields).map(([field, key]) => [`checks.${typed.code}.${field}`, key]),
        )
        return refuse(check.reason, check.facts, fields)
      }
      await storeCheck(tx, nomination.id, { ...check.value, personId: actor.personId, at: now })
      codes.push(typed.code)
    }
    if (codes.length > 0) await turnScreening(tx, nomination.id)
    const entries = codes.length === 0 ? [] : [entryOf('screeningChecked', nomination, { codes })]
    return ok({ nominationId: nomination.id, codes, entries, notices: [] })
  })
