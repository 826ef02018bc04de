const FORM_LIMIT = 512 * 1024

/** Thrown as a Response: the body was larger than the form can be; nothing beyond the limit was kept. */
export const tooLarge = (): Response => new Response(null, { status: 413 })

/** Reads at most `limit` bytes, counting while they arrive; `request.formData()` alone would keep everything (T31). */
export async function boundedForm(request: Request, limit = FORM_LIMIT): Promise<FormData> {
  if (!request.body) return new FormData()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response(null, { status: 415 })
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}
