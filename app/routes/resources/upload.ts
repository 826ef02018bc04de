import type { ActionFunctionArgs } from '@remix-run/node'
import { uploadForm } from '#app/forms/upload.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { readParams } from '#app/http/params.ts'
import { answered, heard } from '#app/http/data.server.ts'
import { displayName } from '#app/http/upload.server.ts'
import { beginUpload } from '#app/services/nomination/begin-upload.ts'

/** A script announces a file and hears under which id its parts may come, and how much of it is here already. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id } = readParams(args.params, { id: 'id' })
  const parsed = await parseForm(args.request, uploadForm)
  if (!parsed.ok) return heard({ reason: 'invalid', facts: {}, fields: parsed.failure.fieldErrors }, 400)
  const { name, ...file } = parsed.value
  const begun = await beginUpload(args.context.app, actor, {
    nominationId: id,
    fileName: displayName(name),
    ...file,
  })
  return answered(begun)
}
