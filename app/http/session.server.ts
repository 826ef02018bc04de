import { readCookie } from './flash.server.ts'

const NAME = '__Host-imtiyaz-session'
/** Absolute life of a session, in seconds (T46). */
export const SESSION_SECONDS = 12 * 3600

export const sessionToken = (request: Request): string | null => {
  const token = readCookie(request, NAME)
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}
export const sessionCookie = (token: string): string =>
  `${NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}`
export const endSessionCookie = `${NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`
