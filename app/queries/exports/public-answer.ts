/** A public file: anybody may keep it for a moment, nobody may frame or run it. */
export const publicFile = (
  body: string | Uint8Array,
  contentType: string,
  more: Readonly<Record<string, string>> = {},
): Response =>
  new Response(typeof body === 'string' ? body : Buffer.from(body), {
    headers: {
      'content-type': contentType,
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      ...more,
    },
  })

/** RFC 3339 text and XML: the five signs that XML reserves. Controls that XML 1.0 forbids are dropped. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
