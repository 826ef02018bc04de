import { readCookie } from './flash.server.ts'
import type { RequestContext } from './load-context.ts'
import { sessionToken } from './session.server.ts'

const NAME = '__Host-imtiyaz-device'
const YEAR = 31_536_000

/** Left after a good sign-in; opens nothing (see services/account/device-mark.ts). */
export const deviceCookie = (mark: string): string =>
  `${NAME}=${mark}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${YEAR}`

/** The browser that asks, before anybody is known to sit behind it. */
export const visitOf = ({
  request,
  context,
}: {
  readonly request: Request
  readonly context: RequestContext
}) => ({
  requestId: context.requestId,
  address: context.address,
  userAgent: request.headers.get('user-agent')?.slice(0, 200) ?? null,
  sessionToken: sessionToken(request),
  deviceMark: readCookie(request, NAME),
})
