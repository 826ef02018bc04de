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

export const securityHeaders =
  (https: boolean): RequestHandler =>
  (_request, response, next) => {
    ownPolicyWins(response, policy(response.locals.nonce))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
    if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    next()
  }
