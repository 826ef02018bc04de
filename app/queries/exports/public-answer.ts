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
