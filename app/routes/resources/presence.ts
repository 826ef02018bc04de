import type { ActionFunctionArgs } from '@remix-run/node'
import { presenceForm } from '#app/forms/presence.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { bePresent } from '#app/services/nomination/be-present.ts'

/** A page says that it is looked at, and hears who else looks at the same file. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id } = readParams(args.params, { id: 'id' })
  const parsed = await parseForm(args.request, presenceForm)
  if (!parsed.ok) return new Response(null, { status: 400 })
  const here = await bePresent(args.context.app, actor, { nominationId: id, ...parsed.value })
  if (!here.ok) throw notFound()
  return Response.json({ here: here.value }, { headers: { 'cache-control': 'no-store' } })
}
