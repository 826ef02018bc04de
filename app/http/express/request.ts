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

/** `http://host/path` as `/path`: whoever speaks to a proxy may write the whole address (RFC 9112 section 3.2.2). */
function targetOf(url: string): string | null {
  if (url.startsWith('/')) return url
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/i.exec(url) ?? []
  if (rest === undefined) return null
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Long paths, odd methods and targets end here, before any pattern looks at them (T42, ASVS 4.1.4). */
export function boundRequest(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method))
    return void response.status(405).setHeader('allow', 'GET, HEAD, POST').end()
  const target = targetOf(request.url)
  if (target === null) return void response.status(400).end()
  request.url = request.originalUrl = target
  if (request.originalUrl.length > 2000) return void response.status(414).end()
  if (!isDecodable(request.path)) return void response.status(400).end()
  next()
}

/**
 * Host and scheme of every request are ours, whatever `Host`, `X-Forwarded-Host` or `X-Forwarded-Proto` say (ASVS 4.1.3):
 * nothing downstream compares, links or redirects with a name that the asker chose. Many a proxy hands the last of them
 * on as it came. Who typed `localhost` is led to the address that cookies know.
 */
export function ownHost(origin: string): RequestHandler {
  const { host, hostname, port, protocol } = new URL(origin)
  const alias = hostname === '127.0.0.1' ? `localhost:${port}` : null
  return (request, response, next) => {
    const asked = request.headers.host
    delete request.headers['x-forwarded-host']
    request.headers['x-forwarded-proto'] = protocol.replace(':', '')
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
