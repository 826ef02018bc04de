import type { LoaderFunctionArgs } from '@remix-run/node'
import { toIso } from '#app/domain/kernel/instant.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedCheckpoints } from '#app/queries/public/log.ts'

/** The newest checkpoints with the key, for a witness that follows the log. */
export async function loader({ context: { app } }: LoaderFunctionArgs) {
  const checkpoints = await publishedCheckpoints(app.db.public)
  const content = {
    key: app.signer.verifierKey,
    checkpoints: checkpoints.map(({ size, madeAt, cause, note }) => ({
      size,
      at: toIso(madeAt),
      cause,
      note,
    })),
  }
  return publicFile(JSON.stringify(content, null, 1), 'application/json; charset=utf-8')
}
