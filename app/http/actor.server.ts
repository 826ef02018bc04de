import { data, redirect } from '@remix-run/node'
import { loadSignedIn, type SignedIn } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { MOST_FIELDS } from '#app/forms/tree.ts'
import { secretAnswers } from '#app/forms/typed.ts'
import { isFilled, isProse } from '#app/forms/written.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { boundedForm } from './body.server.ts'
import { sentFields } from './form.server.ts'
import { once, type RequestContext } from './load-context.ts'
import { paths } from './paths.ts'
import { sessionToken } from './session.server.ts'
import { textsBeside } from './upload.server.ts'

type Args = { readonly request: Request; readonly context: RequestContext }

/** Who is signed in, or null. Asked once per request however many loaders run. */
export function optionalSession({ request, context }: Args): Promise<SignedIn | null> {
  return once(context, 'session', async () => {
    const token = sessionToken(request)
    if (!token) return null
    const origin = { requestId: context.requestId, address: context.address }
    return loadSignedIn(context.app.db.applicant, context.app.crypto.tokenDigest(token), origin)
  })
}

/** Signed in by password alone: for the pages that lead to the second factor. */
export async function requireSession(args: Args): Promise<SignedIn> {
  const session = await optionalSession(args)
  if (session) return session
  throw await atTheDoor(args.request, paths.signIn(localeIn(args.request), backTo(args.request)))
}

/** Every role but applicants works only with a second factor (issue 2, point 6); whoever enrolled one always shows it. */
export const needsSecondFactor = ({ actor, totpEnrolled }: SignedIn): boolean =>
  !actor.secondFactor && (totpEnrolled || actor.grants.length > 0 || actor.seats.length > 0)

/** The actor of a work page; without a session, or with half of one, the way leads to sign-in and back. */
export async function requireActor(args: Args): Promise<Actor> {
  const session = await requireSession(args)
  if (needsSecondFactor(session))
    throw await atTheDoor(args.request, paths.secondFactor(localeIn(args.request), backTo(args.request)))
  return session.actor
}

/** The same, with the session itself: for the pages of one's own account. */
export async function requireWholeSession(args: Args): Promise<SignedIn> {
  await requireActor(args)
  return requireSession(args)
}

const localeIn = (request: Request) => {
  const first = new URL(request.url).pathname.split('/')[1]
  return isLocale(first) ? first : 'ar'
}
const backTo = (request: Request): string => {
  const url = new URL(request.url)
  return url.pathname.replace(/\.data$/, '') + (request.method === 'GET' ? withoutRoutes(url) : '')
}
const withoutRoutes = (url: URL): string => {
  url.searchParams.delete('_routes')
  return url.search
}

/**
 * The way to the door. A script's save must hear 401, not a sign-in page, so that what was typed stays on its screen
 * (T19). A form in which somebody wrote words, numbers, dates or an address, sent after the session ended, gets them back
 * on a page that can send them again, which asks anew for what stands on no page.
 */
async function atTheDoor(request: Request, door: string): Promise<Response | ReturnType<typeof data>> {
  if (request.headers.get('x-autosave') === '1') return new Response(null, { status: 401 })
  const type = request.headers.get('content-type') ?? ''
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
  if (request.method !== 'POST' || !isForm) return redirect(door, 303)
  const { texts, file } = await textsOf(request, type)
  const fields = sentFields(texts)
  const sent = fields.map((field) => ({ ...field, prose: isProse(field) }))
  const secrets = secretAnswers(texts)
  if (!sent.some(isFilled) && secrets.length === 0) return redirect(door, 303)
  // The query may say which form of the page was sent: it goes with the words.
  const url = new URL(request.url)
  const told = { door, action: backTo(request) + withoutRoutes(url), sent, file }
  return data(secrets.length === 0 ? told : { ...told, secrets }, { status: 401 })
}

/** A file that came without a session is not kept: its form asks for it again, by the name of its field. */
const textsOf = async (request: Request, type: string) =>
  /^multipart\b/i.test(type)
    ? textsBeside(request, MOST_FIELDS)
    : { texts: await boundedForm(request), file: null }
