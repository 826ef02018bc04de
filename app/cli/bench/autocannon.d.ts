/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  namespace autocannon {
    type Request = {
      readonly method: string
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
    type Client = {
      setRequest(request: Request): void
      on(event: 'body', heard: (piece: Buffer) => void): void
      on(event: 'response', heard: (status: number) => void): void
    }
    type Asked = {
      readonly url: string
      readonly connections: number
      readonly duration: number
      readonly headers?: Readonly<Record<string, string>>
      readonly setupClient?: (client: Client) => void
    }
    type Ran = {
      readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number }
      readonly requests: { readonly average: number }
      readonly errors: number
      readonly timeouts: number
      readonly non2xx: number
      readonly '2xx': number
      readonly '3xx': number
      readonly '4xx': number
      readonly '5xx': number
    }
  }
  function autocannon(asked: autocannon.Asked): Promise<autocannon.Ran>
  export default autocannon
}
