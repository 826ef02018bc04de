/** What our own HTML may never hold (issue 2, point 9); each broken rule as one sentence. */
export function brokenRules(page: string, nonce: string, origin: string): string[] {
  const html = page.replaceAll(`"${origin}`, '"')
  const broken: string[] = []
  const tags = html.match(/<[a-z][^>]*>/gi) ?? []
  for (const tag of tags) {
    if (/\sstyle\s*=/i.test(tag)) broken.push(`style attribute: ${tag.slice(0, 120)}`)
    if (/\son[a-z]+\s*=/i.test(tag)) broken.push(`event handler: ${tag.slice(0, 120)}`)
    if (/(?:href|src|action|formaction)\s*=\s*["']?\s*(?:javascript|vbscript|data:text)/i.test(tag))
      broken.push(`script address: ${tag.slice(0, 120)}`)
    if (
      /^<(script|link|img|source|iframe|video|audio|track|object|embed|use|image)\b/i.test(tag) &&
      /(?:src|srcset|href|data)\s*=\s*["']?(?:[a-z]+:)?\/\//i.test(tag)
    )
      broken.push(`third party: ${tag.slice(0, 160)}`)
    if (/^<form\b/i.test(tag) && /action\s*=\s*["']?(?:[a-z]+:)?\/\//i.test(tag))
      broken.push(`form to elsewhere: ${tag.slice(0, 120)}`)
    if (/^<script\b/i.test(tag) && !/\ssrc\s*=/i.test(tag) && !tag.includes(`nonce="${nonce}"`))
      broken.push(`script without nonce: ${tag.slice(0, 120)}`)
    if (/^<(style|base|iframe|object|embed)\b/i.test(tag)) broken.push(`element: ${tag.slice(0, 120)}`)
  }
  return broken
}

const DIRECTIVES = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "style-src 'self'",
]

/** What every answer says to the browser; each missing word as one sentence. */
export function missingHeaders(headers: Readonly<Record<string, unknown>>): string[] {
  const said = (name: string): string => String(headers[name] ?? '')
  const policy = said('content-security-policy')
  // A file for download has a policy of its own, stricter still.
  const own = policy.includes('sandbox')
    ? ["default-src 'none'", 'sandbox', "frame-ancestors 'none'"]
    : DIRECTIVES
  return [
    ...own.filter((directive) => !policy.includes(directive)).map((directive) => `policy lacks ${directive}`),
    ...(/unsafe-(inline|eval)|\*/.test(policy) && !policy.includes('sandbox')
      ? [`policy is weak: ${policy}`]
      : []),
    ...(said('x-content-type-options') === 'nosniff' ? [] : ['no nosniff']),
    ...(said('referrer-policy') === '' ? ['no referrer policy'] : []),
    ...(said('x-request-id') === '' ? ['no request id'] : []),
    ...(headers['x-powered-by'] === undefined ? [] : ['names its software']),
  ]
}

/** Each cookie that is set: `__Host-`, Secure, HttpOnly, SameSite, whole site. */
export const weakCookies = (set: readonly string[]): string[] =>
  set.filter(
    (cookie) =>
      !(
        /^__Host-[\w-]+=/.test(cookie) &&
        /; ?Secure/i.test(cookie) &&
        /; ?HttpOnly/i.test(cookie) &&
        /; ?SameSite=(Lax|Strict)/i.test(cookie) &&
        /; ?Path=\/(;|$)/i.test(cookie) &&
        !/; ?Domain=/i.test(cookie)
      ),
  )

export const nonceIn = (headers: Readonly<Record<string, unknown>>): string =>
  /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? 'none'
