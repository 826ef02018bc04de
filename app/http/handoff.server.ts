/** What could end a script element, or is no line end to HTML but one to JavaScript. */
const UNSAFE: Readonly<Record<string, string>> = {
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[&<>\u2028\u2029]/g, (sign) => UNSAFE[sign] ?? sign)

/** The loaders' data for the browser, in the words of Remix's own `StreamTransfer`: one piece, then the end. */
export const handoff = (data: string): string =>
  `window.__remixContext.streamController.enqueue(${quoted(data)});window.__remixContext.streamController.close();`

export async function wholeText(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  if (stream === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>)
    text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}
