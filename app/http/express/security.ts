import type { RequestHandler, Response } from 'express'

/** No inline script or style, nothing from elsewhere, no frame around us (issue 2, point 9). */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** A file or a letter brings a stricter policy of its own (`sandbox`); everything else gets the page's. */
function ownPolicyWins(response: Response, pagePolicy: string): void {
  const write = response.writeHead.bind(response)
  response.writeHead = ((...words: Parameters<typeof write>) => {
    if (!response.hasHeader('content-security-policy'))
      response.setHeader('content-security-policy', pagePolicy)
    return write(...words)
  }) as typeof response.writeHead
}

const ONE_VALUE = new Set([
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
])

/**
 * A page may say these itself; Express would then send both values, which browsers read as none. A policy of a page's own
 * (a download, a letter) takes the place of ours, and still forbids frames.
 */
function sayOnce(response: Response): void {
  const append = response.append.bind(response)
  response.append = (name, value) => {
    const key = name.toLowerCase()
    if (ONE_VALUE.has(key)) return response.set(key, value)
    if (key !== 'content-security-policy') return append(name, value)
    const own = String(value)
    return response.set(key, own.includes('frame-ancestors') ? own : `${own}; frame-ancestors 'none'`)
  }
}

export const securityHeaders =
  (https: boolean): RequestHandler =>
  (_request, response, next) => {
    ownPolicyWins(response, policy(response.locals.nonce))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
    sayOnce(response)
    if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    next()
  }
