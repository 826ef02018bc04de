const NAME = '__Host-imtiyaz-flash'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** One message key for the next page; the words are in the catalogue, so a forged cookie says nothing new. */
export const flashCookie = (key: string): string =>
  `${NAME}=${encodeURIComponent(key)}; Max-Age=60; ${ATTRIBUTES}`
export const clearFlash = `${NAME}=; Max-Age=0; ${ATTRIBUTES}`

export function readFlash(request: Request): string | null {
  const key = readCookie(request, NAME)
  return key && /^[a-z][A-Za-z]*(\.[A-Za-z0-9-]+){1,4}$/.test(key) ? key : null
}

export const readCookie = (request: Request, name: string): string | null =>
  cookieIn(request.headers.get('cookie') ?? '', name)

/** The first value of a name in a `Cookie` header. */
export function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, ...rest] = pair.trim().split('=')
    if (key !== name) continue
    try {
      return decodeURIComponent(rest.join('='))
    } catch {
      return null
    }
  }
  return null
}
