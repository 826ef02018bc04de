/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  namespace autocannon {
    type Asked = {
      readonly url: string
      readonly connections: number
      readonly duration: number
      readonly headers?: Readonly<Record<string, string>>
      readonly verifyBody?: (body: string) => boolean
    }
    type Ran = {
      /** Seconds. */
      readonly duration: number
      readonly errors: number
      readonly timeouts: number
      readonly non2xx: number
      readonly mismatches: number
    }
    type Running = Promise<Ran> & {
      on(
        event: 'response',
        heard: (client: unknown, status: number, bytes: number, time: number) => void,
      ): void
    }
  }
  function autocannon(asked: autocannon.Asked): autocannon.Running
  export default autocannon
}
