import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { appIcon, ICON_SIZES } from '#app/ui/motif/app-icon.ts'

const painted = new Map<number, Promise<Uint8Array>>()

/** `192.png`: the icon of the installed application, painted once from the same geometry as the mark. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const size = ICON_SIZES.find((one) => params['name'] === `${one}.png`)
  if (size === undefined) throw notFound()
  const picture = painted.get(size) ?? app.painter.paint(appIcon(size))
  painted.set(size, picture)
  picture.catch(() => painted.delete(size))
  return publicFile(await picture, 'image/png', { 'cache-control': 'public, max-age=86400' })
}
