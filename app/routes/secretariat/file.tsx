import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checklistForm } from '#app/forms/screening.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { screeningFile } from '#app/queries/secretariat/file.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { FilePage } from '#app/ui/secretariat/file-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await screeningFile(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return screen.value
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, checklistForm)
  if (!form.ok) return failed(form.failure, form.status)
  const verdicts = Object.entries(form.value.checks).flatMap(([code, { verdict, note }]) =>
    verdict ? [{ code, verdict, note: note ?? null }] : [],
  )
  const { version } = form.value
  const result = await recordChecks(args.context.app, actor, { nominationId, version, verdicts })
  return respond(result, {
    to: paths.screeningFile(localeOf(args.params), nominationId),
    flash: 'secretariat.flash.checked',
    typed: form.typed,
  })
}

export const handle = { title: 'secretariat.checklist.title' }

export default function FileRoute() {
  return <FilePage file={useLoaderData<typeof loader>()} failure={useFailure()} />
}
