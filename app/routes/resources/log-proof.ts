import type { LoaderFunctionArgs } from '@remix-run/node'
import { found } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { proveConsistency, proveInclusion } from '#app/queries/public/log.ts'

const ACTS = { inclusion: ['index', proveInclusion], consistency: ['from', proveConsistency] } as const

/** `inclusion?index=7` or `consistency?from=120`: the proof against the newest checkpoint, which is told with it. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const [name, prove] = pathname.endsWith('consistency') ? ACTS.consistency : ACTS.inclusion
  const asked = searchParams.get(name) ?? ''
  if (!/^\d{1,15}$/.test(asked)) throw notFound()
  const { proof, note } = found(await prove({ db: app.db.public, crypto: app.crypto }, Number(asked)))
  const content = { [name]: Number(asked), proof, checkpoint: note }
  return publicFile(JSON.stringify(content), 'application/json; charset=utf-8')
}
