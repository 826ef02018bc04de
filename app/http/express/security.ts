import type { RequestHandler } from 'express'

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

export const securityHeaders =
  (https: boolean): RequestHandler =>
  (_request, response, next) => {
    response.setHeader('content-security-policy', policy(response.locals.nonce))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
    if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    next()
  }
