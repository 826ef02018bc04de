import type { ActionFunctionArgs } from '@remix-run/node'
import { MOST_PART_BYTES } from '#app/domain/evidence/announced.ts'
import { withFileError } from '#app/forms/file-error.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedBytes } from '#app/http/body.server.ts'
import { answered } from '#app/http/data.server.ts'
import { readParams } from '#app/http/params.ts'
import { receivePart } from '#app/services/nomination/receive-part.ts'

/** One part of a file announced before, from the byte that the address names on. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id, uploadId, from } = readParams(args.params, { id: 'id', uploadId: 'id', from: 'byte' })
  const bytes = await boundedBytes(args.request, MOST_PART_BYTES)
  const taken = await receivePart(args.context.app, actor, { nominationId: id, uploadId, from, bytes })
  return answered(taken.ok ? taken : withFileError(taken))
}
