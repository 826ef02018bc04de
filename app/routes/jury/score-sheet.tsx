import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inOneLanguage } from '#app/domain/kernel/localized.ts'
import { readShortcuts } from '#app/domain/scoring/shortcuts.ts'
import { scoreSheetForm } from '#app/forms/score-sheet.form.ts'
import { requireActor, requireWholeSession } from '#app/http/actor.server.ts'
import { isAutosave, saved } from '#app/http/autosave.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { leavePart } from '#app/http/kept.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond, statusOf } from '#app/http/respond.server.ts'
import { myScoreSheet } from '#app/queries/jury/my-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { drawnAnswers } from '#app/ui/nomination/drawn-answers.server.tsx'
import { ScoreSheetPage } from '#app/ui/scoring/score-sheet-page.tsx'
import { entriesOf } from '#app/ui/scoring/entries-of.ts'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const { actor, shortcuts: kept } = await requireWholeSession(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const page = found(await myScoreSheet(args.context.app, actor, sheetId))
  const { content, ...dossier } = page.dossier
  const answers = content && leavePart(args.context, drawnAnswers(content, locale))
  const shortcuts = readShortcuts(kept)
  const shown = inOneLanguage({ ...page, dossier }, locale)
  return { ...shown, dossier: { ...shown.dossier, answers }, personId: actor.personId, shortcuts }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const parsed = await parseForm(args.request, scoreSheetForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { intent, version, confidence, remark, privateNotes } = parsed.value
  const { result, standing } = await saveScoreSheet(args.context.app, actor, {
    sheetId,
    version,
    entries: entriesOf(parsed.value),
    confidence: confidence ?? null,
    remark: remark ?? '',
    privateNotes: privateNotes ?? '',
  })
  if (isAutosave(args.request)) return saved(result)
  // Both texts on one screen: what was typed, in the fields, and what stands, beside them.
  if (!result.ok && standing) {
    const formError = { reason: result.reason, facts: result.facts }
    const failure = { fieldErrors: result.fields, formError, typed: parsed.typed }
    return data({ failure, standing }, { status: statusOf(result) })
  }
  const seals = intent === 'seal'
  return respond(result, {
    to: seals ? paths.sealSheet(locale, sheetId) : paths.scoreSheet(locale, sheetId),
    ...(seals ? {} : { flash: 'jury.flash.saved' }),
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.sheet.title' }

export default function ScoreSheet() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'failure' in answer ? answer : undefined
  const standing = refused && 'standing' in refused ? refused.standing : null
  return <ScoreSheetPage page={page} failure={refused?.failure} standing={standing} />
}
