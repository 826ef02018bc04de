import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedCheckpoints } from '#app/queries/public/log.ts'

/** The newest checkpoint of the log as a signed note (C2SP), and the public key that it is signed with. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const text = 'text/plain; charset=utf-8'
  if (new URL(request.url).pathname === paths.logKey()) return publicFile(`${app.signer.verifierKey}\n`, text)
  const [newest] = await publishedCheckpoints(app.db.public)
  if (!newest) throw notFound()
  return publicFile(newest.note, text)
}
