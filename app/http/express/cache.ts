import type { RequestHandler } from 'express'

/** Whatever is not explicitly public is never stored (R6): a page that forgets to say anything says `no-store`. */
export const noStoreByDefault: RequestHandler = (request, response, next) => {
  const write = response.writeHead.bind(response)
  response.writeHead = ((...words: Parameters<typeof write>) => {
    const said = response.getHeader('cache-control')
    const signedIn = request.headers.cookie?.includes('__Host-imtiyaz-session')
    if (said === undefined || signedIn) response.setHeader('cache-control', 'no-store, private')
    response.appendHeader('vary', 'Cookie')
    return write(...words)
  }) as typeof response.writeHead
  next()
}
