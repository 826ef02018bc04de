import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import type { Result } from '../kernel/result.ts'

export const VERDICTS = ['compliant', 'not', 'na'] as const
export type Verdict = (typeof VERDICTS)[number]
export type CheckVerdict = { readonly code: string; readonly verdict: Verdict; readonly note: string | null }

/** Records one line of the checklist. Refuses an unknown line, and a failed one without a note. */
export function recordCheck(
  checks: readonly { readonly code: string }[],
  typed: CheckVerdict,
): Result<CheckVerdict, 'unknown-check' | 'note-required' | 'unreadable-text'> {
  if (!checks.some(({ code }) => code === typed.code)) return refuse('unknown-check', { code: typed.code })
  const note = cleanText(typed.note ?? '', 'prose')
  if (!note.ok) return refuse('unreadable-text', {}, { note: 'errors.control' })
  const kept = isBlank(note.value) ? null : note.value
  if (typed.verdict === 'not' && kept === null)
    return refuse('note-required', { code: typed.code }, { note: 'errors.required' })
  return ok({ ...typed, note: kept })
}
