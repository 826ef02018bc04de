import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'

declare module 'express-serve-static-core' {
  interface Locals {
    requestId: string
    nonce: string
  }
}

/** A name for the request, in its log lines and on its error page. */
export const nameRequest: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.locals.nonce = randomBytes(16).toString('base64url')
  response.setHeader('x-request-id', response.locals.requestId)
  next()
}

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Long paths and odd methods end here, before any pattern looks at them (T42, ASVS 4.1.4). */
export function boundRequest(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method))
    return void response.status(405).setHeader('allow', 'GET, HEAD, POST').end()
  if (request.originalUrl.length > 2000) return void response.status(414).end()
  if (!isDecodable(request.path)) return void response.status(400).end()
  next()
}

/**
 * The host of every request is ours, whatever `Host` or `X-Forwarded-Host` say (ASVS 4.1.3): nothing downstream compares,
 * links or redirects with a name that the asker chose. Who typed `localhost` is led to the address that cookies know.
 */
export function ownHost(origin: string): RequestHandler {
  const { host, hostname, port } = new URL(origin)
  const alias = hostname === '127.0.0.1' ? `localhost:${port}` : null
  return (request, response, next) => {
    const asked = request.headers.host
    delete request.headers['x-forwarded-host']
    request.headers.host = host
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (alias !== null && asked === alias && reads) return response.redirect(302, pathOn(origin, request))
    next()
  }
}

/** `//elsewhere` after our own origin would still be ours, yet is written with one slash. */
const pathOn = (origin: string, request: Request): string => origin + request.originalUrl.replace(/^\/+/, '/')

const isDecodable = (path: string): boolean => {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
