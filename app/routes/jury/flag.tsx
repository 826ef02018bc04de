import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { flagBackForm, flagForm } from '#app/forms/flag.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { myFlag } from '#app/queries/jury/my-flag.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { withdrawFlag } from '#app/services/deliberation/withdraw-flag.ts'
import { FlagPage } from '#app/ui/jury/flag-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await myFlag(args.context.app, actor, nominationId))
}

/** Two forms: a flag is raised, or the own one taken back. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.fileFlag(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, flagForm)
    if (!form.ok) return failed(form.failure, form.status)
    return respond(await raiseFlag(app, actor, { nominationId, ...form.value }), {
      ...{ to, flash: 'jury.flash.flagRaised', typed: form.typed },
    })
  }
  const form = checkForm(posted, flagBackForm)
  if (!form.ok) return failed(form.failure, form.status)
  return respond(await withdrawFlag(app, actor, { nominationId }), {
    ...{ to, flash: 'jury.flash.flagWithdrawn', typed: form.typed },
  })
}

export const handle = { title: 'jury.flag.title' }

export default function Flag() {
  return <FlagPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
