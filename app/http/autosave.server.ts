import type { Result } from '#app/domain/kernel/result.ts'
import { notFound, statusOf } from './respond.server.ts'

/** A save made by the script of a form (`ui/forms/use-autosave.ts`): it hears JSON and a status, never a page. */
export const isAutosave = (request: Request): boolean => request.headers.get('x-autosave') === '1'

/** The new version of the row, or the reason; a conflict answers 409 and the script stops saving. */
export function saved(result: Result<{ readonly version: number }>): Response {
  const headers = { 'cache-control': 'no-store' }
  if (result.ok) return Response.json({ version: result.value.version }, { headers })
  const status = statusOf(result)
  if (status === 404) throw notFound()
  return Response.json({ reason: result.reason }, { status, headers })
}
