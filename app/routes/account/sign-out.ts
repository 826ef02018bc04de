import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { optionalSession } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { endSessionCookie } from '#app/http/session.server.ts'
import { signOut } from '#app/services/account/sign-out.ts'

/** A link followed by chance signs nobody out. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.account(localeOf(params)), 303)

export async function action(args: ActionFunctionArgs) {
  const session = await optionalSession(args)
  if (session) await signOut(args.context.app, session)
  return redirect(paths.home(localeOf(args.params)), {
    status: 303,
    headers: { 'set-cookie': endSessionCookie },
  })
}
