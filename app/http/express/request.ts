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
  if (!METHODS.has(request.method)) return void response.status(405).setHeader('allow', 'GET, HEAD, POST').end()
  if (request.originalUrl.length > 2000) return void response.status(414).end()
  if (!isDecodable(request.path)) return void response.status(400).end()
  next()
}

const isDecodable = (path: string): boolean => {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
