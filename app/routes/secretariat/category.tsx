import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { categoryProposalForm, categoryTakeBackForm } from '#app/forms/recategorisation.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { categoryDesk } from '#app/queries/secretariat/category.ts'
import { proposeCategory } from '#app/services/nomination/propose-category.ts'
import { takeBackCategory } from '#app/services/nomination/take-back-category.ts'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { CategoryPage } from '#app/ui/secretariat/category-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await categoryDesk(args.context.app, actor, nominationId))
}

/** Two forms: a proposal, or taking back the one that nobody answered. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.screeningFile(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (posted.has('intent')) {
    const form = checkForm(posted, categoryTakeBackForm)
    if (!form.ok) return failed(form.failure, form.status)
    const { proposalId } = form.value
    return respond(await takeBackCategory(app, actor, { nominationId, proposalId }), {
      to,
      flash: 'secretariat.flash.categoryTakenBack',
      typed: form.typed,
    })
  }
  const form = checkForm(posted, categoryProposalForm)
  if (!form.ok) return failed(form.failure, form.status)
  return respond(await proposeCategory(app, actor, { nominationId, ...form.value }), {
    to,
    flash: 'secretariat.flash.categoryProposed',
    typed: form.typed,
  })
}

export const handle = { title: 'secretariat.category.title' }

export default function CategoryRoute() {
  return <CategoryPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
