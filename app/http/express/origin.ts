import type { NextFunction, Request, Response } from 'express'

/**
 * `?_data=` reaches loaders and actions past Remix's own check; nothing of ours uses it (section 0, findings 2 and 3). The
 * query is read as Remix reads it: Express stops counting after a thousand names, and one behind them would slip through.
 */
function usesDataChannel({ originalUrl }: Request): boolean {
  if (!originalUrl.includes('?')) return false
  const names = new URL(originalUrl, 'http://own.invalid').searchParams.keys()
  return [...names].some((name) => /^_data(\[|$)/.test(name))
}

/**
 * Every write must come from our own pages (T21): the browser says so by `Sec-Fetch-Site`, older ones by `Origin`, which
 * must be the configured origin. `X-Forwarded-Host` counts for nothing; absence of both is a refusal.
 */
export const sameOriginOnly =
  (origin: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (usesDataChannel(request)) return void response.status(400).end()
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.headers['sec-fetch-site']
    const sent = request.headers.origin
    if (site !== undefined && site !== 'same-origin') return refuse(response)
    if (sent !== undefined && sent !== origin) return refuse(response)
    if (site === undefined && sent === undefined) return refuse(response)
    next()
  }

const refuse = (response: Response): void =>
  void response.status(403).type('text/plain').send('Cross-site request refused.')
