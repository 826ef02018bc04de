import type { ActionFunctionArgs } from '@remix-run/node'
import { withFileError } from '#app/forms/file-error.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readParams } from '#app/http/params.ts'
import { statusOf } from '#app/http/respond.server.ts'
import { receiveUpload } from '#app/http/upload.server.ts'
import { uploadAllowance } from '#app/queries/applicant/upload-allowance.ts'
import { attachEvidence } from '#app/services/nomination/attach-evidence.ts'
import type { Refusal } from '#app/domain/kernel/result.ts'

const answer = ({ reason, facts, fields, ...refusal }: Refusal) =>
  Response.json(
    { reason, facts, fields },
    { status: statusOf({ reason, facts, fields, ...refusal }), headers: { 'cache-control': 'no-store' } },
  )

/** One file sent by script: the same upload as the evidence page, answered as data. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id } = readParams(args.params, { id: 'id' })
  const { app } = args.context
  const allowed = await uploadAllowance(app, actor, id)
  if (!allowed.ok) return answer(allowed)
  const { fields, file } = await receiveUpload(args.request, app.files, allowed.value.bytesEach)
  if (!file.ok) return answer(withFileError(file, allowed.value.bytesEach))
  const result = await attachEvidence(app, actor, {
    nominationId: id,
    title: fields['title'] ?? '',
    claim: fields['claim'] ?? '',
    file: file.value,
  })
  return result.ok
    ? Response.json({ evidenceId: result.value.evidenceId, fileId: result.value.fileId }, { status: 201 })
    : answer(result)
}
