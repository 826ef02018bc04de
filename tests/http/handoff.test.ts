import { describe, expect, it } from 'vitest'
import { handoff, wholeText } from '#app/http/handoff.server.ts'

const said = (script: string): string =>
  JSON.parse(/enqueue\((".*?")\);window/s.exec(script)?.[1] ?? 'null') as string

describe('handoff', () => {
  it('cannot be left by what people typed, and says it whole', () => {
    const typed = `</script><script>alert(1)</script><!-- & \u2028\u2029 "quoted" \\`
    const script = handoff(typed)
    expect(script).toMatch(/^[^<>&\u2028\u2029]*$/)
    expect(said(script)).toBe(typed)
  })
})

describe('wholeText', () => {
  it('puts a letter together that two pieces carry', async () => {
    const bytes = new TextEncoder().encode('امتياز')
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 3))
        controller.enqueue(bytes.slice(3))
        controller.close()
      },
    })
    expect(await wholeText(stream)).toBe('امتياز')
    expect(await wholeText(undefined)).toBe('')
  })
})
